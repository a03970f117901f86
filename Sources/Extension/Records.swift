// Captured states as the tuples that `arrival/frames.py` builds frames from.
// This file knows the order of fields (stated in `_engine.pyi`); it must not know what is done with them.

import CPythonABI
import Engine
import Memory
import Morph

enum Records {
    /// `(code, plan, segments, handled, closure, globals, locals, generator, completion)`.
    static func frame(_ frame: CapturedFrame) throws(PythonError) -> OpaquePointer {
        var segments: [OpaquePointer] = []
        for (place, segment) in frame.segments.enumerated() {
            if frame.plan.plan.segments[place] == [.inner] {
                segments.append(try Objects.list([]))
                continue
            }
            var items: [OpaquePointer] = []
            items.reserveCapacity(segment.count)
            for reference in segment { items.append(try object(reference)) }
            segments.append(try Objects.list(items))
        }
        var handled: [OpaquePointer] = []
        for (exception, isFirstEntry, traceback) in frame.handled {
            handled.append(
                try Objects.tuple([
                    try Objects.reference(exception), try Objects.boolean(isFirstEntry),
                    try rest(of: traceback, of: exception),
                ]))
        }
        return try Objects.tuple([
            try Objects.reference(frame.code), try plan(frame), try Objects.list(segments),
            try Objects.list(handled),
            try references(frame.closure), try Objects.reference(frame.globals),
            try Objects.reference(frame.locals), try Objects.reference(frame.generator),
            try Objects.reference(frame.completion),
        ])
    }

    /// Of a traceback that an exception was caught with and that is not its own: `(what follows the first entry,)`; else None.
    private static func rest(of traceback: UInt64, of exception: UInt64) throws(PythonError) -> OpaquePointer
    {
        guard let caught = Objects.pointer(traceback), let raised = Objects.pointer(exception) else {
            return try Objects.reference(0)
        }
        let none = try Objects.made(pyteleport_none())
        defer { Py_DecRef(none) }
        var own = none
        // The exception keeps it alive.
        if let found = Owned(new: PyException_GetTraceback(raised)) { own = found.object }
        guard own != caught else { return try Objects.reference(0) }
        guard caught != none else { return try Objects.tuple([try Objects.reference(0)]) }
        return try Objects.tuple([try Objects.attribute(caught, "tb_next").take()])
    }

    static func references(_ addresses: [UInt64]) throws(PythonError) -> OpaquePointer {
        var items: [OpaquePointer] = []
        for address in addresses { items.append(try Objects.reference(address)) }
        return try Objects.tuple(items)
    }

    /// `(depth, reason, detail)`.
    static func refusal(_ refusal: Refusal) throws(PythonError) -> OpaquePointer {
        let (reason, detail) =
            switch refusal.reason {
            case .instruction(let name): ("instruction", name)
            case .native(let name): ("native", name)
            case .runningGenerator: ("generator", "")
            case .unknownState(let text): ("state", text)
            case .raised: ("state", "")
            }
        return try Objects.tuple([
            try Objects.integer(refusal.depth), try Objects.string(reason), try Objects.string(detail),
        ])
    }

    /// A list of the objects.
    ///
    /// Of tuples only of such that are not full, and of each a list of its items so far: nobody else may refer to one that is being filled.
    static func held(_ found: [UInt64], areTuples: Bool, itemsAt: UInt64) throws -> OpaquePointer {
        var objects: [OpaquePointer] = []
        for address in found {
            guard areTuples else {
                objects.append(try Objects.reference(address))
                continue
            }
            let memory = LocalMemory()
            let count = try memory.word(at: address &+ 16)
            var items: [UInt64] = []
            while UInt64(items.count) < count {
                let item = try memory.word(at: address &+ itemsAt &+ 8 &* UInt64(items.count))
                if item == 0 { break }
                items.append(item)
            }
            if UInt64(items.count) < count {
                objects.append(try Objects.list(items.map { try Objects.reference($0) }))
            }
        }
        return try Objects.list(objects)
    }

    private static func object(_ reference: StateReference) throws(PythonError) -> OpaquePointer {
        guard let index = reference.iterationIndex, let sequence = Objects.pointer(reference.object) else {
            return try Objects.reference(reference.object)
        }
        let iterator = try Objects.made(PyObject_GetIter(sequence))
        guard pyteleport_set_state(iterator, index) != 0 else { throw PythonError() }
        return iterator
    }

    /// `(code, line table, exception table or None, stack size, needs a name, constants, shift, instruction, suspension,
    /// index of the segment for the inner frame's function or -1, end of its call)`, the same object each time.
    private static func plan(_ frame: CapturedFrame) throws(PythonError) -> OpaquePointer {
        let cached = frame.plan
        if cached.object == 0 {
            let plan = cached.plan
            var locals: [OpaquePointer] = []
            for case .local(let index) in plan.segments.first ?? [] {
                locals.append(try Objects.integer(index))
            }
            var constants: [OpaquePointer] = []
            for constant in plan.constants {
                let number =
                    switch constant {
                    case .marker: -1
                    case .segment: -3
                    case .none: -4
                    case .advance: -5
                    case .failed: -6
                    case .catches: -7
                    case .integer(let value): value
                    }
                constants.append(try Objects.integer(number))
            }
            let exceptionTable =
                if let table = plan.exceptionTable { try Objects.bytes(table) } else {
                    try Objects.reference(0)
                }
            let made = try Objects.tuple([
                try Objects.bytes(plan.code), try Objects.bytes(plan.lineTable),
                exceptionTable,
                try Objects.integer(plan.stackSize), try Objects.boolean(plan.needsAttributeName),
                try Objects.tuple(constants), try Objects.integer(plan.shift),
                try Objects.integer(frame.instruction), try Objects.integer(frame.suspension.rawValue),
                try Objects.integer(plan.segments.firstIndex(of: [.inner]) ?? -1),
                try Objects.integer(plan.innerEnd), try Objects.tuple(locals),
            ])
            cached.object = Objects.address(made)
        }
        return try Objects.reference(cached.object)
    }
}
