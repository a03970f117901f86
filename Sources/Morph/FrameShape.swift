// What a morph depends on: the place in the code and the shape of the state, not the state itself.
// This file knows slots by number; it must not know objects or addresses.

import Bytecode
import Model

/// What a frame waits for.
package enum Suspension: Sendable, Hashable {
    /// The result of a call, which is pushed as it is.
    case call
    /// To be sent a value (a suspended generator at its yield).
    case yield
}

/// What a slot of the value stack needs to be made again.
package enum SlotShape: Sendable, Hashable {
    case object
    case null
    /// Begins a handler: the exception is raised and caught again, and leaves this slot behind. With `lasti`, the slot
    /// below belongs to it too.
    case handler(lasti: Bool)
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
}

/// A constant that a morph has besides those of its original.
package enum ExtraConstant: Sendable, Hashable {
    /// `(marker, original, …)`, by which a morph is known and undone. Always the last.
    case marker
    /// The function that continues the next inner frame.
    case inner
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
}
