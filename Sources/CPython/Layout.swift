// Where the fields lie that frames are read from, one value a version.
// This file knows names and shapes of CPython's structures; it must not read memory.

import Model

/// How the frame that a thread is running is found from its `PyThreadState`.
package enum CurrentFrame: Sendable, Equatable {
    /// A field of the thread state points to it (`frame` up to 3.10, `current_frame` from 3.13).
    case field(UInt64)
    /// `tstate->cframe->current_frame` (3.11, 3.12).
    case throughCFrame(cframe: UInt64, current: UInt64)
}

/// How a frame tells which instruction it stands at.
package enum InstructionField: Sendable, Equatable {
    /// `f_lasti`, a byte offset (3.8, 3.9).
    case byteOffset(UInt64)
    /// `f_lasti`, in code units of two bytes (3.10).
    case unitOffset(UInt64)
    /// A pointer into the code's own array (`prev_instr` of 3.11 and 3.12, `instr_ptr` from 3.13).
    case pointer(UInt64, codeArray: UInt64)
}

/// The block stack that frames had up to 3.10.
package struct BlockStackLayout: Sendable, Equatable {
    package var count: UInt64  // f_iblock
    package var first: UInt64  // f_blockstack
    package var stride: UInt64  // sizeof(PyTryBlock): b_type, b_handler, b_level
    /// `b_handler` counts code units instead of bytes (3.10).
    package var countsUnits: Bool
}

/// What separates a frame from one that C code entered (from 3.11).
package enum EntryMark: Sendable, Equatable {
    /// Nothing is recorded: every Python call re-enters the interpreter's loop (up to 3.10).
    case none
    /// `is_entry` of the frame (3.11).
    case flag(UInt64)
    /// A shim frame lies between; its `owner` is at least this (from 3.12).
    case shim(owner: UInt8)
}

/// How a waiting frame shows the depth of its value stack (from 3.11).
///
/// It is without the operands of a call that the interpreter's loop entered by itself.
package enum PublishedDepth: Sendable, Equatable {
    /// `stacktop`, counted from the first local; −1 while C code runs (3.11 to 3.13).
    case count(UInt64)
    /// `stackpointer` (from 3.14).
    case pointer(UInt64)
}

/// What on the C stack tells one run of the interpreter's loop from the next, so that what C code has there can be looked for.
package enum LoopMarks: Sendable, Equatable {
    /// Nothing does (3.8, 3.9).
    case none
    /// `PyThreadState.cframe`, a chain with one entry for each run of the loop; its `previous`, and from 3.11 its `current_frame`. In 3.10
    /// each frame has a run of its own.
    case cframes(thread: UInt64, cframePrevious: UInt64, cframeCurrent: UInt64?)
    /// The shim frames lie there (from 3.12).
    case shims
}

/// Offsets of one version, in bytes.
///
/// What a version does not have is nil.
package struct Layout: Sendable, Equatable {
    package var version: PythonVersion
    package var currentFrame: CurrentFrame
    package var previous: UInt64
    package var code: UInt64
    package var globals: UInt64
    package var locals: UInt64
    package var instruction: InstructionField
    /// Where the first local lies, from the frame's start.
    package var localsplus: UInt64
    /// `f_valuestack`, a pointer to the first stack slot (up to 3.10).
    package var valueStack: UInt64?
    /// `co_nlocalsplus` of the code (from 3.11).
    package var nlocalsplus: UInt64?
    package var publishedDepth: PublishedDepth?
    package var frameObject: UInt64?
    package var owner: UInt64?
    package var entry: EntryMark
    package var loops: LoopMarks
    package var blockStack: BlockStackLayout?
    /// `f_gen`, the generator a frame belongs to (up to 3.10).
    package var frameGenerator: UInt64?
    /// Slots carry tag bits (`_PyStackRef`, from 3.14).
    package var slotsAreTagged: Bool
    /// `PyThreadState.exc_info` and, in `_PyErr_StackItem`, the value and the next outer item.
    package var excInfo: UInt64
    package var excItemValue: UInt64
    package var excItemPrevious: UInt64
    /// The traceback that it was caught with, which is not always the exception's (up to 3.10).
    package var excItemTraceback: UInt64?
    package var generator: GeneratorLayout
    /// What `atexit` holds, in `PyInterpreterState` (3.10 to 3.13; before and after, it is in Python's reach).
    package var exitCallbacks: ExitCallbacksLayout?
}

/// `PyInterpreterState.atexit`: an array of pointers to (function, arguments, keywords), and how many there are.
package struct ExitCallbacksLayout: Sendable, Equatable {
    /// `PyThreadState.interp`.
    package var interpreter: UInt64
    package var array: UInt64
    package var count: UInt64
}

/// Offsets in `PyGenObject`, the same for coroutines and async generators.
package struct GeneratorLayout: Sendable, Equatable {
    /// `gi_frame`, a pointer (up to 3.10).
    package var frame: UInt64?
    /// `gi_iframe`, the frame itself (from 3.11).
    package var embeddedFrame: UInt64?
    package var excState: UInt64
    package var state: GeneratorStateField
}

/// Where a generator's state is recorded, and what its values mean.
package enum GeneratorStateField: Sendable, Equatable {
    /// `gi_running`, one byte of the generator; otherwise `f_lasti` tells (3.8, 3.9).
    case running(UInt64)
    /// `f_state` of the frame (3.10): −2 created, −1 suspended, 0 executing, above: over.
    case ofFrame(UInt64)
    /// `gi_frame_state` of the generator, with the numbers of its version.
    case ofGenerator(UInt64, created: Int8, suspended: ClosedRange<Int8>, executing: Int8)
}
