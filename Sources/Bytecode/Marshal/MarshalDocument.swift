// A marshalled stream as a whole.
// This file knows what references mean; it must not know how bytes are laid out.

import Model

/// A value and what the references in it name.
package struct MarshalDocument: Sendable {
    package let version: PythonVersion
    package let root: MarshalValue
    /// The marked values without their marks, in the order in which they begin.
    private let marked: [MarshalValue]

    init(root: MarshalValue, marked: [MarshalValue], version: PythonVersion) {
        self.root = root
        self.marked = marked
        self.version = version
    }

    /// The value meant: without mark, and followed when it is a reference.
    ///
    /// - Throws: where a reference names nothing.
    package func resolve(_ value: MarshalValue) throws(BytecodeError) -> MarshalValue {
        guard case .reference(let index) = value.unmarked else { return value.unmarked }
        guard marked.indices ~= index else { throw BytecodeError(.badReference, at: 0) }
        return marked[index]
    }

    /// The code object of a marshalled one.
    ///
    /// Its constants stay as they were written.
    package func codeObject(_ code: MarshalCode) throws(BytecodeError) -> CodeObject<MarshalValue> {
        let variables: CodeVariables
        var qualifiedName: PythonString?
        var exceptionTable: [UInt8]?
        switch code.variables {
        case .separate(_, let locals, let free, let cells):
            variables = .separate(
                locals: try strings(locals), cells: try strings(cells), free: try strings(free))
        case .merged(let names, let kinds, let name, let table):
            let names = try strings(names)
            let kinds = try bytes(kinds)
            guard names.count == kinds.count else { throw BytecodeError(.unexpectedValue, at: 0) }
            variables = .merged(names: names, kinds: kinds.map(VariableKind.init(rawValue:)))
            qualifiedName = try string(name)
            exceptionTable = try bytes(table)
        }
        return CodeObject(
            argumentCount: code.argumentCount, positionalOnlyCount: code.positionalOnlyCount,
            keywordOnlyCount: code.keywordOnlyCount, stackSize: code.stackSize,
            flags: CodeFlags(rawValue: UInt32(bitPattern: code.flags)), code: try bytes(code.code),
            constants: try items(code.constants), names: try strings(code.names), variables: variables,
            fileName: try string(code.fileName), name: try string(code.name), qualifiedName: qualifiedName,
            firstLine: code.firstLine, lineTable: try bytes(code.lineTable), exceptionTable: exceptionTable)
    }

    /// All code objects, outer before inner; each once, because references are not followed.
    package var allCode: [MarshalCode] {
        var found: [MarshalCode] = []
        var waiting = [root.unmarked]
        while let value = waiting.popLast() {
            switch value {
            case .code(let code):
                found.append(code)
                waiting.append(code.constants.unmarked)
            case .tuple(let items, _): waiting += items.map(\.unmarked)
            default: break
            }
        }
        return found
    }

    private func items(_ value: MarshalValue) throws(BytecodeError) -> [MarshalValue] {
        guard case .tuple(let items, _) = try resolve(value) else {
            throw BytecodeError(.unexpectedValue, at: 0)
        }
        return items
    }

    private func bytes(_ value: MarshalValue) throws(BytecodeError) -> [UInt8] {
        guard case .bytes(let bytes) = try resolve(value) else {
            throw BytecodeError(.unexpectedValue, at: 0)
        }
        return bytes
    }

    private func string(_ value: MarshalValue) throws(BytecodeError) -> PythonString {
        guard case .string(let utf8, _) = try resolve(value) else {
            throw BytecodeError(.unexpectedValue, at: 0)
        }
        return PythonString(utf8: utf8)
    }

    private func strings(_ value: MarshalValue) throws(BytecodeError) -> [PythonString] {
        var strings: [PythonString] = []
        for item in try items(value) { strings.append(try string(item)) }
        return strings
    }
}

extension MarshalValue {
    /// A string in the shortest form; interned, as names are.
    package static func name(_ string: PythonString) -> MarshalValue {
        guard string.isASCII else { return .string(string.utf8, .interned) }
        return .string(string.utf8, string.utf8.count < 256 ? .shortASCIIInterned : .asciiInterned)
    }

    package static func tuple(_ items: [MarshalValue]) -> MarshalValue {
        .tuple(items, isSmall: items.count < 256)
    }
}

extension MarshalCode {
    /// A code object to be written.
    ///
    /// Its constants must not refer to anything outside of them.
    package init(_ code: CodeObject<MarshalValue>) {
        argumentCount = code.argumentCount
        positionalOnlyCount = code.positionalOnlyCount
        keywordOnlyCount = code.keywordOnlyCount
        stackSize = code.stackSize
        flags = Int32(bitPattern: code.flags.rawValue)
        self.code = .bytes(code.code)
        constants = .tuple(code.constants)
        names = .tuple(code.names.map(MarshalValue.name))
        switch code.variables {
        case .separate(let locals, let cells, let free):
            variables = .separate(
                localCount: Int32(truncatingIfNeeded: locals.count),
                locals: .tuple(locals.map(MarshalValue.name)),
                free: .tuple(free.map(MarshalValue.name)), cells: .tuple(cells.map(MarshalValue.name)))
        case .merged(let names, let kinds):
            variables = .merged(
                names: .tuple(names.map(MarshalValue.name)), kinds: .bytes(kinds.map(\.rawValue)),
                qualifiedName: .name(code.qualifiedName ?? code.name),
                exceptionTable: .bytes(code.exceptionTable ?? []))
        }
        fileName = .name(code.fileName)
        name = .name(code.name)
        firstLine = code.firstLine
        lineTable = .bytes(code.lineTable)
    }
}
