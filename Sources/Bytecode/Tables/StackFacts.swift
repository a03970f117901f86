// What differs between versions in how instructions use the value stack, by name.
// This file knows the facts, each with its versions; it must not know who asks.

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
    /// `COMPARE_OP` may be told to give a truth value (3.13+).
    package var comparesForTruth: Bool
    /// `finally` bodies are called, so that the depth in them depends on where from (3.8).
    package var finallyIsCalled: Bool
    /// An iterator takes two slots: `GET_ITER` pushes an index or NULL above it (3.15).
    package var iteratorsTakeTwoSlots: Bool
    /// `BEFORE_WITH` lets go of the manager before it calls `__enter__`, and leaves its address on the stack (3.12, 3.13).
    package var beforeWithLetsGo: Bool = false

    package static func facts(for version: PythonVersion) -> StackFacts {
        switch version {
        case .v3_8:
            StackFacts(
                callFunctionExFixed: 1, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: false,
                loadGlobalPushesNull: false, makeFunctionFixed: 1, makeFunctionTakesAttributes: true,
                matchPushesTruth: false, forIterPopsExhausted: true, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: false, comparesForTruth: false, finallyIsCalled: true,
                iteratorsTakeTwoSlots: false)
        case .v3_9:
            StackFacts(
                callFunctionExFixed: 1, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: false,
                loadGlobalPushesNull: false, makeFunctionFixed: 1, makeFunctionTakesAttributes: true,
                matchPushesTruth: false, forIterPopsExhausted: true, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: false, comparesForTruth: false, finallyIsCalled: false,
                iteratorsTakeTwoSlots: false)
        case .v3_10:
            StackFacts(
                callFunctionExFixed: 1, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: false,
                loadGlobalPushesNull: false, makeFunctionFixed: 1, makeFunctionTakesAttributes: true,
                matchPushesTruth: true, forIterPopsExhausted: true, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: false, comparesForTruth: false, finallyIsCalled: false,
                iteratorsTakeTwoSlots: false)
        case .v3_11:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: false,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: true,
                matchPushesTruth: false, forIterPopsExhausted: true, endForPopsIterator: false,
                sendPopsReceiver: true,
                nullPrecedesCallable: true,
                callsTakeMethodsApart: true, comparesForTruth: false, finallyIsCalled: false,
                iteratorsTakeTwoSlots: false)
        case .v3_12:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: true,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: true,
                matchPushesTruth: false, forIterPopsExhausted: false, endForPopsIterator: true,
                sendPopsReceiver: false,
                nullPrecedesCallable: true,
                callsTakeMethodsApart: true, comparesForTruth: false, finallyIsCalled: false,
                iteratorsTakeTwoSlots: false, beforeWithLetsGo: true)
        case .v3_13:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: false, loadAttrLoadsMethods: true,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: false,
                matchPushesTruth: false, forIterPopsExhausted: false, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: true, comparesForTruth: true, finallyIsCalled: false,
                iteratorsTakeTwoSlots: false, beforeWithLetsGo: true)
        case .v3_14:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: true, loadAttrLoadsMethods: true,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: false,
                matchPushesTruth: false, forIterPopsExhausted: false, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: true, comparesForTruth: true, finallyIsCalled: false,
                iteratorsTakeTwoSlots: false)
        case .v3_15:
            StackFacts(
                callFunctionExFixed: 2, callFunctionExAlwaysHasMapping: true, loadAttrLoadsMethods: true,
                loadGlobalPushesNull: true, makeFunctionFixed: 0, makeFunctionTakesAttributes: false,
                matchPushesTruth: false, forIterPopsExhausted: false, endForPopsIterator: false,
                sendPopsReceiver: false,
                nullPrecedesCallable: false,
                callsTakeMethodsApart: true, comparesForTruth: true, finallyIsCalled: false,
                iteratorsTakeTwoSlots: true)
        }
    }
}
