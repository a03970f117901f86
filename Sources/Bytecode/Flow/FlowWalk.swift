// One step of the flow analysis: where an instruction leads, and with what on the stacks.
// This file knows what each kind of instruction does to stack and blocks; it must not decide which states are kept.

import Model

struct FlowWalk {
    let instructions: Instructions
    let handlers: ExceptionTable
    let facts: StackFacts
    private let version: VersionFacts
    var pending: [(Int, FlowState)] = []
    private var handlerIsKnown: [Bool]

    init(instructions: Instructions, handlers: ExceptionTable) {
        self.instructions = instructions
        self.handlers = handlers
        version = instructions.version.facts
        facts = .facts(for: instructions.version)
        handlerIsKnown = [Bool](repeating: false, count: handlers.entries.count)
    }

    mutating func step(_ index: Int, _ state: FlowState) throws(BytecodeError) {
        let instruction = instructions[index]
        enterHandler(of: instruction, state)
        switch instruction.mnemonic {
        case .returnValue, .returnConst, .reraise, .raiseVarargs, .interpreterExit:
            return
        case .jumpForward, .jumpAbsolute, .jumpBackward, .jumpBackwardNoInterrupt:
            goTo(instruction.target(version), state)
        case .pushExcInfo:  // [exc] → [previous, exc]
            var next = state.dropping(to: state.depth - 1)
            next.push(.previousException)
            next.push(.exception)
            pending.append((index + 1, next))
        case .setupFinally, .setupWith, .setupAsyncWith:
            setUp(index, instruction, state)
        case .popBlock:
            var next = state
            _ = next.blocks.popLast()
            pending.append((index + 1, next))
        case .popExcept where !state.blocks.isEmpty:
            var next = state.dropping(to: state.depth - 3)
            _ = next.blocks.popLast()
            pending.append((index + 1, next))
        case .popExcept where state.kind(at: state.depth - 1) != .previousException:
            // Before an exception is raised on from within a handler, that is left by a copy of what it was entered with.
            var next = state.moved(by: -1)
            next.leaveHandler()
            pending.append((index + 1, next))
        case .endAsyncFor where !state.blocks.isEmpty:
            var next = state.dropping(to: state.depth - 7)
            _ = next.blocks.popLast()
            pending.append((index + 1, next))
        case .beginFinally, .callFinally, .endFinally, .popFinally, .withCleanupStart, .withCleanupFinish:
            calledFinally(index, instruction, state)
        case .swap: pending.append((index + 1, state.swapping(Int(instruction.argument))))
        case .rotTwo: pending.append((index + 1, state.rotating(2)))
        case .rotThree: pending.append((index + 1, state.rotating(3)))
        case .rotFour: pending.append((index + 1, state.rotating(4)))
        case .rotN: pending.append((index + 1, state.rotating(Int(instruction.argument))))
        default:
            if instruction.jump != .backwardMark, let target = instruction.target(version) {
                let effect = facts.effect(instruction.mnemonic, Int(instruction.argument), jumping: true)
                goTo(target, state.moved(by: effect))
            }
            pending.append(
                (index + 1, state.moved(by: facts.effect(instruction.mnemonic, Int(instruction.argument)))))
        }
    }

    /// The handler that the exception table names for an instruction (from 3.11).
    private mutating func enterHandler(of instruction: Instruction, _ state: FlowState) {
        // What PUSH_EXC_INFO itself finds on the stack is another thing than all that it covers: it can't raise.
        guard instruction.mnemonic != .pushExcInfo,
            let index = handlers.index(covering: instruction.offset), !handlerIsKnown[index]
        else { return }
        handlerIsKnown[index] = true
        let entry = handlers.entries[index]
        var next = state.dropping(to: entry.depth)
        next.depth = entry.depth
        if entry.pushesLasti { next.push(.lasti) }
        next.push(.exception)
        goTo(entry.target, next)
    }

    private mutating func goTo(_ target: Int?, _ state: FlowState) {
        guard let target, let index = instructions.index(at: target) else { return }
        pending.append((index, state))
    }

    /// `SETUP_*`: a block for the body, and the handler's state (up to 3.10).
    private mutating func setUp(_ index: Int, _ instruction: Instruction, _ state: FlowState) {
        // SETUP_WITH takes the manager and pushes its exit function and what __enter__ gave; the block lies above the
        // exit function. SETUP_ASYNC_WITH finds [exit, awaited] and puts the block between them.
        var body = state
        var level = state.depth
        switch instruction.mnemonic {
        case .setupWith: body = state.moved(by: 1)
        case .setupAsyncWith: level = state.depth - 1
        default: break
        }
        body.blocks.append(
            FlowBlock(isHandling: false, handler: instruction.target(version) ?? 0, level: level))
        pending.append((index + 1, body))
        var handler = state.dropping(to: level)
        handler.depth = level
        handler.blocks.append(FlowBlock(isHandling: true, handler: 0, level: level))
        for _ in 0..<3 { handler.push(.previousException) }
        for _ in 0..<3 { handler.push(.exception) }
        goTo(instruction.target(version), handler)
    }

    /// The instructions around `finally` and `with` of 3.8, whose bodies are entered in several ways: what lies on top
    /// tells by which.
    private mutating func calledFinally(_ index: Int, _ instruction: Instruction, _ state: FlowState) {
        switch instruction.mnemonic {
        case .beginFinally:  // pushes NULL where CALL_FINALLY pushes an address
            var next = state
            next.push(.noReturnAddress)
            pending.append((index + 1, next))
        case .callFinally:
            var body = state
            body.push(.returnAddress)
            goTo(instruction.target(version), body)
            pending.append((index + 1, state))
        case .endFinally:
            // An exception is raised again; with an address, it goes back behind CALL_FINALLY, which led there already.
            let top = state.kind(at: state.depth - 1)
            if top != .exception, top != .returnAddress { pending.append((index + 1, state.moved(by: -1))) }
        case .popFinally:
            let preserved = Int(instruction.argument)
            if state.kind(at: state.depth - 1 - preserved) == .exception {
                var next = state.dropping(to: state.depth - 6 - preserved)
                next.depth += preserved
                _ = next.blocks.popLast()
                pending.append((index + 1, next))
            } else {
                var next = state.dropping(to: state.depth - 1 - preserved)
                next.depth += preserved
                pending.append((index + 1, next))
            }
        case .withCleanupStart:
            guard state.kind(at: state.depth - 1) == .exception else {
                // What tells how the body was entered takes the place of the exit function; None and its result lie above.
                var next = state.moved(by: 1)
                next.specials = next.specials.map {
                    $0.position == state.depth - 1
                        ? SpecialSlot(position: state.depth - 2, kind: $0.kind) : $0
                }
                pending.append((index + 1, next))
                return
            }
            // The exit function below the outer exception is taken away: that moves down, and a NULL fills its last place.
            var next = state.moved(by: 2)
            let outer = state.depth - 6..<state.depth - 3
            next.specials = next.specials.map {
                outer.contains($0.position) ? SpecialSlot(position: $0.position - 1, kind: $0.kind) : $0
            }
            if let last = next.blocks.indices.last { next.blocks[last].level -= 1 }
            pending.append((index + 1, next))
        case .withCleanupFinish:
            if state.kind(at: state.depth - 3) == .exception, let handling = state.blocks.last {
                var swallowed = state.dropping(to: handling.level)
                swallowed.push(.noReturnAddress)
                _ = swallowed.blocks.popLast()
                pending.append((index + 1, swallowed))
            }
            pending.append((index + 1, state.moved(by: -2)))
        default: break
        }
    }
}

extension FlowState {
    func kind(at position: Int) -> SlotKind? { specials.last { $0.position == position }?.kind }

    mutating func push(_ kind: SlotKind) {
        specials.append(SpecialSlot(position: depth, kind: kind))
        depth += 1
    }

    /// The innermost handler is left, though its slots are there: what was handled before is only an object now.
    mutating func leaveHandler() {
        guard let last = specials.lastIndex(where: { $0.kind == .previousException }) else { return }
        specials.remove(at: last)
    }

    /// The state with a stack of at most `depth` slots.
    func dropping(to depth: Int) -> FlowState {
        var next = self
        next.depth = min(depth, self.depth)
        while let last = next.specials.last, last.position >= depth { next.specials.removeLast() }
        return next
    }

    func moved(by effect: Int) -> FlowState {
        guard effect < 0, let last = specials.last, last.position >= depth + effect else {
            var next = self
            next.depth += effect
            return next
        }
        return dropping(to: depth + effect)
    }

    /// `SWAP count`: the top and the `count`-th slot change places.
    func swapping(_ count: Int) -> FlowState {
        permuting { $0 == depth - 1 ? depth - count : $0 == depth - count ? depth - 1 : $0 }
    }

    /// `ROT_*`: the top slot goes below the `count - 1` next ones.
    func rotating(_ count: Int) -> FlowState {
        permuting { $0 == depth - 1 ? depth - count : $0 >= depth - count ? $0 + 1 : $0 }
    }

    private func permuting(_ place: (Int) -> Int) -> FlowState {
        guard !specials.isEmpty else { return self }
        var next = self
        next.specials = specials.map { SpecialSlot(position: place($0.position), kind: $0.kind) }
            .sorted { $0.position < $1.position }
        return next
    }
}
