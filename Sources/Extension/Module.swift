// The functions that Python calls.
// This file knows how captured states become tuples; it must not decide what is captured.

import CPython
import CPythonABI
import Engine
import Memory
import Model
import Morph

/// The engine of this process.
///
/// Only touched while the interpreter's lock is held.
private final class Engine {
    let capture: Capture<RunningInterpreter>
    let foreign: Foreign

    private init(_ capture: Capture<RunningInterpreter>, _ foreign: Foreign) {
        self.capture = capture
        self.foreign = foreign
    }

    // Guarded by the interpreter's lock, like everything that Python calls.
    nonisolated(unsafe) private static var made: Engine?

    /// nil, with a Python error set, when this interpreter is not known.
    static func shared() -> Engine? {
        if let made = made { return made }
        guard let hex = PySys_GetObject("hexversion"),
            let version = PythonVersion(hexVersion: UInt32(truncatingIfNeeded: PyLong_AsLong(hex)))
        else {
            pyteleport_raise("pyteleport knows CPython 3.8 to 3.15")
            return nil
        }
        guard let interpreter = RunningInterpreter(version: version), let foreign = Foreign(version: version)
        else { return nil }
        let engine = Engine(Capture(interpreter: interpreter, version: version), foreign)
        made = engine
        return engine
    }
}

@c @implementation
public func pyteleport_capture(_ module: OpaquePointer?, _ arguments: OpaquePointer?) -> OpaquePointer? {
    var first: OpaquePointer?
    var last: OpaquePointer?
    var bridge: OpaquePointer?
    var handlers: OpaquePointer?
    var interrupted: CInt = 0
    guard pyteleport_arguments(arguments, &first, &last, &bridge, &handlers, &interrupted) != 0, let first,
        let last,
        let bridge, let handlers, let engine = Engine.shared(), let thread = PyThreadState_Get()
    else { return nil }
    let bridges = engine.capture.interpreter.bridges
    bridges.begin(bridge, handlers)
    defer { bridges.end() }
    return answer { () throws(Failure) in
        do {
            let frames = try engine.capture.frames(
                ofThread: Objects.address(thread), from: Objects.address(first), to: Objects.address(last),
                interrupted: interrupted != 0)
            var records: [OpaquePointer] = []
            records.reserveCapacity(frames.count)
            for frame in frames { records.append(try Records.frame(frame)) }
            return try Objects.list(records)
        } catch let refusal as Refusal {
            throw .refusal(refusal)
        } catch {
            throw .python
        }
    }
}

/// Memory of this process that may not be there.
private struct ProbedMemory: MemoryReader {
    func load<T: BitwiseCopyable>(_ type: T.Type, at address: UInt64) throws(MemoryError) -> T {
        let size = MemoryLayout<T>.size
        // As many bytes as the call may write; they are only taken when it has written them all.
        let value = withUnsafeTemporaryAllocation(
            byteCount: size, alignment: MemoryLayout<T>.alignment
        ) { buffer -> T? in
            guard pyteleport_probe(UInt(address), buffer.baseAddress, size) != 0 else { return nil }
            return buffer.loadUnaligned(as: T.self)
        }
        guard let value else { throw MemoryError(address: address, reason: "can't be read") }
        return value
    }
}

@c @implementation
public func pyteleport_held_by_c(_ module: OpaquePointer?, _ type: OpaquePointer?) -> OpaquePointer? {
    guard let type, let engine = Engine.shared() else { return nil }
    return answer { () throws(Failure) in
        do {
            guard let site = engine.capture.interpreter.bridges.site else { return try Objects.list([]) }
            let areTuples = engine.capture.interpreter.isTuple(type: Objects.address(type))
            let found = try engine.capture.heldByC(
                type: Objects.address(type), areMoved: areTuples, between: site, probe: ProbedMemory())
            return try Records.held(
                found, areTuples: areTuples,
                itemsAt: ObjectLayout.of(engine.capture.interpreter.version).tupleItems)
        } catch let error as MemoryError {
            throw .refusal(Refusal(.unknownState(error.reason)))
        } catch {
            throw .python
        }
    }
}

@c @implementation
public func pyteleport_generator(_ module: OpaquePointer?, _ generator: OpaquePointer?) -> OpaquePointer? {
    guard let generator, let engine = Engine.shared() else { return nil }
    return answer { () throws(Failure) in
        do {
            switch try engine.capture.generator(at: Objects.address(generator)) {
            case .created(let code, let closure, let globals):
                return try Objects.tuple([
                    try Objects.string("created"), try Objects.reference(code),
                    try Records.references(closure),
                    try Objects.reference(globals),
                ])
            case .entered(let frame):
                return try Objects.tuple([try Objects.string("entered"), try Records.frame(frame)])
            case .suspended(let frame):
                return try Objects.tuple([try Objects.string("suspended"), try Records.frame(frame)])
            case .finished: return try Objects.tuple([try Objects.string("finished")])
            }
        } catch let refusal as Refusal {
            throw .refusal(refusal)
        } catch {
            throw .python
        }
    }
}

@c @implementation
public func pyteleport_exit_callbacks(_ module: OpaquePointer?, _ none: OpaquePointer?) -> OpaquePointer? {
    guard let engine = Engine.shared(), let thread = PyThreadState_Get() else { return nil }
    return answer { () throws(Failure) in
        do {
            guard let found = try engine.capture.exitCallbacks(ofThread: Objects.address(thread)) else {
                return try Objects.reference(0)
            }
            var callbacks: [OpaquePointer] = []
            for callback in found {
                callbacks.append(
                    try Records.references([callback.function, callback.arguments, callback.keywords]))
            }
            return try Objects.list(callbacks)
        } catch let refusal as Refusal {
            throw .refusal(refusal)
        } catch {
            throw .python
        }
    }
}

@c @implementation
public func pyteleport_foreign(_ module: OpaquePointer?, _ arguments: OpaquePointer?) -> OpaquePointer? {
    guard let arguments, PyTuple_Size(arguments) == 2, let namespaces = PyTuple_GetItem(arguments, 0),
        let names = PyTuple_GetItem(arguments, 1), let engine = Engine.shared()
    else { return nil }
    return answer { () throws(Failure) in
        do {
            return try engine.foreign.find(namespaces, names)
        } catch {
            throw .python
        }
    }
}

@c @implementation
public func pyteleport_set_arrangement(_ module: OpaquePointer?, _ set: OpaquePointer?) -> OpaquePointer? {
    guard let set, let table = try? SetTable(at: Objects.address(set), in: LocalMemory()) else {
        pyteleport_raise("the table of a set can't be read")
        return nil
    }
    return answer { () throws(Failure) in
        do {
            guard let arrangement = table.arrangement() else { return try Objects.reference(0) }
            return try Objects.tuple([
                try Objects.integer(table.mask), try Objects.integer(table.finger),
                try Objects.bytes(of: arrangement.places), try Objects.bytes(of: table.removed),
                try Objects.bytes(of: arrangement.hashes),
            ])
        } catch {
            throw .python
        }
    }
}

/// Why a function gives nothing back.
private enum Failure: Error {
    case refusal(Refusal)
    /// Python's error is set.
    case python
}

private func answer(_ body: () throws(Failure) -> OpaquePointer) -> OpaquePointer? {
    do {
        return try body()
    } catch .refusal(let refusal) {
        if case .raised = refusal.reason { return nil }
        if let value = try? Records.refusal(refusal) {
            PyErr_SetObject(pyteleport_refusal_type(), value)
            Py_DecRef(value)
        }
        return nil
    } catch {
        return nil
    }
}
