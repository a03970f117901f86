// A captured frame: what its morph is made of and what it is filled with.
// This file knows the result of a capture; it must not know how it was read.

import Morph

/// A reference of a captured state.
package struct StateReference: Sendable {
    /// The object; owned by the program, not by this value.
    package var object: UInt64
    /// The loop stands at this index of a sequence that it iterates without an iterator object (3.15).
    package var iterationIndex: Int?
}

/// A frame as it is moved.
///
/// All addresses are borrowed from the program, which must not run in between.
package struct CapturedFrame {
    package var code: UInt64
    package var plan: CachedPlan
    package var segments: [[StateReference]]
    /// The exceptions that the frame handles, from the outermost handler in, whether the frame is the first entry of
    /// their tracebacks, and the traceback that it was caught with, 0 where there is none beside the exception's.
    package var handled: [(exception: UInt64, isFirstEntry: Bool, traceback: UInt64)]
    package var closure: [UInt64]
    package var globals: UInt64
    /// The namespace, when it is not the globals; 0 in functions.
    package var locals: UInt64
    package var instruction: Int
    /// The generator, coroutine or async generator that the frame belongs to, else 0.
    package var generator: UInt64 = 0
    /// The object that decides what the inner frame's result means, 0 for none.
    package var completion: UInt64 = 0
    package var suspension: Suspension
}

/// A morph, made once for each code object, place and shape.
package final class CachedPlan {
    package let plan: MorphPlan
    /// What the extension made of it; 0 at first.
    ///
    /// Kept as long as the cache is.
    package var object: UInt64 = 0

    init(_ plan: MorphPlan) { self.plan = plan }
}
