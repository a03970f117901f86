// From the shape of a frame's state to code that rebuilds it and goes on.
// This file knows the order in which a frame is rebuilt; it must not know objects, addresses or where the shape is from.

import Bytecode
import Model

extension MorphableCode {
    /// The morph for a frame of this code that has `shape`.
    ///
    /// Its preamble stores locals and cells, rebuilds blocks, handled exceptions and the value stack, obtains the awaited
    /// value from the next inner frame and jumps behind the instruction that waited for it. The original follows.
    ///
    /// - Throws: `BytecodeError` when the shape does not fit the code.
    package func morph(_ shape: FrameShape) throws(BytecodeError) -> MorphPlan {
        guard flow.instructions.indices.contains(shape.instruction) else {
            throw BytecodeError(.inconsistentStack, at: 0)
        }
        var builder = MorphBuilder(code: self, shape: shape)
        builder.begin()
        try builder.rebuildStack()
        try builder.resume()
        return try builder.finish()
    }
}

/// What RESUME says of its place (Include/internal/pycore_opcode_utils.h).
private enum Resume {
    static let atStart = 0
    /// Of a generator expression, before it is a generator (3.15): no frame object, no trace.
    static let atStartOfExpression = 4
}

struct MorphBuilder {
    let code: MorphableCode
    let shape: FrameShape
    let pending: Instruction
    let pendingLocation: LineRow
    var preamble: Preamble
    var constants: [ExtraConstant] = []
    var segments: [[StatePart]] = []
    var needsAttributeName = false
    /// Stack slots, bottom up, that the next segment pushes.
    var run: [Int] = []
    var localsAreStored = false
    var handlerCount = 0
    /// Label behind the call of the inner frame.
    var innerEnd: Int?

    init(code: MorphableCode, shape: FrameShape) {
        self.code = code
        self.shape = shape
        pending = code.flow.instructions[shape.instruction]
        pendingLocation = code.location(at: pending.offset)
        preamble = Preamble(version: code.version)
    }

    var table: OpcodeTable { OpcodeTable.table(for: code.version) }

    // MARK: Entry

    mutating func begin() {
        preamble.locate(pendingLocation)
        for instruction in code.flow.instructions {
            switch instruction.mnemonic {
            case .copyFreeVars, .makeCell, .genStart:
                // A generator is entered with the value sent to it, which GEN_START takes (3.10).
                if instruction.mnemonic == .genStart { preamble.adjust(1) }
                preamble.emit(instruction.mnemonic, Int(instruction.argument))
            default:
                beginBody()
                return
            }
        }
    }

    private mutating func beginBody() {
        if let entry = code.generatorEntry {
            guard entry < shape.instruction else {
                // What makes a generator later must not be seen until then: its frame object would be left behind.
                preamble.emit(.resume, Resume.atStartOfExpression)
                return
            }
            preamble.emit(.returnGenerator)
            preamble.emit(.popTop)
        }
        if table.has(.resume) { preamble.emit(.resume, Resume.atStart) }
    }

    // MARK: State

    mutating func rebuildStack() throws(BytecodeError) {
        var position = 0
        var blocks = shape.blocks[...]
        while true {
            while let block = blocks.first, block.level == position, !block.isHandling {
                flush()
                preamble.jump(.setupFinally, to: .body(block.handler))
                blocks.removeFirst()
            }
            if let block = blocks.first, block.level == position { blocks.removeFirst() }
            guard position < shape.slots.count else { break }
            switch shape.slots[position] {
            case .object:
                run.append(position)
                position += 1
            case .null:
                flush()
                pushNull()
                position += 1
            case .unused:
                flush()
                preamble.emit(.loadConst, constant(.none))
                position += 1
            case .returnAddress(let offset):
                flush()
                // Still the place in the original: where it goes to is known when the preamble is complete.
                preamble.emit(.loadConst, constant(.integer(offset)))
                position += 1
            case .handler(let lasti):
                flush()
                try raiseAndCatch(lasti: lasti)
                let slots = slotsOfHandler(at: position)
                position += slots.count
                if slots.hasGap {
                    pushNull()
                    preamble.emit(.rotFour)
                }
                guard preamble.depth == position else {
                    throw BytecodeError(.inconsistentStack, at: pending.offset)
                }
            case .raised:
                flush()
                try raiseAndCatch(lasti: true, entersHandler: false)
                position += 2
                guard preamble.depth == position else {
                    throw BytecodeError(.inconsistentStack, at: pending.offset)
                }
            case .ofHandler:
                throw BytecodeError(.inconsistentStack, at: pending.offset)
            }
        }
        flush()
        guard blocks.isEmpty else { throw BytecodeError(.inconsistentStack, at: pending.offset) }
    }

    /// Stores the locals (the first time) and pushes the slots collected since the last flush: all come out of one
    /// iterator, so that nothing else refers to them afterwards.
    private mutating func flush() {
        var parts: [StatePart] = []
        var stored: [Int] = []
        if !localsAreStored {
            localsAreStored = true
            stored = shape.bound.indices.filter { shape.bound[$0] && code.isStored(local: $0) }
            parts = stored.map { .local($0) }
            for argument in 0..<code.argumentSlots where !shape.bound[argument] {
                preamble.emit(.deleteFast, argument)
            }
        }
        parts += run.reversed().map { .stack($0) }
        run = []
        unpack(parts)
        for local in stored { preamble.emit(.storeFast, local) }
    }

    mutating func unpack(_ parts: [StatePart]) {
        guard !parts.isEmpty else { return }
        preamble.emit(.loadConst, constant(.segment))
        preamble.emit(.unpackSequence, parts.count)
        segments.append(parts)
    }

    mutating func pushNull() {
        if table.has(.pushNull) {
            preamble.emit(.pushNull)
        } else if table.has(.beginFinally) {
            preamble.emit(.beginFinally)
        } else {
            // Loading a plain attribute as a method pushes NULL below it.
            preamble.emit(.loadConst, constant(.none))
            preamble.emit(.loadMethod, code.nameCount)
            preamble.emit(.popTop)
            needsAttributeName = true
        }
    }

    /// Makes the interpreter handle an exception, as it did in the handler of the original.
    private mutating func raiseAndCatch(lasti: Bool, entersHandler: Bool = true) throws(BytecodeError) {
        let bottom = preamble.depth
        let handler = preamble.reserve()
        let raised = shape.raised.indices.contains(handlerCount) ? shape.raised[handlerCount] : nil
        let instructions = code.flow.instructions
        let part = StatePart.handled(handlerCount)
        handlerCount += 1
        if let raised, instructions.indices.contains(raised) {
            preamble.locate(code.location(at: instructions[raised].offset))
        }
        if code.version.facts.hasBlockStack { preamble.jump(.setupFinally, to: .label(handler)) }
        let start = preamble.mark()
        unpack([part])
        preamble.emit(.raiseVarargs, 1)
        let end = preamble.mark()
        preamble.place(handler)
        if code.version.facts.hasBlockStack {
            preamble.adjust(6)
            // An `except` body pops what it was entered with and keeps the three slots of the outer exception.
            let slots = slotsOfHandler(at: bottom)
            for _ in 0..<max(0, 6 - (slots.hasGap ? 6 : slots.count)) { preamble.emit(.popTop) }
        } else {
            preamble.cover(from: start, to: end, target: .label(handler), depth: bottom, lasti: lasti)
            preamble.adjust(lasti ? 2 : 1)
            if entersHandler {
                preamble.emit(.pushExcInfo)
                preamble.emit(.popTop)
            }
        }
        preamble.locate(pendingLocation)
    }

    /// How many slots belong to the handler that begins at `position`.
    ///
    /// While the exit function of a `with` runs that an exception leaves, and until this is raised on, NULL lies between
    /// the outer exception and this one (3.8).
    private func slotsOfHandler(at position: Int) -> (count: Int, hasGap: Bool) {
        func isPart(_ place: Int) -> Bool {
            shape.slots.indices.contains(place) && shape.slots[place] == .ofHandler
        }
        var count = 1
        while isPart(position + count) { count += 1 }
        guard count == 3, shape.slots.indices.contains(position + 3), shape.slots[position + 3] == .null,
            isPart(position + 4), isPart(position + 5), isPart(position + 6)
        else { return (count, false) }
        return (7, true)
    }

    mutating func constant(_ value: ExtraConstant) -> Int {
        constants.append(value)
        return code.constantCount + constants.count - 1
    }

    // MARK: Result

    func finish() throws(BytecodeError) -> MorphPlan {
        let shift = preamble.size
        let relocation = try code.relocation(by: shift)
        let (bytes, labels) = try preamble.assemble { relocation.place(of: $0) }
        let lines = LineTable(
            preambleRows(labels, end: shift) + relocation.rows, firstLine: code.lines.firstLine)
        return MorphPlan(
            code: bytes + relocation.body,
            lineTable: try lines.encoded(code.version.facts.lineTable),
            exceptionTable: code.version.facts.hasExceptionTable
                ? try handlers(labels, shift: shift).encoded() : nil,
            stackSize: max(code.stackSize, preamble.deepest + 2),
            constants: try (constants + [.marker]).map { constant throws(BytecodeError) in
                guard case .integer(let offset) = constant else { return constant }
                guard let place = relocation.place(of: offset) else {
                    throw BytecodeError(.unrepresentable, at: offset)
                }
                return .integer(place)
            },
            needsAttributeName: needsAttributeName, segments: segments, shift: shift,
            innerEnd: innerEnd.map { labels[$0] } ?? 0)
    }

    private func preambleRows(_ labels: [Int], end: Int) -> [LineRow] {
        var rows: [LineRow] = []
        for (index, mark) in preamble.lines.enumerated() {
            let next = index + 1 < preamble.lines.count ? labels[preamble.lines[index + 1].label] : end
            var row = mark.location
            row.start = labels[mark.label]
            row.end = next
            if row.end > row.start { rows.append(row) }
        }
        return rows
    }

    private func handlers(_ labels: [Int], shift: Int) -> ExceptionTable {
        var entries: [ExceptionEntry] = []
        for covered in preamble.covered {
            let target: Int
            switch covered.target {
            case .label(let label): target = labels[label]
            case .body(let offset): target = offset + shift
            }
            entries.append(
                ExceptionEntry(
                    start: labels[covered.start], end: labels[covered.end], target: target,
                    depth: covered.depth,
                    pushesLasti: covered.lasti))
        }
        return ExceptionTable(
            entries.sorted { $0.start < $1.start } + code.handlers.entries.map { $0.shifted(by: shift) })
    }
}
