// How far each instruction moves the value stack.
// This file knows net effects (`Python/compile.c: stack_effect`, and the interpreter's loop where that is wrong); it must
// not know control flow or what the values are.

import Model

/// What differs between versions in the effects of instructions that share a name.
package struct StackFacts: Sendable {
    /// Items `CALL_FUNCTION_EX` takes besides the keyword mapping, less the result.
    package var callFunctionExFixed: Int
    /// The keyword mapping's slot is always there (3.14+).
    package var callFunctionExAlwaysHasMapping: Bool
    /// `LOAD_ATTR` loads methods too, by the low bit of its argument (3.12+).
    package var loadAttrLoadsMethods: Bool
    /// `LOAD_GLOBAL` pushes a NULL too, by the low bit of its argument (3.11+).
    package var loadGlobalPushesNull: Bool
    /// Items that `MAKE_FUNCTION` takes besides those its argument announces.
    package var makeFunctionFixed: Int
    package var makeFunctionTakesAttributes: Bool
    /// `MATCH_CLASS` and `MATCH_KEYS` push a separate truth value (3.10).
    package var matchPushesTruth: Bool
    /// An exhausted iterator is popped by `FOR_ITER` itself (up to 3.11), else a value is pushed for `END_FOR`.
    package var forIterPopsExhausted: Bool
    /// `END_FOR` pops the iterator as well as the value (3.12).
    package var endForPopsIterator: Bool
    /// `SEND` pops the receiver when it returned (3.11); later `END_SEND` does.
    package var sendPopsReceiver: Bool
    /// The NULL of a call without a bound object lies below the callable (3.11, 3.12), later above it.
    package var nullPrecedesCallable: Bool
    /// A bound method that is called is replaced by its function and object on the stack (from 3.11).
    package var callsTakeMethodsApart: Bool
    /// `finally` bodies are called, so that the depth in them depends on where from (3.8).
    package var finallyIsCalled: Bool
    /// An iterator takes two slots: `GET_ITER` pushes an index or NULL above it (3.15).
    package var iteratorsTakeTwoSlots: Bool

    package static func facts(for version: PythonVersion) -> StackFacts {
        switch version {
        case .v3_8:
            StackFacts(
                callFunctionExFixed: 1, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: false,
                loadGlobalPushesNull: false, makeFunctionFixed: 1, makeFunctionTakesAttributes: true,
                matchPushesTruth: false, forIterPopsExhausted: true, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: false, finallyIsCalled: true, iteratorsTakeTwoSlots: false)
        case .v3_9:
            StackFacts(
                callFunctionExFixed: 1, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: false,
                loadGlobalPushesNull: false, makeFunctionFixed: 1, makeFunctionTakesAttributes: true,
                matchPushesTruth: false, forIterPopsExhausted: true, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: false, finallyIsCalled: false, iteratorsTakeTwoSlots: false)
        case .v3_10:
            StackFacts(
                callFunctionExFixed: 1, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: false,
                loadGlobalPushesNull: false, makeFunctionFixed: 1, makeFunctionTakesAttributes: true,
                matchPushesTruth: true, forIterPopsExhausted: true, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: false, finallyIsCalled: false, iteratorsTakeTwoSlots: false)
        case .v3_11:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: false,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: true,
                matchPushesTruth: false, forIterPopsExhausted: true, endForPopsIterator: false,
                sendPopsReceiver: true,
                nullPrecedesCallable: true,
                callsTakeMethodsApart: true, finallyIsCalled: false, iteratorsTakeTwoSlots: false)
        case .v3_12:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: true,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: true,
                matchPushesTruth: false, forIterPopsExhausted: false, endForPopsIterator: true,
                sendPopsReceiver: false,
                nullPrecedesCallable: true,
                callsTakeMethodsApart: true, finallyIsCalled: false, iteratorsTakeTwoSlots: false)
        case .v3_13:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: true,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: false,
                matchPushesTruth: false, forIterPopsExhausted: false, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: true, finallyIsCalled: false, iteratorsTakeTwoSlots: false)
        case .v3_14:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: true, loadAttrLoadsMethods: true,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: false,
                matchPushesTruth: false, forIterPopsExhausted: false, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: true, finallyIsCalled: false, iteratorsTakeTwoSlots: false)
        case .v3_15:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: true, loadAttrLoadsMethods: true,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: false,
                matchPushesTruth: false, forIterPopsExhausted: false, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: true, finallyIsCalled: false, iteratorsTakeTwoSlots: true)
        }
    }

    /// The change of depth when `mnemonic` has run and execution goes on behind it (`jumping` false) or at its target.
    ///
    /// Instructions that change the block stack are not asked here: the flow analysis treats them.
    package func effect(_ mnemonic: Mnemonic, _ argument: Int, jumping: Bool = false) -> Int {
        switch mnemonic {
        case .nop, .cache, .extendedArg, .resume, .precall, .kwNames, .copyFreeVars, .makeCell, .unaryInvert,
            .unaryNegative, .unaryNot, .unaryPositive, .getAiter, .getAwaitable, .getYieldFromIter,
            .formatSimple,
            .convertValue, .toBool, .listToTuple, .asyncGenWrap, .callIntrinsic1, .deleteDeref, .deleteFast,
            .deleteGlobal, .deleteName, .setupAnnotations, .jumpForward, .jumpAbsolute, .jumpBackward,
            .jumpBackwardNoInterrupt, .yieldValue, .notTaken, .returnConst, .loadFromDictOrDeref,
            .loadFromDictOrGlobals,
            .copyDictWithoutKeys, .storeFastLoadFast, .checkExcMatch, .checkEgMatch, .rotTwo, .rotThree,
            .rotFour,
            .rotN, .swap:
            return 0
        case .loadMethod, .loadConst, .loadFast, .loadFastBorrow, .loadFastCheck, .loadFastAndClear,
            .loadClosure,
            .loadDeref, .loadClassderef, .loadName, .loadLocals, .loadBuildClass, .loadAssertionError,
            .loadCommonConstant, .loadSmallInt, .loadSpecial, .pushNull, .dupTop, .copy, .getLen,
            .matchMapping,
            .matchSequence, .importFrom, .getAnext, .beforeWith, .beforeAsyncWith, .withExceptStart,
            .pushExcInfo,
            .returnGenerator, .beginFinally:
            return 1
        case .dupTopTwo, .loadFastLoadFast, .loadFastBorrowLoadFastBorrow:
            return 2
        case .binaryAdd, .binaryAnd, .binaryFloorDivide, .binaryLshift, .binaryMatrixMultiply, .binaryModulo,
            .binaryMultiply, .binaryOp, .binaryOr, .binaryPower, .binaryRshift, .binarySubscr,
            .binarySubtract,
            .binaryTrueDivide, .binaryXor, .inplaceAdd, .inplaceAnd, .inplaceFloorDivide, .inplaceLshift,
            .inplaceMatrixMultiply, .inplaceModulo, .inplaceMultiply, .inplaceOr, .inplacePower,
            .inplaceRshift,
            .inplaceSubtract, .inplaceTrueDivide, .inplaceXor, .compareOp, .containsOp, .isOp,
            .callIntrinsic2,
            .cleanupThrow, .deleteAttr, .dictMerge, .dictUpdate, .listExtend, .listAppend, .setAdd,
            .setUpdate,
            .formatWithSpec, .genStart, .importName, .importStar, .popTop, .popExcept, .prepReraiseStar,
            .printExpr,
            .storeDeref, .storeFast, .storeGlobal, .storeName, .setFunctionAttribute, .popJumpIfFalse,
            .popJumpIfTrue, .popJumpIfNone, .popJumpIfNotNone, .popJumpForwardIfFalse, .popJumpForwardIfTrue,
            .popJumpForwardIfNone, .popJumpForwardIfNotNone, .popJumpBackwardIfFalse, .popJumpBackwardIfTrue,
            .popJumpBackwardIfNone, .popJumpBackwardIfNotNone, .yieldFrom, .reraise, .returnValue,
            .interpreterExit, .exitInitCheck, .buildTemplate:
            return -1
        case .binarySlice, .deleteSubscr, .mapAdd, .storeAttr, .storeFastStoreFast, .jumpIfNotExcMatch,
            .endAsyncFor:
            return -2
        case .storeSubscr: return -3
        case .storeSlice: return -4
        case .buildList, .buildSet, .buildTuple, .buildString, .buildSlice, .buildListUnpack, .buildSetUnpack,
            .buildTupleUnpack, .buildMapUnpack, .buildMapUnpackWithCall, .buildTupleUnpackWithCall:
            return 1 - argument
        case .buildMap: return 1 - 2 * argument
        case .buildConstKeyMap: return -argument
        case .buildInterpolation: return -1 - argument & 1
        case .callFunction: return -argument
        case .callFunctionKw, .callMethod, .call: return -1 - argument
        case .callKw: return -2 - argument
        case .callFunctionEx:
            return -callFunctionExFixed - (callFunctionExAlwaysHasMapping ? 1 : argument & 1)
        case .loadAttr: return loadAttrLoadsMethods ? argument & 1 : 0
        case .loadGlobal: return loadGlobalPushesNull ? 1 + argument & 1 : 1
        case .loadSuperAttr: return -2 + argument & 1
        case .formatValue: return argument & 4 != 0 ? -1 : 0
        case .makeFunction:
            return -makeFunctionFixed - (makeFunctionTakesAttributes ? (argument & 15).nonzeroBitCount : 0)
        case .matchClass: return matchPushesTruth ? -1 : -2
        case .matchKeys: return matchPushesTruth ? 2 : 1
        case .raiseVarargs: return -argument
        case .unpackEx: return argument & 0xFF + argument >> 8
        case .unpackSequence: return argument - 1
        case .getIter: return iteratorsTakeTwoSlots ? 1 : 0
        case .popIter: return iteratorsTakeTwoSlots ? -2 : -1
        case .endSend: return iteratorsTakeTwoSlots ? -2 : -1
        case .forIter: return jumping && forIterPopsExhausted ? -1 : 1
        case .endFor: return endForPopsIterator ? -2 : -1
        case .send: return jumping && sendPopsReceiver ? -1 : 0
        case .jumpIfFalseOrPop, .jumpIfTrueOrPop: return jumping ? 0 : -1
        default: return 0
        }
    }
}
