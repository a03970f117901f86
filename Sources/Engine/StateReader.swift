// Reads what a frame holds at one instruction, and gives it the shape that morphs are made for.
// This file knows how analysis and memory fit together; it must not decide whether a frame may be moved.

import Bytecode
import CPython
import Memory
import Model
import Morph

/// What was read of a frame; `finish` makes the morph.
struct ReadState<Source: Interpreter> {
    let capture: Capture<Source>
    let frame: Frame
    let running: RunningCode
    /// Depth of the stack below the operands of the pending instruction, and before it.
    let depth: Int
    let before: Int
    var shape: FrameShape
    var stack: [StateReference]
    var locals: [UInt64]
    var handled: [(exception: UInt64, isFirstEntry: Bool, traceback: UInt64)]
}

struct StateReader<Source: Interpreter> {
    let capture: Capture<Source>
    let frame: Frame
    let running: RunningCode

    private var reader: FrameReader<LocalMemory> { capture.reader }
    private var code: MorphableCode { running.known.code }

    /// The state of the frame below the `depthBelow` operands of the instruction at `index`.
    func state(index: Int, depthBelow: Int, seen: inout ExceptionItem) throws -> ReadState<Source> {
        // The exit function of a `with` has been taken off the stack when it runs (3.8), as it is before the next instruction,
        // where what it gave lies on the stack with one thing more.
        let isLeaving = code.flow.instructions[index].mnemonic == .withCleanupStart && depthBelow > 0
        let flow = try flowState(at: isLeaving ? index + 1 : index)
        let blocks = flow.blocks
        let base = flow.depth - (isLeaving ? 2 : depthBelow)
        guard base >= 0 else { throw Refusal(.unknownState("a stack of \(base)")) }
        var slots: [SlotShape] = []
        var stack: [StateReference] = []
        var handlers: [(position: Int, previous: ExceptionItem)] = []
        var raised: [UInt64] = []
        var specials = flow.specials[...]
        for position in 0..<base {
            let word = try reader.stackWord(position, of: frame)
            let object = reader.untagged(word)
            if object != 0, reader.taggedInteger(word) == nil, try reader.isGone(object) {
                throw Refusal(Capture<Source>.ending)
            }
            stack.append(StateReference(object: object))
            if slots.last == .raised {
                if specials.first?.position == position { specials.removeFirst() }
                slots.append(.ofHandler)
                raised.append(object)
                continue
            }
            guard let special = specials.first, special.position == position else {
                if let index = reader.taggedInteger(word), position > 0 {
                    // An iteration without iterator object: the sequence below gets one, this slot stays empty.
                    stack[position - 1].iterationIndex = index
                    stack[position].object = 0
                    slots.append(.null)
                } else {
                    slots.append(object == 0 ? .null : .object)
                }
                continue
            }
            specials.removeFirst()
            slots.append(
                try shape(of: special, object, slots: slots, next: specials.first, handlers: &handlers))
        }
        let handled =
            try handledExceptions(handlers, seen: &seen)
            + raised.map { exception in (exception, shownInstruction(raising: exception, caughtWith: 0), 0) }
        var locals = try (0..<frame.localsCount).map { reader.untagged(try reader.localWord($0, of: frame)) }
        if let cell = code.cellOfFirstArgument, locals.indices.contains(code.localCount + cell),
            locals[0] == 0
        {
            // `super()` looks for the first argument in its own slot, which the original's frame finds through its cell.
            // PyCellObject.ob_ref
            locals[0] = try reader.memory.word(at: locals[code.localCount + cell] &+ 16)
        }
        return ReadState(
            capture: capture, frame: frame, running: running, depth: base, before: flow.depth,
            shape: FrameShape(
                suspension: .result, instruction: index, bound: locals.map { $0 != 0 }, slots: slots,
                blocks: blocks,
                raised: handled.map { $0.instruction }),
            stack: stack, locals: locals,
            handled: handled.map { ($0.exception, $0.instruction != nil, $0.traceback) })
    }

    /// The state of the frame's stacks before the instruction at `index`.
    func flowState(at index: Int) throws -> FlowState {
        let blocks = try originalBlocks()
        let states = try code.flow.states(at: index).filter { try $0.blocks == blocks && fits($0) }
        guard let state = states.first else {
            throw Refusal(.unknownState("no way leads to this instruction with these blocks"))
        }
        guard states.allSatisfy({ $0.depth == state.depth }) else {
            throw Refusal(.unknownState("two ways lead to this instruction, and nothing tells which it was"))
        }
        return state
    }

    /// How deep the stack was before the instruction at `index`, which is being executed.
    func depth(before index: Int) throws -> Int {
        guard code.flow.instructions[index].mnemonic == .withCleanupStart else {
            return try flowState(at: index).depth
        }
        // With an exception two slots are pushed; otherwise the exit function goes besides (3.8).
        let after = try flowState(at: index + 1)
        let raises = after.specials.last == SpecialSlot(position: after.depth - 3, kind: .exception)
        return after.depth - (raises ? 2 : 1)
    }

    /// Whether memory agrees with a state in the slots that tell the states of 3.8 apart.
    private func fits(_ state: FlowState) throws -> Bool {
        for special in state.specials {
            let object = try reader.untagged(reader.stackWord(special.position, of: frame))
            switch special.kind {
            case .noReturnAddress where object != 0: return false
            case .returnAddress where try !isReturnAddress(object): return false
            default: continue
            }
        }
        return true
    }

    /// Whether this may be what a CALL_FINALLY has left: an int that names the instruction behind one.
    ///
    /// Where it is looked for in a state that is not the frame's, another object lies there, or one that is gone.
    private func isReturnAddress(_ object: UInt64) throws -> Bool {
        guard object != 0, try !reader.isGone(object), let address = capture.interpreter.integer(object),
            let index = running.instruction(at: address), code.flow.instructions.indices.contains(index - 1)
        else { return false }
        return code.flow.instructions[index - 1].mnemonic == .callFinally
    }

    private func shape(
        of special: SpecialSlot, _ object: UInt64, slots: [SlotShape], next: SpecialSlot?,
        handlers: inout [(position: Int, previous: ExceptionItem)]
    ) throws -> SlotShape {
        let position = special.position
        switch special.kind {
        case .returnAddress:
            guard let address = capture.interpreter.integer(object),
                let index = running.instruction(at: address), code.flow.instructions.indices.contains(index)
            else { throw Refusal(.unknownState("a return address that leads nowhere")) }
            return .returnAddress(code.flow.instructions[index].start)
        case .noReturnAddress: return .null
        case .lasti:
            guard let next, next.position == position + 1 else { return .unused }
            return next.kind == .previousException ? .handler(lasti: true) : .raised
        case .previousException:
            if !code.version.facts.hasBlockStack {
                handlers.append((position, ExceptionItem(value: object)))
                return slots.last == .handler(lasti: true) ? .ofHandler : .handler(lasti: false)
            }
            // Three slots: traceback, value, type.
            if let last = handlers.last, position - last.position < 3 {
                if position == last.position + 1 { handlers[handlers.count - 1].previous.value = object }
                return .ofHandler
            }
            handlers.append((position, ExceptionItem(value: 0, traceback: object)))
            return .handler(lasti: false)
        case .exception:
            if !code.version.facts.hasBlockStack { return object == 0 ? .null : .object }
            guard let last = handlers.last, (3..<7).contains(position - last.position) else { return .object }
            return .ofHandler
        }
    }

    /// From the outermost handler of the frame in: what each handles, and at which instruction the frame is shown when it
    /// is the first entry of its traceback.
    private func handledExceptions(
        _ handlers: [(position: Int, previous: ExceptionItem)], seen: inout ExceptionItem
    ) throws -> [(exception: UInt64, instruction: Int?, traceback: UInt64)] {
        guard let outermost = handlers.first else { return [] }
        var handled: [(exception: UInt64, instruction: Int?, traceback: UInt64)] = []
        for index in handlers.indices {
            let item = index + 1 < handlers.count ? handlers[index + 1].previous : seen
            let exception = item.value
            guard exception != 0, exception != capture.interpreter.none else {
                throw Refusal(.unknownState("a handler without an exception"))
            }
            handled.append(
                (
                    exception, shownInstruction(raising: exception, caughtWith: item.traceback),
                    item.traceback
                ))
        }
        seen = outermost.previous
        return handled
    }

    private func shownInstruction(raising exception: UInt64, caughtWith traceback: UInt64) -> Int? {
        let offset = capture.interpreter.tracebackOffset(
            of: exception, caughtWith: traceback, firstIn: frame.object)
        return offset.flatMap { running.shownInstruction(at: $0) }
    }

    /// The block stack in terms of the original code.
    private func originalBlocks() throws -> [FlowBlock] {
        try reader.blocks(of: frame).compactMap { block in
            var handler = block.handler
            if let relocation = running.relocation, !block.isHandling {
                // A preamble has a block of its own around the calls that its completion is asked about.
                if handler < relocation.shift { return nil }
                guard let index = relocation.originalIndex(of: handler) else {
                    throw Refusal(.unknownState("a handler outside of the code"))
                }
                handler = code.flow.instructions[index].start
            }
            return FlowBlock(isHandling: block.isHandling, handler: handler, level: block.level)
        }
    }
}

extension ReadState {
    /// The frame with its morph.
    func finish(_ suspension: Suspension) throws -> CapturedFrame {
        var shape = shape
        shape.suspension = suspension
        let plan = try running.known.plan(for: shape)
        let code = running.known.code
        let closureStart =
            code.version.facts.hasLocalsPlus ? code.slotCount - code.freeCount : code.localCount
        return CapturedFrame(
            code: running.known.object, plan: plan,
            segments: try plan.plan.segments.map { try $0.map(reference) },
            handled: handled, closure: closureStart < locals.count ? Array(locals[closureStart...]) : [],
            globals: frame.globals,
            locals: code.isOptimized || frame.locals == frame.globals ? 0 : frame.locals,
            instruction: shape.instruction, suspension: suspension)
    }

    /// What a morph asks for.
    ///
    /// A morph that asks for more than there is would be an error of ours, which the program must survive.
    private func reference(to part: StatePart) throws -> StateReference {
        switch part {
        case .local(let index) where locals.indices.contains(index): StateReference(object: locals[index])
        case .stack(let index) where stack.indices.contains(index): stack[index]
        case .handled(let index) where handled.indices.contains(index):
            StateReference(object: handled[index].exception)
        case .inner: StateReference(object: 0)
        default: throw Refusal(.unknownState("a part of it that was not read"))
        }
    }

    /// Lays other objects on top of the stack.
    mutating func replaceTop(with operands: [UInt64]) throws(Refusal) {
        guard operands.count <= stack.count else {
            throw Refusal(.unknownState("operands that are not there"))
        }
        for (place, object) in zip((stack.count - operands.count)..<stack.count, operands) {
            stack[place] = StateReference(object: object)
            shape.slots[place] = object == 0 ? .null : .object
        }
    }
}
