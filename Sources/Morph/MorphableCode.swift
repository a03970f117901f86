// A code object as morphs are made of it: decoded and analysed once.
// This file knows which facts of a code object matter to a morph; it must not know where they were read.

import Bytecode
import Model

/// What a morph is made from.
///
/// Everything is as the code object's attributes show it.
package struct MorphableCode: Sendable {
    package let version: PythonVersion
    package let flow: FlowAnalysis
    package let handlers: ExceptionTable
    package let bytes: [UInt8]
    package let lines: LineTable
    package let stackSize: Int
    /// `co_argcount + co_kwonlyargcount`, and one more for each of `*args` and `**kwargs`.
    package let argumentSlots: Int
    /// `co_nlocals`: locals that are not only cells.
    package let localCount: Int
    package let cellCount: Int
    package let freeCount: Int
    /// Locals, cells and free variables together.
    ///
    /// From 3.11 an argument that is a cell has one slot.
    package let slotCount: Int
    /// Which of the cells belongs to the first argument (up to 3.10, where it has two slots).
    package let cellOfFirstArgument: Int?
    package let constantCount: Int
    package let nameCount: Int
    /// `CO_GENERATOR`, `CO_COROUTINE` or `CO_ASYNC_GENERATOR`.
    package let isGenerator: Bool
    package let isAsyncGenerator: Bool
    /// The index of the instruction that makes the generator and ends the call (from 3.11).
    ///
    /// From 3.15 generator expressions ask for their iterator before that: until then the frame is that of a function.
    package let generatorEntry: Int?
    /// Locals lie in slots and not in a namespace (`CO_OPTIMIZED`): a function, no module or class body.
    package let isOptimized: Bool

    /// The slots of `*args` and `**kwargs`.
    let collected: Set<Int>
    /// The arguments that the code may give another value, by their slots.
    package let changes: Set<Int>

    /// The attributes of a code object.
    package struct Attributes: Sendable {
        package var bytes: [UInt8] = []
        package var lineTable: [UInt8] = []
        package var exceptionTable: [UInt8] = []
        package var firstLine = 0
        package var stackSize = 0
        package var flags = 0
        package var arguments = 0
        package var keywordOnlyArguments = 0
        package var localCount = 0
        package var cellCount = 0
        package var freeCount = 0
        package var slotCount = 0
        package var cellOfFirstArgument: Int?
        package var constantCount = 0
        package var nameCount = 0

        package init() {}
    }

    /// Decodes and analyses.
    ///
    /// - Throws: `BytecodeError` where the code is not what the version's compiler makes.
    package init(_ attributes: Attributes, version: PythonVersion) throws(BytecodeError) {
        self.version = version
        bytes = attributes.bytes
        lines = try LineTable(
            decoding: attributes.lineTable, format: version.facts.lineTable, firstLine: attributes.firstLine,
            codeLength: attributes.bytes.count)
        stackSize = attributes.stackSize
        localCount = attributes.localCount
        cellCount = attributes.cellCount
        freeCount = attributes.freeCount
        slotCount = attributes.slotCount
        cellOfFirstArgument = attributes.cellOfFirstArgument
        constantCount = attributes.constantCount
        nameCount = attributes.nameCount
        // CO_GENERATOR 0x20, CO_COROUTINE 0x80, CO_ASYNC_GENERATOR 0x200
        isGenerator = attributes.flags & 0x2A0 != 0
        isAsyncGenerator = attributes.flags & 0x200 != 0
        isOptimized = attributes.flags & 1 != 0
        argumentSlots =
            attributes.arguments + attributes.keywordOnlyArguments + (attributes.flags & 0x04 != 0 ? 1 : 0)
            + (attributes.flags & 0x08 != 0 ? 1 : 0)  // CO_VARARGS, CO_VARKEYWORDS
        handlers =
            version.facts.hasExceptionTable
            ? try ExceptionTable(decoding: attributes.exceptionTable) : ExceptionTable()
        flow = try FlowAnalysis(
            try Instructions(decoding: attributes.bytes, version: version), handlers: handlers,
            isGenerator: isGenerator)
        generatorEntry = isGenerator ? flow.instructions.firstIndex { $0.mnemonic == .returnGenerator } : nil
        // CO_VARARGS, CO_VARKEYWORDS
        let first = attributes.arguments + attributes.keywordOnlyArguments
        let collectedCount = (attributes.flags & 0x04 != 0 ? 1 : 0) + (attributes.flags & 0x08 != 0 ? 1 : 0)
        collected = Set(first..<(first + collectedCount))
        changes = Self.changes(in: flow.instructions, attributes)
    }

    /// Whether slot `index` is that of `*args` or `**kwargs`, and always holds what was collected there.
    package func isCollected(_ index: Int) -> Bool {
        collected.contains(index) && !changes.contains(index)
    }

    private static func changes(in instructions: Instructions, _ attributes: Attributes) -> Set<Int> {
        var changed: Set<Int> = []
        let merged = instructions.version.facts.hasLocalsPlus
        for instruction in instructions {
            let argument = Int(instruction.argument)
            switch instruction.mnemonic {
            case .storeFast, .deleteFast, .loadFastAndClear: changed.insert(argument)
            case .storeFastLoadFast: changed.insert(argument >> 4)
            case .storeFastStoreFast:
                changed.insert(argument >> 4)
                changed.insert(argument & 15)
            case .storeDeref, .deleteDeref:
                if merged {
                    changed.insert(argument)
                } else if argument == attributes.cellOfFirstArgument {
                    changed.insert(0)
                }
            default: continue
            }
        }
        return changed
    }

    /// Whether a morph's preamble stores this local.
    ///
    /// Free variables come with the function's closure; up to 3.10 cells do so too, because a morph has the
    /// original's cell variables as free ones.
    package func isStored(local index: Int) -> Bool {
        version.facts.hasLocalsPlus ? !isFree(index) : index < localCount
    }

    /// Whether slot `index` of the locals is a free variable.
    package func isFree(_ index: Int) -> Bool { index >= slotCount - freeCount }

    /// The source position of the instruction at byte `offset`; without a line where the table has none.
    package func location(at offset: Int) -> LineRow {
        lines.row(at: offset) ?? LineRow(start: offset, end: offset, line: nil)
    }
}
