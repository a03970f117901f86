// The interpreter that this module was loaded into, as the engine asks it.
// This file knows the C API's answers; it must not decide what is captured.

import CPythonABI
import Engine
import Memory
import Model
import Morph

struct RunningInterpreter: Interpreter {
    let version: PythonVersion
    let none: UInt64
    private let functionType: UInt64
    private let methodType: UInt64
    private let tupleType: UInt64
    private let codeType: UInt64
    private let integerType: UInt64
    private let classMethodType: UInt64
    private let cellType: UInt64
    private let referenceType: UInt64
    let bridges = Bridges()

    /// nil, with a Python error set, when something basic is missing.
    init?(version: PythonVersion) {
        self.version = version
        guard let types = Owned(new: PyImport_ImportModule("types")),
            let function = Owned(new: PyObject_GetAttrString(types.object, "FunctionType")),
            let method = Owned(new: PyObject_GetAttrString(types.object, "MethodType")),
            let code = Owned(new: PyObject_GetAttrString(types.object, "CodeType")),
            let cell = Owned(new: PyObject_GetAttrString(types.object, "CellType")),
            let weak = Owned(new: PyImport_ImportModule("_weakref")),
            let reference = Owned(new: PyObject_GetAttrString(weak.object, "ReferenceType")),
            let builtins = Owned(new: PyImport_ImportModule("builtins")),
            let classMethod = Owned(new: PyObject_GetAttrString(builtins.object, "classmethod")),
            let empty = Owned(new: PyTuple_New(0)),
            let zero = Owned(new: PyLong_FromLong(0)),
            let none = Owned(new: pyteleport_none())
        else { return nil }
        // Types of the interpreter and None live as long as it does.
        functionType = Objects.address(function.object)
        methodType = Objects.address(method.object)
        codeType = Objects.address(code.object)
        referenceType = Objects.address(reference.object)
        cellType = Objects.address(cell.object)
        classMethodType = Objects.address(classMethod.object)
        tupleType = Self.type(of: Objects.address(empty.object))
        integerType = Self.type(of: Objects.address(zero.object))
        self.none = Objects.address(none.object)
    }

    /// `ob_type` of a live object.
    private static func type(of object: UInt64) -> UInt64 { (try? LocalMemory().word(at: object &+ 8)) ?? 0 }

    func attributes(ofCode address: UInt64, slotCount: Int) throws(Refusal) -> MorphableCode.Attributes {
        guard let code = Objects.pointer(address) else {
            throw Refusal(.unknownState("a frame without code"))
        }
        do {
            return try read(code, slotCount)
        } catch {
            PyErr_Clear()
            throw Refusal(.unknownState("a code object whose attributes can't be read"))
        }
    }

    private func read(_ code: OpaquePointer, _ slotCount: Int) throws(PythonError) -> MorphableCode.Attributes
    {
        var attributes = MorphableCode.Attributes()
        attributes.bytes = try Objects.bytesAttribute(code, "co_code")
        attributes.lineTable = try Objects.bytesAttribute(
            code, version.facts.lineTable == .lnotab ? "co_lnotab" : "co_linetable")
        if version.facts.hasExceptionTable {
            attributes.exceptionTable = try Objects.bytesAttribute(code, "co_exceptiontable")
        }
        attributes.firstLine = try Objects.integerAttribute(code, "co_firstlineno")
        attributes.stackSize = try Objects.integerAttribute(code, "co_stacksize")
        attributes.flags = try Objects.integerAttribute(code, "co_flags")
        attributes.arguments = try Objects.integerAttribute(code, "co_argcount")
        attributes.keywordOnlyArguments = try Objects.integerAttribute(code, "co_kwonlyargcount")
        attributes.localCount = try Objects.integerAttribute(code, "co_nlocals")
        attributes.cellCount = try Objects.count(ofAttribute: "co_cellvars", code)
        attributes.freeCount = try Objects.count(ofAttribute: "co_freevars", code)
        attributes.constantCount = try Objects.count(ofAttribute: "co_consts", code)
        attributes.nameCount = try Objects.count(ofAttribute: "co_names", code)
        attributes.slotCount = slotCount
        if !version.facts.hasLocalsPlus { attributes.cellOfFirstArgument = try cellOfFirstArgument(code) }
        return attributes
    }

    private func cellOfFirstArgument(_ code: OpaquePointer) throws(PythonError) -> Int? {
        let names = try Objects.attribute(code, "co_varnames")
        let cells = try Objects.attribute(code, "co_cellvars")
        guard PyTuple_Size(names.object) > 0, let first = PyTuple_GetItem(names.object, 0) else {
            return nil
        }
        let name = Objects.text(first)
        for index in 0..<PyTuple_Size(cells.object) {
            if let cell = PyTuple_GetItem(cells.object, index), Objects.text(cell) == name { return index }
        }
        return nil
    }

    func morphMark(ofCode address: UInt64) throws(Refusal) -> MorphMark? {
        guard let code = Objects.pointer(address), let constants = try? Objects.attribute(code, "co_consts")
        else {
            PyErr_Clear()
            return nil
        }
        let count = PyTuple_Size(constants.object)
        guard count > 0, let last = PyTuple_GetItem(constants.object, count - 1),
            Self.type(of: Objects.address(last)) == tupleType, PyTuple_Size(last) == 7,
            let text = PyTuple_GetItem(last, 0), let original = PyTuple_GetItem(last, 1),
            let shift = PyTuple_GetItem(last, 2), let instruction = PyTuple_GetItem(last, 3),
            Self.type(of: Objects.address(original)) == codeType,
            Objects.text(text) == "pyteleport.morph",
            let length = integer(Objects.address(shift)), let index = integer(Objects.address(instruction)),
            let suspension = PyTuple_GetItem(last, 4).flatMap({ integer(Objects.address($0)) }),
            let completion = PyTuple_GetItem(last, 5),
            let innerEnd = PyTuple_GetItem(last, 6).flatMap({ integer(Objects.address($0)) })
        else {
            PyErr_Clear()
            return nil
        }
        // The original is a constant of the morph, so that it lives as long.
        let decides = Objects.address(completion)
        return MorphMark(
            original: Objects.address(original), shift: length, instruction: index, suspension: suspension,
            completion: decides == none ? 0 : decides, innerEnd: innerEnd)
    }

    func keep(_ address: UInt64) {
        guard let object = Objects.pointer(address) else { return }
        Py_IncRef(object)
    }

    func codeCalled(by callable: UInt64) -> UInt64? {
        guard let object = Objects.pointer(callable) else { return nil }
        let type = Self.type(of: callable)
        if type == methodType {
            guard let function = try? Objects.attribute(object, "__func__") else {
                PyErr_Clear()
                return nil
            }
            let address = Objects.address(function.object)
            guard Self.type(of: address) == functionType else { return nil }
            return code(of: function.object)
        }
        return type == functionType ? code(of: object) : nil
    }

    private func code(of function: OpaquePointer) -> UInt64? {
        guard let code = try? Objects.attribute(function, "__code__") else {
            PyErr_Clear()
            return nil
        }
        return Objects.address(code.object)
    }

    func comesBetween(_ code: UInt64, _ arguments: [UInt64]) -> Bool {
        if bridges.isHandler(code) { return true }
        if let first = arguments.first, first != 0, Self.type(of: first) == referenceType { return true }
        guard let object = Objects.pointer(code), let name = try? Objects.attribute(object, "co_name") else {
            PyErr_Clear()
            return false
        }
        return Objects.text(name.object) == "__del__"
    }

    var thread: UInt64 { PyThreadState_Get().map { Objects.address($0) } ?? 0 }

    var nativeStack: Range<UInt64> {
        let end = UInt64(pyteleport_stack_end())
        let here = withUnsafePointer(to: end) { UInt64(UInt(bitPattern: $0)) }
        return here..<max(here, end)
    }

    func isTuple(type: UInt64) -> Bool { type == tupleType }

    func isCell(_ object: UInt64) -> Bool { Self.type(of: object) == cellType }

    func bridge(_ site: Site) throws(Refusal) -> Answer { try bridges.ask(site) }

    /// Whether a type has a plain function with this code under a name.
    private func isMember(_ name: String, of type: UInt64, _ code: UInt64) -> Bool {
        defer { PyErr_Clear() }
        guard let type = Objects.pointer(type), let member = try? Objects.attribute(type, name),
            Self.type(of: Objects.address(member.object)) == functionType
        else { return false }
        return self.code(of: member.object) == code
    }

    func hasMethod(_ object: UInt64, code: UInt64) -> Bool {
        defer { PyErr_Clear() }
        if isMember("__del__", of: Self.type(of: object), code) { return false }
        // Only class methods of a type itself: its functions are called on its instances, while `__init__` runs for one.
        return contains(Self.type(of: object), functionType, code) || contains(object, classMethodType, code)
    }

    /// Whether a class has a member of this kind whose function has this code.
    private func contains(_ owner: UInt64, _ kind: UInt64, _ code: UInt64) -> Bool {
        guard let type = Objects.pointer(owner), let order = try? Objects.attribute(type, "__mro__") else {
            return false
        }
        for index in 0..<max(PyTuple_Size(order.object), 0) {
            guard let base = PyTuple_GetItem(order.object, index),
                let members = try? Objects.attribute(base, "__dict__"),
                let values = Owned(new: PyMapping_Values(members.object))
            else { continue }
            for place in 0..<max(PyList_Size(values.object), 0) {
                guard let member = PyList_GetItem(values.object, place),
                    Self.type(of: Objects.address(member)) == kind
                else { continue }
                if kind == functionType {
                    if self.code(of: member) == code { return true }
                } else if let function = try? Objects.attribute(member, "__func__"),
                    Self.type(of: Objects.address(function.object)) == functionType,
                    self.code(of: function.object) == code
                {
                    return true
                }
            }
        }
        return false
    }

    func name(of callable: UInt64) -> String {
        guard let object = Objects.pointer(callable) else { return "" }
        for attribute in ["__qualname__", "__name__"] {
            if let name = try? Objects.attribute(object, attribute) {
                let text = Objects.text(name.object)
                if !text.isEmpty { return text }
            }
            PyErr_Clear()
        }
        guard let type = Objects.pointer(Self.type(of: callable)),
            let name = try? Objects.attribute(type, "__qualname__")
        else {
            PyErr_Clear()
            return "an object"
        }
        return Objects.text(name.object)
    }

    func tracebackOffset(of exception: UInt64, caughtWith traceback: UInt64, firstIn frame: UInt64) -> Int? {
        guard frame != 0 else { return nil }
        defer { PyErr_Clear() }
        let caught = Owned(
            new: traceback == 0
                ? Objects.pointer(exception).flatMap { PyException_GetTraceback($0) }
                : try? Objects.reference(traceback))
        guard let traceback = caught, Objects.address(traceback.object) != none,
            let first = try? Objects.attribute(traceback.object, "tb_frame"),
            Objects.address(first.object) == frame
        else { return nil }
        return try? Objects.integerAttribute(traceback.object, "tb_lasti")
    }

    func integer(_ address: UInt64) -> Int? {
        // Other objects would be asked for what they are as an int, which may be the program's code.
        guard let object = Objects.pointer(address), Self.type(of: address) == integerType else { return nil }
        let value = PyLong_AsLong(object)
        if value == -1, PyErr_Occurred() != nil {
            PyErr_Clear()
            return nil
        }
        return value
    }
}
