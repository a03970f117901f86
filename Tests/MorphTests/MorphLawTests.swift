// The law of morphs: a morph is code that the analysis understands, and behind its preamble stands the original.
// This file knows what must hold of every morph; it must not know single cases.

import Foundation
import Model
import Testing

@testable import Bytecode
@testable import Morph

/// Functions to make morphs of, assembled here: a loop, a handler, and calls in both.
struct MorphLawTests {
    @Test(arguments: PythonVersion.allCases)
    func morphsOfACallGoOnBehindIt(version: PythonVersion) throws {
        let code = try MorphableCode(Sample.call(version), version: version)
        let pending = try #require(code.flow.instructions.firstIndex { Sample.isCall($0.mnemonic) })
        let state = try #require(code.flow.states(at: pending).first)
        let taken =
            1
            - StackFacts.facts(for: version).effect(
                code.flow.instructions[pending].mnemonic, Int(code.flow.instructions[pending].argument))
        let base = state.depth - taken
        let plan = try code.morph(
            FrameShape(
                suspension: .result, instruction: pending, bound: [true, false],
                slots: Array(repeating: .object, count: base), blocks: [], raised: []))
        let morph = try Instructions(decoding: plan.code, version: version)
        let flow = try FlowAnalysis(
            morph,
            handlers: try plan.exceptionTable.map { bytes in try ExceptionTable(decoding: bytes) }
                ?? ExceptionTable(),
            isGenerator: false)
        let relocation = try code.relocation(by: plan.shift)
        let place = try #require(relocation.place(of: code.flow.instructions[pending].end))
        let behind = try #require(morph.index(at: place))
        #expect(flow.states(at: behind).map(\.depth) == [base + 1])
        #expect(plan.segments == [[.local(0)] + (0..<base).reversed().map { .stack($0) }, [.inner]])
        #expect(plan.stackSize >= base + 2)
        #expect(plan.constants.last == .marker)
    }

    @Test(arguments: PythonVersion.allCases)
    func shapesThatDoNotFitAreRefused(version: PythonVersion) throws {
        let code = try MorphableCode(Sample.call(version), version: version)
        #expect(throws: BytecodeError.self) {
            try code.morph(
                FrameShape(
                    suspension: .result, instruction: 999, bound: [], slots: [], blocks: [], raised: []))
        }
        #expect(throws: BytecodeError.self) {
            try code.morph(
                FrameShape(
                    suspension: .result, instruction: 0, bound: [], slots: [.ofHandler], blocks: [],
                    raised: [])
            )
        }
    }
}

/// Code as the versions' compilers would write it.
enum Sample {
    static func isCall(_ mnemonic: Mnemonic) -> Bool { mnemonic == .call || mnemonic == .callFunction }

    /// `def f(a, b): return (a, g())[0]`, as far as stacks go: two values below a call without arguments.
    static func call(_ version: PythonVersion) throws -> MorphableCode.Attributes {
        let table = OpcodeTable.table(for: version)
        var list: [(Mnemonic, UInt32)] = []
        if table.has(.resume) { list.append((.resume, 0)) }
        list += [(.loadFast, 0), (.loadFast, 0)]
        if !table.has(.pushNull) {
            list += [(.loadFast, 0), (.callFunction, 0)]
        } else {
            list +=
                StackFacts.facts(for: version).nullPrecedesCallable
                ? [(.pushNull, 0), (.loadFast, 0)] : [(.loadFast, 0), (.pushNull, 0)]
            if table.has(.precall) { list.append((.precall, 0)) }
            list.append((.call, 0))
        }
        list += [(.buildTuple, 3), (.returnValue, 0)]
        var instructions = ContiguousArray<Instruction>()
        var place: UInt32 = 0
        for (mnemonic, argument) in list {
            let instruction = try Instruction(mnemonic, argument: argument, at: place, in: table)
            instructions.append(instruction)
            place += UInt32(instruction.size)
        }
        var attributes = MorphableCode.Attributes()
        attributes.bytes = Instructions(instructions, version: version).encoded()
        attributes.lineTable = try LineTable(
            [LineRow(start: 0, end: attributes.bytes.count, line: 1)], firstLine: 1
        ).encoded(version.facts.lineTable)
        attributes.firstLine = 1
        attributes.stackSize = 4
        attributes.flags = 3
        attributes.arguments = 2
        attributes.localCount = 2
        attributes.slotCount = 2
        return attributes
    }
}
