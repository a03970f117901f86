// What is to be known about a frame and the next inner one when C code lies between them.
// This file knows the facts; it must not know which of them mean that the frame can be moved.

import Bytecode
import CPython
import Model
import Morph

/// A frame that waits in an instruction for an inner frame that C code has entered, or that is no plain call.
package struct Site {
    package var mnemonic: Mnemonic
    package var argument: Int
    /// The original code that the frame runs.
    package var code: UInt64
    /// The frame object, 0 where none was made.
    package var frame: UInt64
    /// The namespace of a module or class body, else 0; and the globals.
    package var namespace: UInt64
    package var globals: UInt64
    /// What lies on the stack for the instruction, bottom first, 0 for NULL; nil where it has been taken already.
    package var operands: [UInt64]?
    /// The container that the instruction adds to, which lies below its operands; 0 for other instructions.
    package var target: UInt64
    /// The index of the constant that names keyword arguments (`KW_NAMES`, 3.11 and 3.12).
    package var keywordNames: Int?
    /// The interpreter's loop entered the inner frame by itself.
    package var isDirect: Bool
    /// The inner frame is of a signal handler, trace function, finalizer or callback; of the operands only the lowest is known.
    package var comesBetween: Bool
    /// The object that is being initialised, where the loop entered `__init__` by itself (from 3.13).
    package var initialized: UInt64
    package var inner: InnerFrame
    /// How much lies on the frame's stack below that for certain.
    package var depth: Int
    /// Both frames as they lie in memory.
    package var frames: (outer: Frame, inner: Frame)
}

/// The next inner frame, as far as it tells what it was entered for.
package struct InnerFrame {
    /// The original code that it runs.
    package var code: UInt64
    package var globals: UInt64
    /// The namespace of a module or class body, else 0.
    package var namespace: UInt64
    /// The generator, coroutine or async generator that it belongs to, else 0.
    package var generator: UInt64
    /// Its first arguments; 0 for one that its code may have changed, or that it does not have.
    package var arguments: [UInt64]
}

/// How a frame goes on when the inner one has ended.
package struct Answer {
    package enum Place: Int, Sendable {
        case at = 0
        case behind = 1
        /// Where the instruction jumps to.
        case target = 2
    }

    package var suspension: Suspension
    /// Where the frame goes on, seen from the instruction.
    package var place: Place
    /// For `again`: what to lay on the stack instead of the operands, 0 for NULL; nil for what lies there.
    package var operands: [UInt64]?
    /// The object that decides, or that the inner frame is called through; 0 for none.
    package var completion: UInt64

    package init(
        _ suspension: Suspension, place: Place = .at, operands: [UInt64]? = nil, completion: UInt64 = 0
    ) {
        self.suspension = suspension
        self.place = place
        self.operands = operands
        self.completion = completion
    }
}
