// A code object as a value.
// This file knows the fields that all releases have in common; it must not know how their bytes are to be read.

/// CPython's `PyCodeObject` (`Include/cpython/code.h`), without what the interpreter adds while it runs.
///
/// Generic in what a constant is: a marshalled value where code is read from a file, an object's number where it was
/// captured from a process.
package struct CodeObject<Constant> {
    /// `co_argcount`: positional arguments, those of `posonly` among them; neither `*args` nor `**kwargs`.
    package var argumentCount: Int32
    /// `co_posonlyargcount`.
    package var positionalOnlyCount: Int32
    /// `co_kwonlyargcount`.
    package var keywordOnlyCount: Int32
    /// `co_stacksize`: too small a value lets the interpreter write past the frame.
    package var stackSize: Int32
    package var flags: CodeFlags
    /// `co_code`, de-specialised and de-instrumented.
    package var code: [UInt8]
    package var constants: [Constant]
    package var names: [PythonString]
    package var variables: CodeVariables
    package var fileName: PythonString
    package var name: PythonString
    /// `co_qualname`; nil until 3.10.
    package var qualifiedName: PythonString?
    package var firstLine: Int32
    /// `co_lnotab` in 3.8 and 3.9, `co_linetable` since.
    package var lineTable: [UInt8]
    /// `co_exceptiontable`; nil until 3.10.
    package var exceptionTable: [UInt8]?

    package init(
        argumentCount: Int32, positionalOnlyCount: Int32, keywordOnlyCount: Int32, stackSize: Int32,
        flags: CodeFlags,
        code: [UInt8], constants: [Constant], names: [PythonString], variables: CodeVariables,
        fileName: PythonString, name: PythonString, qualifiedName: PythonString?, firstLine: Int32,
        lineTable: [UInt8], exceptionTable: [UInt8]?
    ) {
        self.argumentCount = argumentCount
        self.positionalOnlyCount = positionalOnlyCount
        self.keywordOnlyCount = keywordOnlyCount
        self.stackSize = stackSize
        self.flags = flags
        self.code = code
        self.constants = constants
        self.names = names
        self.variables = variables
        self.fileName = fileName
        self.name = name
        self.qualifiedName = qualifiedName
        self.firstLine = firstLine
        self.lineTable = lineTable
        self.exceptionTable = exceptionTable
    }
}

extension CodeObject: Sendable where Constant: Sendable {}
extension CodeObject: Equatable where Constant: Equatable {}

/// `co_flags`; bits that are not named here (those of `__future__`) are kept.
package struct CodeFlags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let optimized = CodeFlags(rawValue: 0x1)
    package static let newLocals = CodeFlags(rawValue: 0x2)
    package static let variableArguments = CodeFlags(rawValue: 0x4)
    package static let variableKeywords = CodeFlags(rawValue: 0x8)
    package static let nested = CodeFlags(rawValue: 0x10)
    package static let generator = CodeFlags(rawValue: 0x20)
    /// `CO_NOFREE`, until 3.10: neither cells nor free variables.
    package static let noFree = CodeFlags(rawValue: 0x40)
    package static let coroutine = CodeFlags(rawValue: 0x80)
    package static let iterableCoroutine = CodeFlags(rawValue: 0x100)
    package static let asyncGenerator = CodeFlags(rawValue: 0x200)
}

/// The variables of a code object that have slots in its frames.
package enum CodeVariables: Sendable, Equatable {
    /// Until 3.10: slots are locals, then cells, then free variables. An argument that is a cell is in both of the first.
    case separate(locals: [PythonString], cells: [PythonString], free: [PythonString])
    /// 3.11+: one array of slots, `co_localsplusnames`, and one of as many kinds, `co_localspluskinds`.
    case merged(names: [PythonString], kinds: [VariableKind])

    /// How many slots a frame has below its value stack.
    package var slotCount: Int {
        switch self {
        case .separate(let locals, let cells, let free): locals.count + cells.count + free.count
        case .merged(let names, _): names.count
        }
    }

    /// The names of the slots in their order; until 3.10 a name may stand twice.
    package var slotNames: [PythonString] {
        switch self {
        case .separate(let locals, let cells, let free): locals + cells + free
        case .merged(let names, _): names
        }
    }

    /// `co_varnames`.
    package var locals: [PythonString] {
        switch self {
        case .separate(let locals, _, _): locals
        case .merged: names { $0.contains(.local) }
        }
    }

    /// `co_cellvars`.
    package var cells: [PythonString] {
        switch self {
        case .separate(_, let cells, _): cells
        case .merged: names { $0.contains(.cell) }
        }
    }

    /// `co_freevars`.
    package var free: [PythonString] {
        switch self {
        case .separate(_, _, let free): free
        case .merged: names { $0.contains(.free) }
        }
    }

    private func names(where isWanted: (VariableKind) -> Bool) -> [PythonString] {
        guard case .merged(let names, let kinds) = self else { return [] }
        return zip(names, kinds).filter { isWanted($1) }.map(\.0)
    }
}

/// One of `co_localspluskinds` (`CO_FAST_*` in `Include/internal/pycore_code.h`).
package struct VariableKind: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `CO_FAST_HIDDEN`: a comprehension's variable in the body of a class or module (3.12+).
    package static let hidden = VariableKind(rawValue: 0x10)
    package static let local = VariableKind(rawValue: 0x20)
    package static let cell = VariableKind(rawValue: 0x40)
    package static let free = VariableKind(rawValue: 0x80)
}
