// What stands in the namespaces of imported modules and in their classes, and comes from no imported module.
// This file knows what functions, descriptors and types refer to; whether a find travels is not decided here.

import CPython
import CPythonABI
import Model

private enum TypeFlag {
    static let heap: UInt = 1 << 9
    static let hasVersionTag: UInt = 1 << 19  // up to 3.12; then the tag itself says so
    static let isType: UInt = 1 << 31
}

/// A walk over all namespaces.
///
/// Nothing that it does runs Python code, so that no dict changes under it.
///
/// Only used while the interpreter's lock is held.
final class Foreign {
    private let layout: ObjectLayout
    private let function, staticMethod, classMethod, property, string, metatype: UInt
    private let nameOfModule: Owned
    /// The types in which everything was known, with their version tags: these change with every change of a type, and never recur.
    private var settled: [UInt: UInt32] = [:]
    /// Clean types without a tag, of no metaclass that could run code when an attribute is looked up.
    private var untagged: [UInt] = []
    private var known: Set<UInt> = []
    private var names: OpaquePointer
    private var verdicts: [UInt: Bool] = [:]

    init?(version: PythonVersion) {
        guard let types = Owned(new: PyImport_ImportModule("types")),
            let builtins = Owned(new: PyImport_ImportModule("builtins")),
            let function = Owned(new: PyObject_GetAttrString(types.object, "FunctionType")),
            let staticMethod = Owned(new: PyObject_GetAttrString(builtins.object, "staticmethod")),
            let classMethod = Owned(new: PyObject_GetAttrString(builtins.object, "classmethod")),
            let property = Owned(new: PyObject_GetAttrString(builtins.object, "property")),
            let metatype = Owned(new: PyObject_GetAttrString(builtins.object, "type")),
            let string = Owned(new: PyObject_GetAttrString(builtins.object, "str")),
            let name = try? Objects.string("__module__"), let nameOfModule = Owned(new: name)
        else { return nil }
        layout = .of(version)
        // These live as long as the interpreter.
        self.function = UInt(bitPattern: function.object)
        self.staticMethod = UInt(bitPattern: staticMethod.object)
        self.classMethod = UInt(bitPattern: classMethod.object)
        self.property = UInt(bitPattern: property.object)
        self.string = UInt(bitPattern: string.object)
        self.metatype = UInt(bitPattern: metatype.object)
        names = nameOfModule.object
        self.nameOfModule = nameOfModule
    }

    /// Each find as (index of the namespace, its key, the member's name or None, the value).
    ///
    /// `namespaces` is a list of dicts, `names` a set with the name of each module that they may come from.
    func find(_ namespaces: OpaquePointer, _ names: OpaquePointer) throws(PythonError) -> OpaquePointer {
        let before = known
        known.removeAll(keepingCapacity: true)
        verdicts.removeAll(keepingCapacity: true)
        self.names = names
        let count = PyList_Size(namespaces)
        guard count >= 0 else { throw PythonError() }
        for index in 0..<count { known.insert(UInt(bitPattern: PyList_GetItem(namespaces, index))) }
        if !before.isSubset(of: known) { settled.removeAll() }

        let isFirst = settled.isEmpty
        untagged.removeAll()
        let found = try Objects.made(PyList_New(0))
        for index in 0..<count {
            guard let namespace = PyList_GetItem(namespaces, index) else { throw PythonError() }
            let home = UInt(bitPattern: namespace)
            let own = PyDict_GetItemString(namespace, "__name__")
            var place = 0
            var key: OpaquePointer?
            var value: OpaquePointer?
            while PyDict_Next(namespace, &place, &key, &value) != 0 {
                guard let key, let value else { continue }
                if word(value, ObjectLayout.type) == function, globals(of: value) == home { continue }
                if isType(value) {
                    try look(at: value, key, index, own, found)
                } else if !isKnown(value, home) {
                    try add(found, index, key, nil, value)
                }
            }
        }
        if !isFirst { tagTypes() }
        return found
    }

    /// Has the interpreter give tags to the types that had none, which the next walk will know them by.
    ///
    /// It does when it looks something up in them. A program that is captured once only does not pay for this.
    private func tagTypes() {
        for address in untagged {
            guard let type = OpaquePointer(bitPattern: address) else { continue }
            _ = Owned(new: PyObject_GetAttrString(type, "__pyteleport__"))
            PyErr_Clear()
        }
    }

    /// A class among a module's values: its own ones are looked into, another module's has been or will be, where that is known.
    private func look(
        at type: OpaquePointer, _ key: OpaquePointer, _ index: Int, _ own: OpaquePointer?,
        _ found: OpaquePointer
    ) throws(PythonError) {
        let flags = word(type, ObjectLayout.flags)
        guard flags & TypeFlag.heap != 0,
            let members = OpaquePointer(bitPattern: word(type, ObjectLayout.members))
        else { return }
        let tag = UInt32(truncatingIfNeeded: word(type, ObjectLayout.versionTag))
        let hasTag = tag != 0 && (!layout.flagSaysTag || flags & TypeFlag.hasVersionTag != 0)
        let address = UInt(bitPattern: type)
        if hasTag, settled[address] == tag { return }
        guard isFromKnownModule(members) else { return try add(found, index, key, nil, type) }
        let module = PyDict_GetItem(members, nameOfModule.object)
        guard let module, let own, PyUnicode_Compare(module, own) == 0 else { return }
        let before = PyList_Size(found)
        var place = 0
        var name: OpaquePointer?
        var member: OpaquePointer?
        while PyDict_Next(members, &place, &name, &member) != 0 {
            guard let name, let member, !isType(member) else { continue }
            if !isKnown(member, 0) { try add(found, index, key, name, member) }
        }
        guard PyList_Size(found) == before else { return }
        if hasTag {
            settled[address] = tag
        } else if word(type, ObjectLayout.type) == metatype {
            untagged.append(address)
        }
    }

    private func isKnown(_ value: OpaquePointer, _ home: UInt) -> Bool {
        let type = word(value, ObjectLayout.type)
        if type == function {
            let globals = globals(of: value)
            return globals == home || known.contains(globals)
        }
        if type == staticMethod || type == classMethod {
            guard let wrapped = OpaquePointer(bitPattern: word(value, ObjectLayout.wrapped)) else {
                return true
            }
            return isKnown(wrapped, home)
        }
        if type == property {
            for field in ObjectLayout.accessors {
                if let accessor = OpaquePointer(bitPattern: word(value, field)), !isKnown(accessor, home) {
                    return false
                }
            }
            return true
        }
        guard let kind = OpaquePointer(bitPattern: type), word(kind, ObjectLayout.flags) & TypeFlag.heap != 0
        else {
            return true
        }
        if let verdict = verdicts[type] { return verdict }
        let members = OpaquePointer(bitPattern: word(kind, ObjectLayout.members))
        let verdict = members.map(isFromKnownModule) ?? true
        verdicts[type] = verdict
        return verdict
    }

    /// By `__module__` among the members of a type.
    private func isFromKnownModule(_ members: OpaquePointer) -> Bool {
        guard let module = PyDict_GetItem(members, nameOfModule.object),
            word(module, ObjectLayout.type) == string
        else {
            return true
        }
        return PySet_Contains(names, module) == 1
    }

    private func isType(_ value: OpaquePointer) -> Bool {
        guard let kind = OpaquePointer(bitPattern: word(value, ObjectLayout.type)) else { return false }
        return word(kind, ObjectLayout.flags) & TypeFlag.isType != 0
    }

    private func globals(of function: OpaquePointer) -> UInt {
        word(function, layout.functionGlobals)
    }

    /// A word inside of a live object of a type that has a field there.
    private func word(_ object: OpaquePointer, _ offset: Int) -> UInt {
        UnsafeRawPointer(object).loadUnaligned(fromByteOffset: offset, as: UInt.self)
    }

    private func add(
        _ found: OpaquePointer, _ index: Int, _ key: OpaquePointer, _ member: OpaquePointer?,
        _ value: OpaquePointer
    ) throws(PythonError) {
        let parts = [key, member, value].map { UInt64(UInt(bitPattern: $0)) }
        var references = [try Objects.integer(index)]
        for part in parts { references.append(try Objects.reference(part)) }
        let entry = Owned(new: try Objects.tuple(references))
        guard let entry, PyList_Append(found, entry.object) == 0 else { throw PythonError() }
    }
}
