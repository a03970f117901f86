// Made from CPython 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0, 3.13.18, 3.14.10, 3.15.2 by Tools/opcodes/generate. Do not edit.
// Knows the names of all instructions of all releases; must not know which release has which.
// swift-format-ignore-file

/// An instruction by its name, whatever its number is in a release.
///
/// The raw value is the place in the alphabet: it changes when a release is added, so it must not be stored.
package enum Mnemonic: UInt16, Sendable, Hashable, CaseIterable {
    case asyncGenWrap
    case beforeAsyncWith
    case beforeWith
    case beginFinally
    case binaryAdd
    case binaryAnd
    case binaryFloorDivide
    case binaryLshift
    case binaryMatrixMultiply
    case binaryModulo
    case binaryMultiply
    case binaryOp
    case binaryOr
    case binaryPower
    case binaryRshift
    case binarySlice
    case binarySubscr
    case binarySubtract
    case binaryTrueDivide
    case binaryXor
    case buildConstKeyMap
    case buildInterpolation
    case buildList
    case buildListUnpack
    case buildMap
    case buildMapUnpack
    case buildMapUnpackWithCall
    case buildSet
    case buildSetUnpack
    case buildSlice
    case buildString
    case buildTemplate
    case buildTuple
    case buildTupleUnpack
    case buildTupleUnpackWithCall
    case cache
    case call
    case callFinally
    case callFunction
    case callFunctionEx
    case callFunctionKw
    case callIntrinsic1
    case callIntrinsic2
    case callKw
    case callMethod
    case checkEgMatch
    case checkExcMatch
    case cleanupThrow
    case compareOp
    case containsOp
    case convertValue
    case copy
    case copyDictWithoutKeys
    case copyFreeVars
    case deleteAttr
    case deleteDeref
    case deleteFast
    case deleteGlobal
    case deleteName
    case deleteSubscr
    case dictMerge
    case dictUpdate
    case dupTop
    case dupTopTwo
    case endAsyncFor
    case endFinally
    case endFor
    case endSend
    case exitInitCheck
    case extendedArg
    case formatSimple
    case formatValue
    case formatWithSpec
    case forIter
    case genStart
    case getAiter
    case getAnext
    case getAwaitable
    case getIter
    case getLen
    case getYieldFromIter
    case importFrom
    case importName
    case importStar
    case inplaceAdd
    case inplaceAnd
    case inplaceFloorDivide
    case inplaceLshift
    case inplaceMatrixMultiply
    case inplaceModulo
    case inplaceMultiply
    case inplaceOr
    case inplacePower
    case inplaceRshift
    case inplaceSubtract
    case inplaceTrueDivide
    case inplaceXor
    case interpreterExit
    case isOp
    case jumpAbsolute
    case jumpBackward
    case jumpBackwardNoInterrupt
    case jumpForward
    case jumpIfFalseOrPop
    case jumpIfNotExcMatch
    case jumpIfTrueOrPop
    case kwNames
    case listAppend
    case listExtend
    case listToTuple
    case loadAssertionError
    case loadAttr
    case loadBuildClass
    case loadClassderef
    case loadClosure
    case loadCommonConstant
    case loadConst
    case loadDeref
    case loadFast
    case loadFastAndClear
    case loadFastBorrow
    case loadFastBorrowLoadFastBorrow
    case loadFastCheck
    case loadFastLoadFast
    case loadFromDictOrDeref
    case loadFromDictOrGlobals
    case loadGlobal
    case loadLocals
    case loadMethod
    case loadName
    case loadSmallInt
    case loadSpecial
    case loadSuperAttr
    case makeCell
    case makeFunction
    case mapAdd
    case matchClass
    case matchKeys
    case matchMapping
    case matchSequence
    case nop
    case notTaken
    case popBlock
    case popExcept
    case popFinally
    case popIter
    case popJumpBackwardIfFalse
    case popJumpBackwardIfNone
    case popJumpBackwardIfNotNone
    case popJumpBackwardIfTrue
    case popJumpForwardIfFalse
    case popJumpForwardIfNone
    case popJumpForwardIfNotNone
    case popJumpForwardIfTrue
    case popJumpIfFalse
    case popJumpIfNone
    case popJumpIfNotNone
    case popJumpIfTrue
    case popTop
    case precall
    case prepReraiseStar
    case printExpr
    case pushExcInfo
    case pushNull
    case raiseVarargs
    case reraise
    case resume
    case returnConst
    case returnGenerator
    case returnValue
    case rotFour
    case rotN
    case rotThree
    case rotTwo
    case send
    case setupAnnotations
    case setupAsyncWith
    case setupFinally
    case setupWith
    case setAdd
    case setFunctionAttribute
    case setUpdate
    case storeAttr
    case storeDeref
    case storeFast
    case storeFastLoadFast
    case storeFastStoreFast
    case storeGlobal
    case storeName
    case storeSlice
    case storeSubscr
    case swap
    case toBool
    case unaryInvert
    case unaryNegative
    case unaryNot
    case unaryPositive
    case unpackEx
    case unpackSequence
    case withCleanupFinish
    case withCleanupStart
    case withExceptStart
    case yieldFrom
    case yieldValue

    /// CPython's own name, as in `opcode.opmap`.
    package var name: String { Self.names[Int(rawValue)] }

    private static let names: [String] = [
        "ASYNC_GEN_WRAP",
        "BEFORE_ASYNC_WITH",
        "BEFORE_WITH",
        "BEGIN_FINALLY",
        "BINARY_ADD",
        "BINARY_AND",
        "BINARY_FLOOR_DIVIDE",
        "BINARY_LSHIFT",
        "BINARY_MATRIX_MULTIPLY",
        "BINARY_MODULO",
        "BINARY_MULTIPLY",
        "BINARY_OP",
        "BINARY_OR",
        "BINARY_POWER",
        "BINARY_RSHIFT",
        "BINARY_SLICE",
        "BINARY_SUBSCR",
        "BINARY_SUBTRACT",
        "BINARY_TRUE_DIVIDE",
        "BINARY_XOR",
        "BUILD_CONST_KEY_MAP",
        "BUILD_INTERPOLATION",
        "BUILD_LIST",
        "BUILD_LIST_UNPACK",
        "BUILD_MAP",
        "BUILD_MAP_UNPACK",
        "BUILD_MAP_UNPACK_WITH_CALL",
        "BUILD_SET",
        "BUILD_SET_UNPACK",
        "BUILD_SLICE",
        "BUILD_STRING",
        "BUILD_TEMPLATE",
        "BUILD_TUPLE",
        "BUILD_TUPLE_UNPACK",
        "BUILD_TUPLE_UNPACK_WITH_CALL",
        "CACHE",
        "CALL",
        "CALL_FINALLY",
        "CALL_FUNCTION",
        "CALL_FUNCTION_EX",
        "CALL_FUNCTION_KW",
        "CALL_INTRINSIC_1",
        "CALL_INTRINSIC_2",
        "CALL_KW",
        "CALL_METHOD",
        "CHECK_EG_MATCH",
        "CHECK_EXC_MATCH",
        "CLEANUP_THROW",
        "COMPARE_OP",
        "CONTAINS_OP",
        "CONVERT_VALUE",
        "COPY",
        "COPY_DICT_WITHOUT_KEYS",
        "COPY_FREE_VARS",
        "DELETE_ATTR",
        "DELETE_DEREF",
        "DELETE_FAST",
        "DELETE_GLOBAL",
        "DELETE_NAME",
        "DELETE_SUBSCR",
        "DICT_MERGE",
        "DICT_UPDATE",
        "DUP_TOP",
        "DUP_TOP_TWO",
        "END_ASYNC_FOR",
        "END_FINALLY",
        "END_FOR",
        "END_SEND",
        "EXIT_INIT_CHECK",
        "EXTENDED_ARG",
        "FORMAT_SIMPLE",
        "FORMAT_VALUE",
        "FORMAT_WITH_SPEC",
        "FOR_ITER",
        "GEN_START",
        "GET_AITER",
        "GET_ANEXT",
        "GET_AWAITABLE",
        "GET_ITER",
        "GET_LEN",
        "GET_YIELD_FROM_ITER",
        "IMPORT_FROM",
        "IMPORT_NAME",
        "IMPORT_STAR",
        "INPLACE_ADD",
        "INPLACE_AND",
        "INPLACE_FLOOR_DIVIDE",
        "INPLACE_LSHIFT",
        "INPLACE_MATRIX_MULTIPLY",
        "INPLACE_MODULO",
        "INPLACE_MULTIPLY",
        "INPLACE_OR",
        "INPLACE_POWER",
        "INPLACE_RSHIFT",
        "INPLACE_SUBTRACT",
        "INPLACE_TRUE_DIVIDE",
        "INPLACE_XOR",
        "INTERPRETER_EXIT",
        "IS_OP",
        "JUMP_ABSOLUTE",
        "JUMP_BACKWARD",
        "JUMP_BACKWARD_NO_INTERRUPT",
        "JUMP_FORWARD",
        "JUMP_IF_FALSE_OR_POP",
        "JUMP_IF_NOT_EXC_MATCH",
        "JUMP_IF_TRUE_OR_POP",
        "KW_NAMES",
        "LIST_APPEND",
        "LIST_EXTEND",
        "LIST_TO_TUPLE",
        "LOAD_ASSERTION_ERROR",
        "LOAD_ATTR",
        "LOAD_BUILD_CLASS",
        "LOAD_CLASSDEREF",
        "LOAD_CLOSURE",
        "LOAD_COMMON_CONSTANT",
        "LOAD_CONST",
        "LOAD_DEREF",
        "LOAD_FAST",
        "LOAD_FAST_AND_CLEAR",
        "LOAD_FAST_BORROW",
        "LOAD_FAST_BORROW_LOAD_FAST_BORROW",
        "LOAD_FAST_CHECK",
        "LOAD_FAST_LOAD_FAST",
        "LOAD_FROM_DICT_OR_DEREF",
        "LOAD_FROM_DICT_OR_GLOBALS",
        "LOAD_GLOBAL",
        "LOAD_LOCALS",
        "LOAD_METHOD",
        "LOAD_NAME",
        "LOAD_SMALL_INT",
        "LOAD_SPECIAL",
        "LOAD_SUPER_ATTR",
        "MAKE_CELL",
        "MAKE_FUNCTION",
        "MAP_ADD",
        "MATCH_CLASS",
        "MATCH_KEYS",
        "MATCH_MAPPING",
        "MATCH_SEQUENCE",
        "NOP",
        "NOT_TAKEN",
        "POP_BLOCK",
        "POP_EXCEPT",
        "POP_FINALLY",
        "POP_ITER",
        "POP_JUMP_BACKWARD_IF_FALSE",
        "POP_JUMP_BACKWARD_IF_NONE",
        "POP_JUMP_BACKWARD_IF_NOT_NONE",
        "POP_JUMP_BACKWARD_IF_TRUE",
        "POP_JUMP_FORWARD_IF_FALSE",
        "POP_JUMP_FORWARD_IF_NONE",
        "POP_JUMP_FORWARD_IF_NOT_NONE",
        "POP_JUMP_FORWARD_IF_TRUE",
        "POP_JUMP_IF_FALSE",
        "POP_JUMP_IF_NONE",
        "POP_JUMP_IF_NOT_NONE",
        "POP_JUMP_IF_TRUE",
        "POP_TOP",
        "PRECALL",
        "PREP_RERAISE_STAR",
        "PRINT_EXPR",
        "PUSH_EXC_INFO",
        "PUSH_NULL",
        "RAISE_VARARGS",
        "RERAISE",
        "RESUME",
        "RETURN_CONST",
        "RETURN_GENERATOR",
        "RETURN_VALUE",
        "ROT_FOUR",
        "ROT_N",
        "ROT_THREE",
        "ROT_TWO",
        "SEND",
        "SETUP_ANNOTATIONS",
        "SETUP_ASYNC_WITH",
        "SETUP_FINALLY",
        "SETUP_WITH",
        "SET_ADD",
        "SET_FUNCTION_ATTRIBUTE",
        "SET_UPDATE",
        "STORE_ATTR",
        "STORE_DEREF",
        "STORE_FAST",
        "STORE_FAST_LOAD_FAST",
        "STORE_FAST_STORE_FAST",
        "STORE_GLOBAL",
        "STORE_NAME",
        "STORE_SLICE",
        "STORE_SUBSCR",
        "SWAP",
        "TO_BOOL",
        "UNARY_INVERT",
        "UNARY_NEGATIVE",
        "UNARY_NOT",
        "UNARY_POSITIVE",
        "UNPACK_EX",
        "UNPACK_SEQUENCE",
        "WITH_CLEANUP_FINISH",
        "WITH_CLEANUP_START",
        "WITH_EXCEPT_START",
        "YIELD_FROM",
        "YIELD_VALUE",
    ]
}
