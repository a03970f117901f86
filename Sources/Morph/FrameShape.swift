// What a morph depends on: the place in the code and the shape of the state, not the state itself.
// This file knows slots by number; it must not know objects or addresses.

import Bytecode
import Model

/// What a frame waits for, and what is done with it.
///
/// The raw value is what a morph's mark says, so that a frame that still waits in its preamble can be moved again.
package enum Suspension: Int, Sendable, Hashable {
    /// What the inner frame returns is what the instruction gives.
    case result
    /// To be sent a value (a suspended generator at its yield).
    case yield
    /// For nothing: the instruction is executed when the frame stands, with its operands on the stack.
    case again
    /// The end of a frame that came between two instructions; then the instruction is executed.
    case interrupted
    /// An object of the arrival says what the inner frame's result means (`arrival/completions.py`).
    case completed
    /// The same, and it is asked about exceptions of the inner frame too.
    case completedCatching

    /// Whether the preamble calls the next inner frame.
    package var callsInner: Bool { self != .yield && self != .again }
    /// Whether the operands of the instruction are rebuilt.
    package var keepsOperands: Bool { self == .again || self == .interrupted }
    package var hasCompletion: Bool { self == .completed || self == .completedCatching }
}

/// What a slot of the value stack needs to be made again.
package enum SlotShape: Sendable, Hashable {
    case object
    case null
    /// Of a handler that has been left: what is here is dropped without being looked at.
    case unused
    /// Begins a handler: the exception is raised and caught again, and leaves this slot behind. With `lasti`, the slot
    /// below belongs to it too.
    case handler(lasti: Bool)
    /// The place where the exception in the slot above was raised, for when it is raised again: it is raised and caught, and
    /// leaves these two slots behind.
    case raised
    /// Came with the handler below it.
    case ofHandler
    /// A place in the original code that the body will jump back to (3.8).
    case returnAddress(Int)
}

/// The shape of a frame's state at one instruction.
package struct FrameShape: Sendable, Hashable {
    package var suspension: Suspension
    /// Index of the instruction in the original code.
    package var instruction: Int
    /// Which of the locals are bound, in CPython's order.
    package var bound: [Bool]
    package var slots: [SlotShape]
    /// The block stack in terms of the original code (up to 3.10).
    package var blocks: [FlowBlock]
    /// For each handler from the outermost in: the index of the instruction that the frame is shown at in the exception's
    /// traceback, nil when the frame is not its first entry.
    package var raised: [Int?]

    package init(
        suspension: Suspension, instruction: Int, bound: [Bool], slots: [SlotShape], blocks: [FlowBlock],
        raised: [Int?]
    ) {
        self.suspension = suspension
        self.instruction = instruction
        self.bound = bound
        self.slots = slots
        self.blocks = blocks
        self.raised = raised
    }
}

/// A piece of the state, as a segment of a morph asks for it.
package enum StatePart: Sendable, Hashable {
    case local(Int)
    case stack(Int)
    /// The exception of the `n`-th handler from the outermost.
    case handled(Int)
    /// The function that continues the next inner frame. Always alone in its segment.
    case inner
}

/// A constant that a morph has besides those of its original.
package enum ExtraConstant: Sendable, Hashable {
    /// `(marker, original, …)`, by which a morph is known and undone. Always the last.
    case marker
    /// The completion: a callable for results, one for exceptions, and the exceptions that it asks for.
    case advance, failed, catches
    /// An iterator over the next segment of the state.
    case segment
    case none
    case integer(Int)
}

/// A finished morph: what to replace in the original code object, and what to fill in.
package struct MorphPlan: Sendable {
    package var code: [UInt8]
    package var lineTable: [UInt8]
    /// nil before 3.11.
    package var exceptionTable: [UInt8]?
    package var stackSize: Int
    package var constants: [ExtraConstant]
    /// `co_names` gets one more name, of an attribute that every object has.
    package var needsAttributeName: Bool
    /// The state, segment by segment, in the order it is unpacked.
    package var segments: [[StatePart]]
    /// Bytes before the body.
    package var shift: Int
    /// Bytes before the end of the inner frame's call.
    package var innerEnd: Int
}
