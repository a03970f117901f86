// What capturing asks of the running interpreter besides reading its memory.
// This file knows the questions; it must not know how the C API answers them.

import Morph

/// The running interpreter.
///
/// Addresses are of live objects; nothing handed out here is owned by the engine.
package protocol Interpreter {
    /// The attributes of a code object; `slotCount` is what its frames have.
    func attributes(ofCode address: UInt64, slotCount: Int) throws(Refusal) -> MorphableCode.Attributes
    /// What a morph carries to be known by, nil for other code.
    func morphMark(ofCode address: UInt64) throws(Refusal) -> MorphMark?
    /// Keeps an object alive as long as the engine's caches are.
    func keep(_ address: UInt64)
    /// The code that calling this object runs at once: a Python function's or a bound method's; nil for anything else.
    func codeCalled(by callable: UInt64) -> UInt64?
    /// Whether a method of the object's type, or a class method of the object when it is a type, has this code. `__del__`,
    /// which nobody calls in an expression, does not count.
    func hasMethod(_ object: UInt64, code: UInt64) -> Bool
    /// How to name an object that is called, for messages.
    func name(of callable: UInt64) -> String
    /// Where in its running code `frame` (a frame object) stood, when it is the first entry of the traceback that the exception was caught
    /// with, which is its own where this is 0.
    func tracebackOffset(of exception: UInt64, caughtWith traceback: UInt64, firstIn frame: UInt64) -> Int?
    /// The value of an `int` object.
    func integer(_ address: UInt64) -> Int?
    /// Whether a frame of this code with these arguments is one that nobody has called in an expression: a finalizer, a weak
    /// reference's callback, a signal handler.
    func comesBetween(_ code: UInt64, _ arguments: [UInt64]) -> Bool
    /// Whether an object is a cell.
    func isCell(_ object: UInt64) -> Bool
    /// How a frame goes on that waits for more than a plain call.
    func bridge(_ site: Site) throws(Refusal) -> Answer
    var none: UInt64 { get }
    /// The address of the `PyThreadState` that runs this.
    var thread: UInt64 { get }
    /// Its C stack, from here on outward.
    var nativeStack: Range<UInt64> { get }
}

/// What a morph's constants say about it.
package struct MorphMark: Sendable {
    /// The original code object.
    package var original: UInt64
    /// Bytes before the body.
    package var shift: Int
    /// Index of the original instruction that the morph was made at.
    package var instruction: Int
    /// Raw value of the `Suspension`.
    package var suspension: Int
    /// The completion, 0 for none.
    package var completion: UInt64

    /// Where the call of the inner frame ends, in bytes.
    package var innerEnd: Int

    package init(
        original: UInt64, shift: Int, instruction: Int, suspension: Int, completion: UInt64, innerEnd: Int
    ) {
        self.innerEnd = innerEnd
        self.original = original
        self.shift = shift
        self.instruction = instruction
        self.suspension = suspension
        self.completion = completion
    }
}

/// Why a frame can't be captured.
package struct Refusal: Error, Sendable {
    package enum Reason: Sendable {
        /// It waits in an instruction that runs Python code from within, by CPython's name.
        case instruction(String)
        /// It waits for C code that runs Python code from within, by its name.
        case native(String)
        /// A generator that is running.
        case runningGenerator
        /// The interpreter has raised an exception, which is set there.
        case raised
        /// Something contradicts what the version does.
        case unknownState(String)
    }

    /// How many frames outward from the one capturing began with; −1 for a generator.
    package var depth: Int
    package var reason: Reason

    package init(depth: Int = 0, _ reason: Reason) {
        self.depth = depth
        self.reason = reason
    }
}
