// The way to the table of bridges, which is Python (`bridges/`), during one capture.
// This file knows how facts become a tuple and how the answer is read; it must not know any bridge.

import CPythonABI
import Engine
import Morph

/// Asks the function that was given for this capture.
///
/// Only touched while the interpreter's lock is held.
final class Bridges {
    private var function: OpaquePointer?
    /// Answers whose objects the captured frames refer to.
    private var held: [OpaquePointer] = []

    /// What is being asked about.
    private(set) var site: Site?

    /// Gives the codes of signal handlers.
    private var askHandlers: OpaquePointer?
    /// Those codes, once they were asked for.
    private var handlers: Set<UInt64>?

    /// - Parameters:
    ///   - bridge: The function to ask.
    ///   - handlers: A function that gives a tuple of the codes of the program's signal handlers.
    func begin(_ bridge: OpaquePointer, _ handlers: OpaquePointer) {
        function = bridge
        askHandlers = handlers
    }

    func isHandler(_ code: UInt64) -> Bool {
        if let handlers { return handlers.contains(code) }
        var found: Set<UInt64> = []
        if let codes = Owned(new: PyObject_CallObject(askHandlers, nil)) {
            for index in 0..<max(PyTuple_Size(codes.object), 0) {
                if let code = PyTuple_GetItem(codes.object, index) { found.insert(Objects.address(code)) }
            }
        } else {
            PyErr_Clear()
        }
        handlers = found
        return found.contains(code)
    }

    func end() {
        function = nil
        askHandlers = nil
        handlers = nil
        let answers = held
        held = []
        for answer in answers { Py_DecRef(answer) }
    }

    func ask(_ site: Site) throws(Refusal) -> Answer {
        guard let function else { throw Refusal(.unknownState("no bridges")) }
        self.site = site
        defer { self.site = nil }
        do {
            guard let arguments = Owned(new: try Objects.tuple([try tuple(site)])) else {
                throw PythonError()
            }
            let answer = try Objects.made(PyObject_CallObject(function, arguments.object))
            held.append(answer)
            return try read(answer)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.raised)
        }
    }

    private func tuple(_ site: Site) throws(PythonError) -> OpaquePointer {
        let operands =
            if let operands = site.operands { try maybe(operands) } else { try Objects.reference(0) }
        return try Objects.tuple([
            try Objects.string(site.mnemonic.name), try Objects.integer(site.argument),
            try Objects.reference(site.code), try Objects.reference(site.frame),
            try Objects.reference(site.namespace), try Objects.reference(site.globals),
            operands,
            try Objects.integer(site.keywordNames ?? -1), try Objects.boolean(site.isDirect),
            try Objects.boolean(site.comesBetween),
            try Objects.reference(site.initialized), try Objects.reference(site.inner.code),
            try Objects.reference(site.inner.globals), try Objects.reference(site.inner.namespace),
            try Objects.reference(site.inner.generator), try maybe(site.inner.arguments),
            try Objects.reference(site.target),
        ])
    }

    /// A tuple of `(object,)`, and `()` for what is not there.
    private func maybe(_ addresses: [UInt64]) throws(PythonError) -> OpaquePointer {
        var items: [OpaquePointer] = []
        for address in addresses {
            items.append(try Objects.tuple(address == 0 ? [] : [try Objects.reference(address)]))
        }
        return try Objects.tuple(items)
    }

    /// `(suspension, place, operands or None, completion or None)`, or `(-1, reason, detail)`.
    private func read(_ answer: OpaquePointer) throws -> Answer {
        func item(_ index: Int) throws(PythonError) -> OpaquePointer {
            try Objects.made(PyTuple_GetItem(answer, index))
        }
        let code = PyLong_AsLong(try item(0))
        if code == -1 {
            if PyErr_Occurred() != nil { throw PythonError() }
            let reason = Objects.text(try item(1))
            let detail = Objects.text(try item(2))
            switch reason {
            case "instruction": throw Refusal(.instruction(detail))
            case "generator": throw Refusal(.runningGenerator)
            case "state": throw Refusal(.unknownState(detail))
            default: throw Refusal(.native(detail))
            }
        }
        guard let suspension = Suspension(rawValue: code) else {
            throw Refusal(.unknownState("an answer of \(code)"))
        }
        let none = try Objects.made(pyteleport_none())
        Py_DecRef(none)  // it is never freed
        let given = try item(2)
        var operands: [UInt64]?
        if given != none {
            var found: [UInt64] = []
            for index in 0..<max(PyTuple_Size(given), 0) {
                let one = try Objects.made(PyTuple_GetItem(given, index))
                found.append(
                    PyTuple_Size(one) == 0 ? 0 : Objects.address(try Objects.made(PyTuple_GetItem(one, 0))))
            }
            operands = found
        }
        let completion = try item(3)
        return Answer(
            suspension, place: Answer.Place(rawValue: PyLong_AsLong(try item(1))) ?? .at, operands: operands,
            completion: completion == none ? 0 : Objects.address(completion))
    }
}
