// One interpreter frame as it is found in memory.
// This file knows how to read a frame with a layout; it must not know what its instructions mean.

import Memory
import Model

/// An entry of the block stack (`PyTryBlock`, up to 3.10).
package struct Block: Sendable, Hashable {
    /// An exception is being handled (`EXCEPT_HANDLER`); otherwise a handler waits (`SETUP_FINALLY`).
    package var isHandling: Bool
    /// Byte offset of the handler in the running code.
    ///
    /// Meaningless while handling.
    package var handler: Int
    /// Depth of the value stack that the block belongs to.
    package var level: Int
}

/// An exception state of a thread or of a running generator (`_PyErr_StackItem`).
package struct ExceptionItem: Sendable {
    package var value: UInt64
    /// The traceback that the exception was caught with (up to 3.10); 0 where there is none.
    package var traceback: UInt64
    package var previous: UInt64

    package init(value: UInt64, traceback: UInt64 = 0, previous: UInt64 = 0) {
        self.value = value
        self.traceback = traceback
        self.previous = previous
    }
}

/// A frame that is on a thread's stack or suspended in a generator: addresses only, nothing is owned.
package struct Frame: Sendable {
    /// `PyFrameObject` up to 3.10, `_PyInterpreterFrame` from 3.11.
    package var address: UInt64
    package var code: UInt64
    package var globals: UInt64
    /// The namespace of a module or class body; null in functions.
    package var locals: UInt64
    /// Byte offset in the running code that the frame's own pointer shows; −1 before the first instruction.
    package var offset: Int
    package var localsAddress: UInt64
    package var localsCount: Int
    package var stackAddress: UInt64
    /// The `PyFrameObject`, or 0 where none was made yet.
    package var object: UInt64
    /// C code entered this frame; nil where the version does not tell.
    package var enteredFromC: Bool?
    package var isGenerator: Bool
    package var previous: UInt64
}

/// Reads frames of one version from memory.
package struct FrameReader<Reader: MemoryReader> {
    package let memory: Reader
    package let layout: Layout

    package init(memory: Reader, layout: Layout) {
        self.memory = memory
        self.layout = layout
    }

    /// The innermost frame's address of the thread whose `PyThreadState` lies at `thread`, 0 when it runs none.
    package func currentFrame(ofThread thread: UInt64) throws(MemoryError) -> UInt64 {
        switch layout.currentFrame {
        case .field(let offset): return try memory.word(at: thread &+ offset)
        case .throughCFrame(let cframe, let current):
            return try memory.word(at: try memory.word(at: thread &+ cframe) &+ current)
        }
    }

    /// Whether the frame at `address` is no Python frame but a mark that C code entered the loop.
    package func isShim(_ address: UInt64) throws(MemoryError) -> Bool {
        guard case .shim(let limit) = layout.entry, let owner = layout.owner else { return false }
        return try memory.load(UInt8.self, at: address &+ owner) >= limit
    }

    /// The frame at `address`.
    package func frame(at address: UInt64) throws(MemoryError) -> Frame {
        let code = untagged(try memory.word(at: address &+ layout.code))
        let localsAddress = address &+ layout.localsplus
        let count: Int
        let stackAddress: UInt64
        if let field = layout.valueStack {
            stackAddress = try memory.word(at: address &+ field)
            count = Int(truncatingIfNeeded: (stackAddress &- localsAddress) / 8)
        } else if let field = layout.nlocalsplus {
            count = Int(try memory.load(Int32.self, at: code &+ field))
            stackAddress = localsAddress &+ 8 &* UInt64(truncatingIfNeeded: count)
        } else {
            throw MemoryError(address: address, reason: "no way to find the value stack")
        }
        guard (0...1 << 20).contains(count) else {
            throw MemoryError(address: address, reason: "a frame with \(count) locals")
        }
        let previous = try memory.word(at: address &+ layout.previous)
        return Frame(
            address: address, code: code, globals: try memory.word(at: address &+ layout.globals),
            locals: try memory.word(at: address &+ layout.locals),
            offset: try offset(of: address, code: code),
            localsAddress: localsAddress, localsCount: count, stackAddress: stackAddress,
            object: try layout.frameObject.map { field throws(MemoryError) in
                try memory.word(at: address &+ field)
            } ?? address,
            enteredFromC: try enteredFromC(address, previous: previous),
            isGenerator: try isGenerator(address),
            previous: previous)
    }

    /// The part of the C stack that belongs to the C code between `outer` and `inner`, its next inner frame, with what the loops of both
    /// have there; nil where nothing tells.
    package func nativeStack(ofThread thread: UInt64, between inner: Frame, and outer: Frame)
        throws(MemoryError)
        -> Range<UInt64>?
    {
        let low: UInt64
        var high: UInt64
        switch layout.loops {
        case .none: return nil
        case .shims:
            low = inner.previous
            high = outer.address
            while high != 0, try !isShim(high) { high = try memory.word(at: high &+ layout.previous) }
        case .cframes(let first, let previous, let current):
            var inside = try memory.word(at: thread &+ first)
            high = try memory.word(at: inside &+ previous)
            if let current {
                while high != 0, try memory.word(at: high &+ current) != outer.address {
                    inside = high
                    high = try memory.word(at: high &+ previous)
                }
            } else {
                var frame = try currentFrame(ofThread: thread)
                while high != 0, frame != inner.address, frame != 0 {
                    frame = try memory.word(at: frame &+ layout.previous)
                    inside = high
                    high = try memory.word(at: high &+ previous)
                }
            }
            low = inside
        }
        return low < high && high - low < 1 << 26 ? low..<high : nil
    }

    /// The depth of the value stack that a frame shows, nil when it shows none.
    package func publishedDepth(of frame: Frame) throws(MemoryError) -> Int? {
        switch layout.publishedDepth {
        case nil: return nil
        case .count(let field):
            let top = Int(try memory.load(Int32.self, at: frame.address &+ field))
            return top < 0 ? nil : top &- frame.localsCount
        case .pointer(let field):
            let top = try memory.word(at: frame.address &+ field)
            return top == 0 ? nil : Int(Int64(bitPattern: top &- frame.stackAddress)) / 8
        }
    }

    /// The number of the instruction that a frame stands at, as it lies in memory; nil before 3.11.
    package func instructionByte(of frame: Frame) throws(MemoryError) -> UInt8? {
        guard case .pointer(let field, _) = layout.instruction else { return nil }
        return try memory.load(UInt8.self, at: try memory.word(at: frame.address &+ field))
    }

    /// What slot `index` of the value stack holds, as the raw word.
    package func stackWord(_ index: Int, of frame: Frame) throws(MemoryError) -> UInt64 {
        try memory.word(at: frame.stackAddress &+ 8 &* UInt64(truncatingIfNeeded: index))
    }

    /// What local `index` (locals, cells and free variables in CPython's order) holds, as the raw word.
    package func localWord(_ index: Int, of frame: Frame) throws(MemoryError) -> UInt64 {
        try memory.word(at: frame.localsAddress &+ 8 &* UInt64(truncatingIfNeeded: index))
    }

    /// The block stack of `frame`, outermost first; empty from 3.11.
    package func blocks(of frame: Frame) throws(MemoryError) -> [Block] {
        guard let layout = layout.blockStack else { return [] }
        let count = Int(try memory.load(Int32.self, at: frame.address &+ layout.count))
        guard (0...20).contains(count) else {  // CO_MAXBLOCKS
            throw MemoryError(address: frame.address, reason: "a block stack of \(count)")
        }
        var blocks: [Block] = []
        for index in 0..<count {
            let base = frame.address &+ layout.first &+ UInt64(truncatingIfNeeded: index) &* layout.stride
            let kind = try memory.load(Int32.self, at: base)
            let handler = Int(try memory.load(Int32.self, at: base &+ 4))
            blocks.append(
                Block(
                    isHandling: kind == 257,  // EXCEPT_HANDLER, opcode.h
                    handler: layout.countsUnits ? handler &* 2 : handler,
                    level: Int(try memory.load(Int32.self, at: base &+ 8))))
        }
        return blocks
    }

    /// The exception state at `address` (`_PyErr_StackItem`).
    package func exceptionItem(at address: UInt64) throws(MemoryError) -> ExceptionItem {
        ExceptionItem(
            value: try memory.word(at: address &+ layout.excItemValue),
            traceback: try layout.excItemTraceback.map { field throws(MemoryError) in
                try memory.word(at: address &+ field)
            } ?? 0,
            previous: try memory.word(at: address &+ layout.excItemPrevious))
    }

    /// The address of the innermost exception state of a thread.
    package func exceptionItemAddress(ofThread thread: UInt64) throws(MemoryError) -> UInt64 {
        try memory.word(at: thread &+ layout.excInfo)
    }

    /// Whether the object at `address` is one no more: it must not be touched, nor what lies beside it.
    ///
    /// What is being let go has no references. Behind that, free memory has the address of other free memory where the count was, or 0; a count
    /// has 32 bits, and above them flags in the highest 16 (from 3.14).
    package func isGone(_ address: UInt64) throws(MemoryError) -> Bool {
        let word = try memory.word(at: address)
        return word & 0xFFFF_FFFF == 0 || word >> 32 & 0xFFFF != 0
    }

    /// The object a word of a frame refers to, 0 for an empty slot.
    package func untagged(_ word: UInt64) -> UInt64 {
        layout.slotsAreTagged ? word & ~3 : word
    }

    /// The number that a word stands for when it is a tagged integer, no reference.
    package func taggedInteger(_ word: UInt64) -> Int? {
        layout.slotsAreTagged && word & 3 == 3 ? Int(truncatingIfNeeded: Int64(bitPattern: word) >> 2) : nil
    }

    private func offset(of address: UInt64, code: UInt64) throws(MemoryError) -> Int {
        switch layout.instruction {
        case .byteOffset(let field): return Int(try memory.load(Int32.self, at: address &+ field))
        case .unitOffset(let field):
            let units = Int(try memory.load(Int32.self, at: address &+ field))
            return units < 0 ? -1 : units &* 2
        case .pointer(let field, let array):
            let pointer = try memory.word(at: address &+ field)
            return Int(Int64(bitPattern: pointer &- (code &+ array)))
        }
    }

    private func enteredFromC(_ address: UInt64, previous: UInt64) throws(MemoryError) -> Bool? {
        switch layout.entry {
        case .none: return nil
        case .flag(let field): return try memory.load(UInt8.self, at: address &+ field) != 0
        case .shim: return previous == 0 ? true : try isShim(previous)
        }
    }

    private func isGenerator(_ address: UInt64) throws(MemoryError) -> Bool {
        if let field = layout.frameGenerator { return try memory.word(at: address &+ field) != 0 }
        guard let field = layout.owner else { return false }
        return try memory.load(UInt8.self, at: address &+ field) == 1  // FRAME_OWNED_BY_GENERATOR
    }
}
