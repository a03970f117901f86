// What an instruction leaves on the stack when it has run, and what it found there.
// This file knows how results lie on the stack; it must not know how they come about.

/// The slots that an instruction pushes once it has its result.
package enum ResultPattern: Sendable, Equatable {
    /// There is none to be pushed from outside: the instruction must be executed.
    case never
    case nothing
    case value
    /// A method or function that is about to be called, without an object of its own: NULL lies above it (from 3.13).
    case valueAndNull
    /// The same up to 3.12: NULL lies below it.
    case nullAndValue
    /// The truth of the result decides whether the operand stays and where it goes on (`JUMP_IF_*_OR_POP`).
    case branch(jumpsIf: Bool)
    /// The result of an exit function after a body that raised nothing (`WITH_CLEANUP_START`, 3.8).
    case exit
    /// The result's truth (`COMPARE_OP` of 3.13+ before a conditional jump).
    case truth
}

extension StackFacts {
    /// How `instruction` leaves its result.
    package func result(of instruction: Instruction) -> ResultPattern {
        let low = instruction.argument & 1 != 0
        let method: ResultPattern =
            nullPrecedesCallable || !callsTakeMethodsApart ? .nullAndValue : .valueAndNull
        switch instruction.mnemonic {
        case .loadMethod: return method
        case .loadAttr: return loadAttrLoadsMethods && low ? method : .value
        case .loadSuperAttr: return low ? method : .value
        case .loadGlobal: return loadGlobalPushesNull && low ? method : .value
        case .getIter: return iteratorsTakeTwoSlots ? .valueAndNull : .value
        case .withCleanupStart: return .exit
        case .beforeWith, .beforeAsyncWith, .setupWith, .unpackSequence, .unpackEx, .raiseVarargs,
            .popJumpIfFalse,
            .popJumpIfTrue, .popJumpForwardIfFalse, .popJumpForwardIfTrue, .popJumpBackwardIfFalse,
            .popJumpBackwardIfTrue:
            return .never
        case .jumpIfFalseOrPop: return .branch(jumpsIf: false)
        case .jumpIfTrueOrPop: return .branch(jumpsIf: true)
        case .compareOp: return comparesForTruth && instruction.argument & 16 != 0 ? .truth : .value
        case .storeAttr, .storeSubscr, .storeSlice, .storeName, .storeGlobal, .storeFast, .storeDeref,
            .deleteAttr,
            .deleteSubscr, .deleteName, .deleteGlobal, .deleteFast, .deleteDeref, .popTop, .listExtend,
            .setUpdate, .dictUpdate, .dictMerge, .setAdd, .mapAdd, .popIter, .endFor, .popExcept, .importStar,
            .printExpr, .endSend:
            return .nothing
        default: return .value
        }
    }

    /// How many slots `instruction` takes off the stack for its result.
    package func taken(by instruction: Instruction) -> Int {
        if instruction.mnemonic == .withCleanupStart || instruction.mnemonic == .setupWith { return 1 }
        // It leaves what it delegates to while that goes on.
        if instruction.mnemonic == .yieldFrom { return 1 }
        let pushed =
            switch instruction.mnemonic {
            case .unpackSequence: Int(instruction.argument)
            case .unpackEx: Int(instruction.argument & 0xFF + 1 + instruction.argument >> 8)
            case .beforeWith, .beforeAsyncWith: 2  // the exit function besides
            default:
                switch result(of: instruction) {
                case .nothing, .branch, .never: 0
                case .value, .truth: 1
                case .valueAndNull, .nullAndValue, .exit: 2
                }
            }
        return pushed - effect(instruction.mnemonic, Int(instruction.argument))
    }

    /// How many slots below those `instruction` uses and leaves: iterators, receivers.
    package func kept(by instruction: Instruction) -> Int {
        switch instruction.mnemonic {
        case .forIter, .send: iteratorsTakeTwoSlots ? 2 : 1
        case .getAnext, .yieldFrom, .importFrom, .getLen: 1
        default: 0
        }
    }
}

extension Instruction {
    /// Whether it adds to a container that lies as far below its operand as its argument says.
    package var addsToContainer: Bool {
        switch mnemonic {
        case .listExtend, .setUpdate, .dictUpdate, .dictMerge: true
        default: false
        }
    }
}
