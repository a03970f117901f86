// Python objects as Swift values: who owns them, and how they are made and read.
// This file knows reference counts; it must not know what the objects are for.

import CPythonABI

/// A Python object that this value keeps alive.
///
/// Only used while the interpreter's lock is held.
struct Owned: ~Copyable {
    let object: OpaquePointer

    /// Takes over a new reference; nil where the call that made it failed and set an error.
    init?(new reference: OpaquePointer?) {
        guard let reference else { return nil }
        object = reference
    }

    /// Gives the reference away.
    consuming func take() -> OpaquePointer {
        let object = object
        discard self
        return object
    }

    // A live object, of which this value holds one reference.
    deinit { Py_DecRef(object) }
}

/// A call into Python failed and left its error there.
struct PythonError: Error {}

enum Objects {
    static func pointer(_ address: UInt64) -> OpaquePointer? { OpaquePointer(bitPattern: UInt(address)) }

    static func address(_ object: OpaquePointer) -> UInt64 { UInt64(UInt(bitPattern: object)) }

    /// A new reference to the live object at `address`; None for 0.
    static func reference(_ address: UInt64) throws(PythonError) -> OpaquePointer {
        guard let object = pointer(address) else { return try made(pyteleport_none()) }
        Py_IncRef(object)
        return object
    }

    static func made(_ object: OpaquePointer?) throws(PythonError) -> OpaquePointer {
        guard let object else { throw PythonError() }
        return object
    }

    static func integer(_ value: Int) throws(PythonError) -> OpaquePointer {
        try made(PyLong_FromLong(value))
    }

    static func boolean(_ value: Bool) throws(PythonError) -> OpaquePointer {
        try made(PyBool_FromLong(value ? 1 : 0))
    }

    static func bytes(_ bytes: [UInt8]) throws(PythonError) -> OpaquePointer {
        // Copied by the call, within the buffer's bounds.
        try made(
            bytes.withUnsafeBytes {
                PyBytes_FromStringAndSize($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
            })
    }

    /// The numbers as they lie in memory.
    static func bytes<Number: FixedWidthInteger & BitwiseCopyable>(of numbers: [Number]) throws(PythonError)
        -> OpaquePointer
    {
        // Copied by the call, within the buffer's bounds.
        try made(
            numbers.withUnsafeBytes {
                PyBytes_FromStringAndSize($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
            })
    }

    static func string(_ text: String) throws(PythonError) -> OpaquePointer {
        var text = text
        return try made(
            text.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) {
                    PyUnicode_FromStringAndSize($0.baseAddress, $0.count)
                }
            })
    }

    /// A tuple of new references, which it takes over.
    static func tuple(_ items: [OpaquePointer]) throws(PythonError) -> OpaquePointer {
        let tuple = try made(PyTuple_New(items.count))
        for (index, item) in items.enumerated() {
            guard PyTuple_SetItem(tuple, index, item) == 0 else { throw PythonError() }
        }
        return tuple
    }

    /// A list of new references, which it takes over.
    static func list(_ items: [OpaquePointer]) throws(PythonError) -> OpaquePointer {
        let list = try made(PyList_New(items.count))
        for (index, item) in items.enumerated() {
            guard PyList_SetItem(list, index, item) == 0 else { throw PythonError() }
        }
        return list
    }

    // MARK: Attributes

    static func attribute(_ object: OpaquePointer, _ name: String) throws(PythonError) -> Owned {
        guard let value = Owned(new: name.withCString { PyObject_GetAttrString(object, $0) }) else {
            throw PythonError()
        }
        return value
    }

    static func integerAttribute(_ object: OpaquePointer, _ name: String) throws(PythonError) -> Int {
        let value = try attribute(object, name)
        let number = PyLong_AsLong(value.object)
        if number == -1, PyErr_Occurred() != nil { throw PythonError() }
        return number
    }

    static func bytesAttribute(_ object: OpaquePointer, _ name: String) throws(PythonError) -> [UInt8] {
        let value = try attribute(object, name)
        var start: UnsafeMutablePointer<CChar>?
        var count = 0
        guard PyBytes_AsStringAndSize(value.object, &start, &count) == 0, let start = start else {
            throw PythonError()
        }
        // `count` bytes that live as long as `value`, which is released after the copy.
        let copy = [UInt8](UnsafeRawBufferPointer(start: start, count: count))
        _ = consume value
        return copy
    }

    static func count(ofAttribute name: String, _ object: OpaquePointer) throws(PythonError) -> Int {
        let value = try attribute(object, name)
        let count = PyTuple_Size(value.object)
        guard count >= 0 else { throw PythonError() }
        return count
    }

    /// The text of a `str`, empty when it can't be had.
    static func text(_ object: OpaquePointer) -> String {
        guard let encoded = Owned(new: PyUnicode_AsUTF8String(object)) else {
            PyErr_Clear()
            return ""
        }
        var start: UnsafeMutablePointer<CChar>?
        var count = 0
        guard PyBytes_AsStringAndSize(encoded.object, &start, &count) == 0, let start = start else {
            PyErr_Clear()
            return ""
        }
        return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
}
