// How far each instruction moves the value stack.
// This file knows net effects (`Python/compile.c: stack_effect`, and the interpreter's loop where that is wrong); it must
// not know control flow or what the values are.

extension StackFacts {
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
