// The use-case: the frames of this thread, or of a suspended generator, as states that morphs are made for.
// This file knows what belongs to a frame's state and when it can't be moved; it must not know Python objects' insides.

import Bytecode
import CPython
import Memory
import Model
import Morph

/// Captures frames of the running interpreter.
///
/// It only reads.
package final class Capture<Source: Interpreter> {
    package let interpreter: Source
    let reader: FrameReader<LocalMemory>
    let facts: StackFacts
    private let exitInitCheck: UInt8?
    var cache: CodeCache<Source>

    package init(interpreter: Source, version: PythonVersion) {
        self.interpreter = interpreter
        reader = FrameReader(memory: LocalMemory(), layout: .of(version))
        facts = .facts(for: version)
        exitInitCheck = OpcodeTable.table(for: version).opcode(of: .exitInitCheck)
        cache = CodeCache(interpreter: interpreter, version: version)
    }

    /// The frames from the frame object `first` out to `last`, innermost first.
    ///
    /// - Parameters:
    ///   - thread: The address of the `PyThreadState` that runs them.
    ///   - first: The innermost frame object.
    ///   - last: The outermost.
    ///   - interrupted: Whether `first` stands between two instructions, and waits for nothing.
    /// - Returns: The frames, innermost first.
    /// - Throws: `Refusal` for the first frame that can't be moved.
    package func frames(
        ofThread thread: UInt64, from first: UInt64, to last: UInt64, interrupted: Bool
    ) throws(Refusal) -> [CapturedFrame] {
        do {
            return try walk(thread, first, last, interrupted)
        } catch let error as MemoryError {
            throw Refusal(.unknownState("\(error.reason) at \(error.address)"))
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.unknownState("\(error)"))
        }
    }

    private func walk(_ thread: UInt64, _ first: UInt64, _ last: UInt64, _ interrupted: Bool) throws
        -> [CapturedFrame]
    {
        var captured: [CapturedFrame] = []
        var address = try reader.currentFrame(ofThread: thread)
        var item = try reader.exceptionItem(at: try reader.exceptionItemAddress(ofThread: thread))
        var seen = item
        var inner: Frame?
        var initialized: UInt64 = 0
        /// How many of the captured have no frame object: those of generator expressions that are no generators yet (3.15).
        var hidden = 0
        while address != 0 {
            if try reader.isShim(address) {
                address = try reader.frame(at: address).previous
                continue
            }
            let frame = try reader.frame(at: address)
            if let exitInitCheck, try reader.instructionByte(of: frame) == exitInitCheck {
                // From 3.13 the loop puts a frame of its own between a class call and `__init__` (`_Py_InitCleanup`,
                // Python/specialize.c), which holds the new object. Its code object is not complete: don't touch it.
                initialized = reader.untagged(try reader.localWord(0, of: frame))
                address = frame.previous
                continue
            }
            let delegation = try delegation(of: frame, to: inner)
            if !captured.isEmpty || frame.object == first {
                guard let inner else { throw Refusal(.unknownState("the frame waits for nothing")) }
                do {
                    let isBetween = captured.isEmpty && interrupted
                    captured.append(
                        try self.frame(
                            frame, waitingFor: inner, initialized: initialized, isBetween: isBetween,
                            delegation: delegation, seen: &seen))
                } catch var refusal as Refusal {
                    refusal.depth = captured.count - hidden
                    throw refusal
                }
                if frame.object == last { return captured }
                if frame.object == 0 { hidden += 1 }
            }
            if frame.isGenerator, delegation == nil {
                item = try reader.exceptionItem(at: item.previous)
                seen = item
            }
            initialized = 0
            inner = frame
            if delegation != nil { inner?.enteredFromC = true }
            address = frame.previous
        }
        throw Refusal(depth: captured.count - hidden, .unknownState("the outermost frame was not found"))
    }

    /// A frame that waits for `inner`.
    ///
    /// `seen` is the exception it sees as handled, and becomes that of the next outer one.
    private func frame(
        _ frame: Frame, waitingFor inner: Frame, initialized: UInt64, isBetween: Bool, delegation: Int?,
        seen: inout ExceptionItem
    ) throws -> CapturedFrame {
        let running = try cache.code(at: frame.code, slotCount: frame.localsCount)
        let flow = running.known.code.flow
        // Up to 3.10 a call is traced before the frame's first instruction.
        let begins = try frame.offset < 0 && !frame.isGenerator && (isBetween || isGiven(frame, to: inner))
        guard var index = running.instruction(at: begins ? 0 : frame.offset) else {
            throw Refusal(.unknownState("instruction offset \(frame.offset) is outside of the code"))
        }
        if flow.instructions[index].mnemonic == .precall, !isBetween { index += 1 }
        if let delegation { index = delegation }
        let instruction = flow.instructions[index]
        let answer: Answer
        if isBetween {
            answer = Answer(.interrupted)
        } else if let mark = running.mark, let relocation = running.relocation,
            frame.offset < relocation.shift
        {
            // A frame in its preamble waits as it did when that was made.
            guard let suspension = Suspension(rawValue: mark.suspension), suspension.callsInner else {
                throw Refusal(.unknownState("it is just being put in place"))
            }
            try checkPreamble(frame, running, mark, inner)
            answer = Answer(suspension, completion: mark.completion)
        } else {
            answer = try self.answer(
                frame, running, index, instruction, inner, initialized, hasSent: delegation == nil)
        }
        switch answer.place {
        case .at: break
        case .behind: index += 1
        case .target:
            guard let target = instruction.target(running.known.code.version.facts),
                let found = flow.instructions.index(at: target)
            else { throw Refusal(.unknownState("a jump to nowhere")) }
            index = found
        }
        if answer.suspension == .interrupted { index = beginOfCall(index, in: flow.instructions) }
        guard flow.instructions.indices.contains(index) else {
            throw Refusal(.unknownState("nothing follows the instruction"))
        }
        let pending = flow.instructions[index]
        var ownItem = seen
        if delegation != nil {
            ownItem = try reader.exceptionItem(ofGenerator: try reader.generatorAddress(of: frame))
        }
        var state = try StateReader(capture: self, frame: frame, running: running).state(
            index: index, depthBelow: answer.suspension.keepsOperands ? 0 : facts.taken(by: pending),
            seen: &ownItem)
        if delegation == nil {
            seen = ownItem
        } else if !state.handled.isEmpty {
            // What runs inside does not see that exception now, and would when the frame stands.
            throw Refusal(.instruction(instruction.mnemonic.name))
        }
        if let operands = answer.operands { try state.replaceTop(with: operands) }
        var captured = try state.finish(answer.suspension)
        captured.completion = answer.completion
        if frame.isGenerator { captured.generator = try reader.generatorAddress(of: frame) }
        return captured
    }

    /// The SEND or YIELD_FROM of a generator that is suspended there while an exception is thrown into the one that it delegates to.
    ///
    /// Its frame is on the stack then, but no loop runs it, and its exception state is not in the chain (`gen_throw` of
    /// Objects/genobject.c, from 3.10). It shows the instruction before YIELD_FROM (3.10), the yield behind SEND, or the RESUME that
    /// follows (from 3.13).
    private func delegation(of frame: Frame, to inner: Frame?) throws -> Int? {
        guard frame.isGenerator, let inner, inner.isGenerator, inner.enteredFromC != false else { return nil }
        let running = try cache.code(at: frame.code, slotCount: frame.localsCount)
        guard let index = running.instruction(at: frame.offset) else { return nil }
        let instructions = running.known.code.flow.instructions
        if instructions.indices.contains(index + 1), instructions[index + 1].mnemonic == .yieldFrom {
            return index + 1
        }
        for way in [[Mnemonic.yieldValue], [.yieldValue, .resume]] where index >= way.count {
            let send = index - way.count
            if instructions[send].mnemonic == .send, instructions[(send + 1)...index].map(\.mnemonic) == way {
                return send
            }
        }
        return nil
    }

    /// Makes sure that a frame in its preamble waits for `inner` and nothing else: for the frame that it was made to call, or for
    /// one that its completion has named since.
    private func checkPreamble(_ frame: Frame, _ running: RunningCode, _ mark: MorphMark, _ inner: Frame)
        throws
    {
        if try isGiven(frame, to: inner) { throw Refusal(.native("a signal handler")) }
        if frame.offset < mark.innerEnd || inner.enteredFromC == false && !inner.isGenerator { return }
        guard let flow = running.own?.flow, let index = flow.instructions.index(containing: frame.offset),
            let depth = flow.states(at: index).first?.depth
        else { throw Refusal(.unknownState("it is just being put in place")) }
        let known = try cache.code(at: inner.code, slotCount: inner.localsCount).known
        let taken = facts.taken(by: flow.instructions[index])
        let operands = try (max(depth - taken, 0)..<depth).map {
            reader.untagged(try reader.stackWord($0, of: frame))
        }
        let answer = try interpreter.bridge(
            Site(
                mnemonic: flow.instructions[index].mnemonic, argument: 0, code: running.known.object,
                frame: frame.object, namespace: 0, globals: frame.globals, operands: operands, target: 0,
                keywordNames: nil,
                isDirect: false, comesBetween: false, initialized: 0,
                inner: InnerFrame(
                    code: known.object, globals: inner.globals, namespace: 0, generator: 0, arguments: []),
                depth: 0, frames: (frame, inner)))
        guard answer.suspension == .result, answer.completion == 0 else {
            throw Refusal(.native("an operation that a hop has interrupted before"))
        }
    }

    /// Where the instructions of a call begin whose keyword arguments are named by one of their own (3.11, 3.12): what that says is
    /// nowhere to be read.
    private func beginOfCall(_ index: Int, in instructions: Instructions) -> Int {
        var place = index
        if instructions[place].mnemonic == .call, place > 0, instructions[place - 1].mnemonic == .precall {
            place -= 1
        }
        let isCall = instructions[place].mnemonic == .call || instructions[place].mnemonic == .precall
        return isCall && place > 0 && instructions[place - 1].mnemonic == .kwNames ? place - 1 : index
    }

    /// How `frame`, which stands at `instruction`, goes on when `inner` has ended.
    private func answer(
        _ frame: Frame, _ running: RunningCode, _ index: Int, _ instruction: Instruction, _ inner: Frame,
        _ initialized: UInt64, hasSent: Bool
    ) throws -> Answer {
        let isDirect = inner.enteredFromC == false
        if isDirect, initialized == 0, !inner.isGenerator { return Answer(.result) }
        let flow = running.known.code.flow
        let before: Int
        do {
            before = try StateReader(capture: self, frame: frame, running: running).depth(before: index)
        } catch {
            // The instruction named has been executed, and has changed the blocks.
            throw try isGiven(frame, to: inner) ? Refusal(.native("a signal handler")) : error
        }
        let taken = facts.taken(by: instruction)
        let isCall = CallSite(instruction, facts: facts) != nil
        let known = try cache.code(at: inner.code, slotCount: inner.localsCount).known
        let arguments = try self.arguments(of: inner, known.code)
        // What nobody has called in an expression runs while the operands of the instruction are being let go.
        let isCallback = interpreter.comesBetween(known.object, arguments)
        let comesBetween = try isCallback || isGiven(frame, to: inner)
        var wasTaken = isDirect && taken > 0
        if !isDirect, isCall, let depth = try reader.publishedDepth(of: frame), depth < before {
            // The call has ended, and its operands may be gone.
            wasTaken = true
        }
        // A program may give its own frame to what it calls.
        if isCall, !wasTaken, initialized == 0, !inner.isGenerator, !isCallback,
            try isPlainCall(frame, instruction, code: known.object, base: before - taken)
        {
            return Answer(.result)
        }
        var site = Site(
            mnemonic: instruction.mnemonic, argument: Int(instruction.argument), code: running.known.object,
            frame: frame.object, namespace: running.known.code.isOptimized ? 0 : frame.locals,
            globals: frame.globals, operands: nil, target: 0, keywordNames: nil, isDirect: isDirect,
            comesBetween: comesBetween, initialized: initialized,
            inner: InnerFrame(
                code: known.object, globals: inner.globals,
                namespace: known.code.isOptimized ? 0 : inner.locals,
                generator: inner.isGenerator ? try reader.generatorAddress(of: inner) : 0,
                arguments: arguments), depth: max(before - taken - facts.kept(by: instruction), 0),
            frames: (frame, inner))
        let first = before - taken - facts.kept(by: instruction)
        var readable = wasTaken ? before - taken : hasSent ? before : before - 1
        if comesBetween {
            // The lowest slot holds something in any case: a callable, or what a call that has ended gave. NULL there says that
            // the call goes on, and a callable follows.
            readable = isCall && first >= 0 ? first + 1 : first
            if readable > first, try reader.untagged(reader.stackWord(first, of: frame)) == 0 {
                readable += 1
            }
        }
        if first >= 0, readable > first {
            site.operands = try (first..<before).map { position in
                guard position < readable else { return 0 }
                let word = try reader.stackWord(position, of: frame)
                let operand = reader.taggedInteger(word) != nil ? 0 : reader.untagged(word)
                if instruction.mnemonic == .callFunctionEx,
                    position > first + (facts.callFunctionExFixed - 1),
                    !isKeptAsItIs(position, before: index, running.known.code),
                    // What runs, or has a method running, is there.
                    operand != site.inner.generator, operand != arguments.first
                {
                    return 0
                }
                return operand
            }
        }
        if isCall, site.inner.generator != 0, !isDirect, try isBeingFinalized(site) {
            throw Refusal(Self.ending)
        }
        for operand in site.operands ?? [] where operand != 0 {
            if try reader.isGone(operand) { throw Refusal(Self.ending) }
        }
        let entersContext =
            instruction.mnemonic == .beforeWith || instruction.mnemonic == .beforeAsyncWith
        if entersContext, facts.beforeWithLetsGo, site.operands != [arguments.first ?? 0] {
            // Only while `__enter__` has the manager is it certain that there still is one.
            site.operands = [0]
        }
        if instruction.addsToContainer, !comesBetween {
            let position = before - 1 - Int(instruction.argument)
            if position >= 0 { site.target = try reader.untagged(reader.stackWord(position, of: frame)) }
        }
        for place in [index - 1, index - 2] where place >= 0 {
            if flow.instructions[place].mnemonic == .kwNames {
                site.keywordNames = Int(flow.instructions[place].argument)
            } else if flow.instructions[place].mnemonic == .precall {
                continue
            }
            break
        }
        return try interpreter.bridge(site)
    }

    static var ending: Refusal.Reason { .native("the end of an object that nothing holds any more") }

    /// Whether the generator of the inner frame may be one that has been an operand of a call, and is closed because the call has ended and
    /// nothing else holds it.
    ///
    /// It has one reference then, as it may have when the call drives it; but on the C stack lies an address that `tp_finalize` goes on at.
    private func isBeingFinalized(_ site: Site) throws -> Bool {
        let generator = site.inner.generator
        guard try reader.memory.load(UInt32.self, at: generator) == 1 else { return false }
        let finalize = try reader.memory.word(
            at: try reader.memory.word(at: generator &+ 8) &+ UInt64(ObjectLayout.finalize))
        guard finalize != 0 else { return false }
        let region = try nativeStack(of: site)
        for place in stride(from: region.lowerBound & ~7, to: region.upperBound, by: 8)
        where (1..<768).contains(try reader.memory.word(at: place) &- finalize) { return true }
        return false
    }

    /// Whether an operand of `CALL_FUNCTION_EX` is certainly a tuple or dict already.
    ///
    /// The instruction makes one of anything else and
    /// lets that go, though its slot still names it.
    private func isKeptAsItIs(_ position: Int, before index: Int, _ code: MorphableCode) -> Bool {
        let flow = code.flow
        for place in stride(from: index - 1, through: max(0, index - 256), by: -1) {
            guard let depth = flow.states(at: place).first?.depth else { return false }
            let instruction = flow.instructions[place]
            guard instruction.jump == .none else { return false }
            let argument = Int(instruction.argument)
            let pushed = depth + facts.effect(instruction.mnemonic, argument)
            guard pushed > position else { return false }
            switch instruction.mnemonic {
            case .dictMerge, .listToTuple, .buildTuple, .buildMap, .buildConstKeyMap, .buildMapUnpackWithCall,
                .buildTupleUnpackWithCall, .buildTupleUnpack, .buildMapUnpack:
                if pushed == position + 1 { return true }
            // INTRINSIC_LIST_TO_TUPLE
            case .callIntrinsic1 where pushed == position + 1: return argument == 6
            default: break
            }
            guard depth <= position else { continue }
            switch instruction.mnemonic {
            case .loadFast, .loadFastBorrow, .loadFastCheck: return code.isCollected(argument)
            case .loadFastLoadFast, .loadFastBorrowLoadFastBorrow:
                return code.isCollected(depth == position ? argument >> 4 : argument & 15)
            default: return false
            }
        }
        return false
    }

    /// The first arguments of a frame, 0 for one that its code may have changed.
    private func arguments(of frame: Frame, _ code: MorphableCode) throws -> [UInt64] {
        try (0..<min(4, code.argumentSlots)).map { index in
            if code.changes.contains(index) { return 0 }
            let object = reader.untagged(try reader.localWord(index, of: frame))
            if object == 0, index == 0, let cell = code.cellOfFirstArgument {
                guard frame.localsCount > code.localCount + cell else { return 0 }
                let found = reader.untagged(try reader.localWord(code.localCount + cell, of: frame))
                return found == 0 ? 0 : try reader.memory.word(at: found &+ 16)  // PyCellObject.ob_ref
            }
            if object != 0, interpreter.isCell(object) { return try reader.memory.word(at: object &+ 16) }
            return object
        }
    }

    /// Whether one of the first locals of `inner` is the frame object of `frame`, as it is given to signal handlers and trace
    /// functions.
    private func isGiven(_ frame: Frame, to inner: Frame) throws -> Bool {
        guard frame.object != 0 else { return false }
        for index in 0..<min(3, inner.localsCount)
        where reader.untagged(try reader.localWord(index, of: inner)) == frame.object { return true }
        return false
    }

    /// Whether nothing but the call itself lies between a frame and the next inner one, though C code entered that.
    private func isPlainCall(_ frame: Frame, _ instruction: Instruction, code: UInt64, base: Int) throws
        -> Bool
    {
        guard let call = CallSite(instruction, facts: facts) else { return false }
        let bottom = try reader.stackWord(base, of: frame)
        let callable = reader.untagged(
            call.skipsNull && reader.untagged(bottom) == 0
                ? try reader.stackWord(base + 1, of: frame)
                : try reader.stackWord(base + call.callable, of: frame))
        guard callable != 0 else { throw Refusal(.unknownState("a call without a callable")) }
        if interpreter.codeCalled(by: callable).map({ original(of: $0) }) == code { return true }
        // A bound method that is called puts its object into the callable's slot for the time of the call
        // (`method_vectorcall`, Objects/classobject.c); from 3.11 the loop takes bound methods apart before.
        return !facts.callsTakeMethodsApart && interpreter.hasMethod(callable, code: code)
    }

    /// The code that a morph was made of, or the code itself.
    private func original(of code: UInt64) -> UInt64 {
        (try? interpreter.morphMark(ofCode: code))??.original ?? code
    }
}

/// Where a call instruction has its callable, and how much it takes.
struct CallSite {
    /// Slot of the callable above the base.
    var callable: Int
    /// The callable lies one higher when the base slot is NULL.
    var skipsNull: Bool

    /// nil for instructions that are not calls.
    init?(_ instruction: Instruction, facts: StackFacts) {
        switch instruction.mnemonic {
        case .callFunction, .callFunctionKw, .callKw:
            (callable, skipsNull) = (0, false)
        case .callMethod: (callable, skipsNull) = (0, true)
        case .call: (callable, skipsNull) = (0, facts.nullPrecedesCallable)
        case .callFunctionEx: (callable, skipsNull) = (0, facts.nullPrecedesCallable)
        default: return nil
        }
    }
}

extension Capture {
    /// What the program has registered with `atexit`; nil where the version does not keep it in reach.
    package func exitCallbacks(ofThread thread: UInt64) throws(Refusal) -> [ExitCallback]? {
        do {
            return try reader.exitCallbacks(ofThread: thread)
        } catch {
            throw Refusal(depth: -1, .unknownState(error.reason))
        }
    }
}
