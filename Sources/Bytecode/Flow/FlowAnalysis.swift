// What lies on the value stack before each instruction of a code object.
// This file knows control flow, handlers and what they push; it must not know frames or memory.

import Model

/// What a slot of the value stack is, where it is not simply a value (or NULL).
package enum SlotKind: UInt8, Sendable {
    /// The exception that was handled before the innermost handler was entered; popped by `POP_EXCEPT`. Up to 3.10
    /// three slots (traceback, value, type).
    case previousException
    /// What a handler was entered with. Up to 3.10 three slots.
    case exception
    /// The instruction to name when the exception is raised again (from 3.11).
    case lasti
    /// Where a `finally` body goes back to (3.8, `CALL_FINALLY`).
    case returnAddress
    /// NULL: the `finally` body was not called but come upon (3.8, `BEGIN_FINALLY`).
    case noReturnAddress
}

/// A slot of a certain kind.
package struct SpecialSlot: Sendable, Hashable {
    package var position: Int
    package var kind: SlotKind

    package init(position: Int, kind: SlotKind) {
        self.position = position
        self.kind = kind
    }
}

/// The state of a frame's stacks before an instruction.
package struct FlowState: Sendable, Hashable {
    package var depth: Int
    /// The slots that are not plain values, from the bottom up.
    package var specials: [SpecialSlot]
    /// The block stack, outermost first (up to 3.10).
    ///
    /// Handlers are byte offsets.
    package var blocks: [FlowBlock]

    package init(depth: Int, specials: [SpecialSlot] = [], blocks: [FlowBlock] = []) {
        self.depth = depth
        self.specials = specials
        self.blocks = blocks
    }
}

/// An entry of the block stack, as the analysis knows it.
package struct FlowBlock: Sendable, Hashable {
    package var isHandling: Bool
    /// Byte offset of the handler; 0 while handling.
    package var handler: Int
    package var level: Int

    package init(isHandling: Bool, handler: Int, level: Int) {
        self.isHandling = isHandling
        self.handler = isHandling ? 0 : handler
        self.level = level
    }
}

/// The states of all reachable instructions of one code object.
package struct FlowAnalysis: Sendable {
    package let instructions: Instructions
    private var states: [FlowState?]
    /// Further states of the same instruction: bodies of `finally` in 3.8, entered in several ways.
    private var others: [Int: [FlowState]] = [:]

    /// Analyses `code`.
    ///
    /// - Parameters:
    ///   - instructions: All of the code.
    ///   - handlers: The exception table; empty before 3.11.
    ///   - isGenerator: The code is of a generator, coroutine or async generator.
    /// - Throws: `BytecodeError` when the code contradicts itself.
    package init(
        _ instructions: Instructions, handlers: ExceptionTable, isGenerator: Bool
    ) throws(BytecodeError) {
        self.instructions = instructions
        self.states = [FlowState?](repeating: nil, count: instructions.count)
        var walk = FlowWalk(
            instructions: instructions, handlers: handlers)
        let start = isGenerator && OpcodeTable.table(for: instructions.version).has(.genStart) ? 1 : 0
        walk.pending.append((0, FlowState(depth: start)))
        while let (index, state) = walk.pending.popLast() {
            guard instructions.indices.contains(index) else { continue }
            if let known = states[index] {
                if known == state
                    || known.depth == state.depth && known.blocks == state.blocks
                        && !walk.facts.finallyIsCalled
                {
                    continue
                }
                // Only 3.8 has instructions with several states; elsewhere they would contradict each other.
                guard walk.facts.finallyIsCalled else {
                    throw BytecodeError(.inconsistentStack, at: instructions[index].offset)
                }
                var more = others[index] ?? []
                if more.contains(state) { continue }
                guard more.count < 256 else {
                    throw BytecodeError(.inconsistentStack, at: instructions[index].offset)
                }
                more.append(state)
                others[index] = more
            } else {
                states[index] = state
            }
            try walk.step(index, state)
        }
    }

    /// The states that the instruction at `index` can be met in; empty when it can't be reached.
    package func states(at index: Int) -> [FlowState] {
        guard states.indices.contains(index), let first = states[index] else { return [] }
        return [first] + (others[index] ?? [])
    }
}
