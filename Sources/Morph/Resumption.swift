// How a preamble obtains what its frame waits for, and goes on with it.
// This file knows the instructions around the inner call; it must not know how state is rebuilt, nor what completions decide.

import Bytecode
import Model

extension MorphBuilder {
    mutating func resume() throws(BytecodeError) {
        switch shape.suspension {
        case .result:
            coveredByHandler { $0.callInner() }
            try finishInstruction()
        case .interrupted:
            coveredByHandler { builder in
                builder.callInner()
                builder.preamble.emit(.popTop)
            }
            preamble.jump(.jumpForward, to: .body(pending.start))
        case .again: preamble.jump(.jumpForward, to: .body(pending.start))
        case .yield: wait()
        case .completed, .completedCatching: try complete()
        }
    }

    /// Stands at the yield, having been sent None.
    private mutating func wait() {
        preamble.emit(.loadConst, constant(.none))
        guard pending.mnemonic == .yieldFrom else {
            preamble.jump(.jumpForward, to: .body(yieldStart))
            return
        }
        yieldThenDelegate()
    }

    /// Where the instructions of a yield begin: in an async generator of 3.11 and later, with one that wraps the value.
    private var yieldStart: Int {
        let before = shape.instruction - 1
        guard code.isAsyncGenerator, code.flow.instructions.indices.contains(before) else {
            return pending.start
        }
        switch code.flow.instructions[before].mnemonic {
        case .asyncGenWrap, .callIntrinsic1: return code.flow.instructions[before].start
        default: return pending.start
        }
    }

    /// Yields the top of the stack.
    ///
    /// The generator stands right before a YIELD_FROM, so that `gi_yieldfrom` shows its
    /// receiver (up to 3.10).
    private mutating func yieldThenDelegate() {
        preamble.emit(.yieldValue)
        preamble.emit(.yieldFrom)
        preamble.jump(.jumpForward, to: .body(pending.end))
    }

    /// Lets the handler that the original names for the pending instruction cover `body` (from 3.11).
    private mutating func coveredByHandler(_ body: (inout MorphBuilder) -> Void) {
        let start = preamble.mark()
        body(&self)
        let end = preamble.mark()
        coverByHandler(from: start, to: end)
    }

    private mutating func coverByHandler(from start: Int, to end: Int) {
        guard let entry = code.handlers.entry(covering: pending.offset) else { return }
        preamble.cover(
            from: start, to: end, target: .body(entry.target), depth: entry.depth, lasti: entry.pushesLasti)
    }

    private mutating func callInner() {
        if preamble.facts.nullPrecedesCallable, table.has(.pushNull) {
            preamble.emit(.pushNull)
            unpack([.inner])
            call(0)
        } else {
            unpack([.inner])
            if table.has(.pushNull) { preamble.emit(.pushNull) }
            call(0)
        }
        innerEnd = preamble.mark()
    }

    private mutating func call(_ arguments: Int) {
        guard table.has(.pushNull) else {
            preamble.emit(.callFunction, arguments)
            return
        }
        if table.has(.precall) { preamble.emit(.precall, arguments) }
        preamble.emit(.call, arguments)
    }

    /// Replaces the top of the stack by what the constant gives for it.
    private mutating func apply(_ callable: ExtraConstant) {
        let number = constant(callable)
        guard table.has(.pushNull) else {
            preamble.emit(.loadConst, number)
            preamble.emit(.rotTwo)
            call(1)
            return
        }
        if preamble.facts.nullPrecedesCallable {
            preamble.emit(.pushNull)
            preamble.emit(.swap, 2)
            preamble.emit(.loadConst, number)
            preamble.emit(.swap, 2)
        } else {
            preamble.emit(.loadConst, number)
            preamble.emit(.swap, 2)
            preamble.emit(.pushNull)
            preamble.emit(.swap, 2)
        }
        call(1)
    }

    /// Calls the top of the stack, without arguments.
    private mutating func callTop() {
        if preamble.facts.nullPrecedesCallable, table.has(.pushNull) {
            preamble.emit(.pushNull)
            preamble.emit(.swap, 2)
        } else if table.has(.pushNull) {
            preamble.emit(.pushNull)
        }
        call(0)
    }

    private mutating func swapTwo() {
        preamble.emit(table.has(.swap) ? .swap : .rotTwo, table.has(.swap) ? 2 : 0)
    }

    private mutating func jumpBack(to label: Int) {
        // One that does not look for signals: a handler of one would be taken for the inner frame.
        let mnemonic: Mnemonic =
            table.has(.jumpBackwardNoInterrupt) ? .jumpBackwardNoInterrupt : .jumpAbsolute
        preamble.jump(mnemonic, to: .label(label))
    }

    private mutating func popJump(ifTrue: Bool, to target: PreambleTarget) {
        let mnemonic: Mnemonic =
            if table.has(.popJumpForwardIfTrue) {
                ifTrue ? .popJumpForwardIfTrue : .popJumpForwardIfFalse
            } else {
                ifTrue ? .popJumpIfTrue : .popJumpIfFalse
            }
        preamble.jump(mnemonic, to: target)
        preamble.adjust(-1)
    }

    /// With the result on the stack: leaves it as the instruction would, and goes on behind that.
    private mutating func finishInstruction() throws(BytecodeError) {
        switch preamble.facts.result(of: pending) {
        case .never: throw BytecodeError(.unrepresentable, at: pending.offset)
        case .nothing: preamble.emit(.popTop)
        case .exit:
            // None, or the type of what is raised once more, lies below what the exit function gave (3.8).
            if shape.slots.last == .ofHandler {
                preamble.emit(.rotTwo)
                preamble.emit(.dupTop)
                preamble.emit(.rotThree)
            } else {
                preamble.emit(.loadConst, constant(.none))
            }
            preamble.emit(.rotTwo)
        case .value:
            if pending.mnemonic == .yieldFrom {
                yieldThenDelegate()
                return
            }
        case .valueAndNull: preamble.emit(.pushNull)
        case .nullAndValue:
            pushNull()
            swapTwo()
        case .truth: preamble.emit(.toBool)
        case .branch(let jumpsIf):
            // The completion gives (truth, operand).
            guard shape.suspension.hasCompletion, let target = pending.target(code.version.facts) else {
                throw BytecodeError(.inconsistentStack, at: pending.offset)
            }
            preamble.emit(.unpackSequence, 2)
            popJump(ifTrue: jumpsIf, to: .body(target))
            preamble.emit(.popTop)
        }
        preamble.jump(.jumpForward, to: .body(pending.end))
    }

    /// The dialogue with a completion: each result of a call of the program is given to it, and it answers
    /// `(True, callable)`: call that next; `(False, (False, value))`: the instruction's result;
    /// `(False, (True, operands))`: execute the instruction with these, given from the top of the stack down.
    private mutating func complete() throws(BytecodeError) {
        let base = preamble.depth
        let catches = shape.suspension == .completedCatching
        let failed = preamble.reserve()
        let ask = preamble.reserve()
        let understand = preamble.reserve()
        let decided = preamble.reserve()
        let again = preamble.reserve()
        tried(catches, failed, isInner: true) { $0.callInner() }
        preamble.place(ask)
        let start = preamble.mark()
        apply(.advance)
        preamble.place(understand)
        preamble.emit(.unpackSequence, 2)
        popJump(ifTrue: false, to: .label(decided))
        coverByHandler(from: start, to: preamble.mark())
        tried(catches, failed, isInner: false) { $0.callTop() }
        jumpBack(to: ask)
        preamble.place(decided)
        preamble.emit(.unpackSequence, 2)
        if preamble.facts.result(of: pending) == .never {
            preamble.emit(.popTop)
        } else {
            popJump(ifTrue: true, to: .label(again))
            let end = preamble.mark()
            try finishInstruction()
            coverByHandler(from: end, to: preamble.mark())
        }
        preamble.place(again)
        preamble.adjust(base + 1 - preamble.depth)
        for _ in 0..<preamble.facts.kept(by: pending) {
            swapTwo()
            preamble.emit(.popTop)
        }
        let operands = preamble.facts.taken(by: pending) + min(1, preamble.facts.kept(by: pending))
        preamble.emit(.unpackSequence, operands)
        if preamble.facts.kept(by: pending) == 2 {  // NULL lies on the iterator (3.15)
            preamble.emit(.pushNull)
            if operands == 2 { swapTwo() }
        }
        preamble.jump(.jumpForward, to: .body(pending.start))
        if catches { catchFailure(base, failed, understand) }
    }

    /// A call of the program's code; with `catches`, exceptions of it go to the label `failed`.
    private mutating func tried(
        _ catches: Bool, _ failed: Int, isInner: Bool, _ call: (inout MorphBuilder) -> Void
    ) {
        guard catches else {
            coveredByHandler(call)
            return
        }
        let depth = preamble.depth
        if code.version.facts.hasBlockStack {
            // One slot, of no meaning, lies below the block in either case, so that the handler is always entered at one depth.
            if isInner { preamble.emit(.loadConst, constant(.none)) }
            preamble.jump(.setupFinally, to: .label(failed))
            if !isInner { preamble.emit(.dupTop) }
            call(&self)
            preamble.emit(.popBlock)
            preamble.emit(.rotTwo)
            preamble.emit(.popTop)
        } else {
            let start = preamble.mark()
            call(&self)
            // The callable itself may lie on the stack: what is below it is what the handler keeps.
            preamble.cover(
                from: start, to: preamble.mark(), target: .label(failed),
                depth: min(depth, preamble.depth - 1),
                lasti: false)
        }
    }

    /// Jumps when None is on top, which stays.
    private mutating func jumpIfNone(to label: Int) {
        preamble.emit(table.has(.copy) ? .copy : .dupTop, table.has(.copy) ? 1 : 0)
        preamble.emit(.loadConst, constant(.none))
        if table.has(.isOp) { preamble.emit(.isOp, 0) } else { preamble.emit(.compareOp, 8) }  // `is` in 3.8
        popJump(ifTrue: true, to: .label(label))
    }

    /// Asks the completion about an exception it wants to know of; others, and those for which it answers None, go on.
    private mutating func catchFailure(_ base: Int, _ failed: Int, _ understand: Int) {
        let other = preamble.reserve()
        preamble.place(failed)
        preamble.adjust(base - preamble.depth)
        if code.version.facts.hasBlockStack {
            preamble.adjust(7)
            preamble.emit(.dupTop)
            preamble.emit(.loadConst, constant(.catches))
            if table.has(.jumpIfNotExcMatch) {
                preamble.jump(.jumpIfNotExcMatch, to: .label(other))
                preamble.adjust(-2)
            } else {
                preamble.emit(.compareOp, 10)  // exception match, opcode.cmp_op of 3.8
                popJump(ifTrue: false, to: .label(other))
            }
            // [traceback, value, type] → [traceback, type, value, answer]
            let goesOn = preamble.reserve()
            swapTwo()
            preamble.emit(.dupTop)
            apply(.failed)
            jumpIfNone(to: goesOn)
            preamble.emit(.rotFour)
            for _ in 0..<3 { preamble.emit(.popTop) }
            preamble.emit(.rotFour)
            preamble.emit(.popExcept)
            preamble.adjust(-2)  // three slots
            preamble.emit(.rotTwo)
            preamble.emit(.popTop)
            jumpBack(to: understand)
            preamble.place(goesOn)
            preamble.adjust(base + 8 - preamble.depth)
            preamble.emit(.popTop)
            swapTwo()
            preamble.place(other)
            preamble.emit(table.has(.reraise) ? .reraise : .endFinally)
            return
        }
        preamble.adjust(1)
        let start = preamble.mark()
        preamble.emit(.pushExcInfo)
        preamble.emit(.loadConst, constant(.catches))
        preamble.emit(.checkExcMatch)
        popJump(ifTrue: false, to: .label(other))
        let goesOn = preamble.reserve()
        preamble.emit(.copy, 1)
        apply(.failed)
        jumpIfNone(to: goesOn)
        preamble.emit(.swap, 2)
        preamble.emit(.popTop)
        preamble.emit(.swap, 2)
        preamble.emit(.popExcept)
        jumpBack(to: understand)
        preamble.place(goesOn)
        preamble.adjust(base + 3 - preamble.depth)
        preamble.emit(.popTop)
        preamble.place(other)
        preamble.emit(.swap, 2)
        preamble.emit(.popExcept)
        preamble.emit(.reraise, 0)
        coverByHandler(from: start, to: preamble.mark())
    }
}
