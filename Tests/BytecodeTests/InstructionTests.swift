// Instructions, tables and handlers whose bytes were checked by hand.
// This file knows single cases; it must not know the standard library.

import Model
import Testing

@testable import Bytecode

struct OpcodeTableTests {
    @Test(arguments: PythonVersion.allCases)
    func numbersAndNamesAreInverse(version: PythonVersion) {
        let table = version.opcodes
        #expect(table.version == version)
        #expect(table.rows.count == 256)
        for number in UInt8.min...UInt8.max {
            if let row = table[number] { #expect(table.opcode(of: row.mnemonic) == number) }
        }
        #expect(table.has(.extendedArg))
        #expect(table.has(.returnValue))
    }

    @Test func namesAreCPythons() {
        #expect(Mnemonic.loadFast.name == "LOAD_FAST")
        #expect(Mnemonic.callIntrinsic1.name == "CALL_INTRINSIC_1")
        #expect(Mnemonic.allCases.count == Set(Mnemonic.allCases.map(\.name)).count)
    }

    @Test func releasesDiffer() {
        #expect(PythonVersion.v3_8.opcodes[100]?.mnemonic == .loadConst)
        #expect(PythonVersion.v3_8.opcodes.has(.callFinally))
        #expect(!PythonVersion.v3_9.opcodes.has(.callFinally))
        #expect(PythonVersion.v3_10.opcodes[113]?.jump == .absolute)
        #expect(
            PythonVersion.v3_11.opcodes.opcode(of: .popJumpBackwardIfTrue).flatMap {
                PythonVersion.v3_11.opcodes[$0]?.jump
            } == .relativeBackward)
        #expect(PythonVersion.v3_14.opcodes[68]?.jump == .backwardMark)
        #expect(PythonVersion.v3_15.opcodes[128]?.cacheUnits == 1)
        #expect(!PythonVersion.v3_15.facts.hasBlockStack)
        #expect(PythonVersion.v3_9.facts.jumpUnit == 1)
        #expect(PythonVersion.v3_10.facts.jumpUnit == 2)
    }
}

struct InstructionTests {
    @Test(arguments: PythonVersion.allCases)
    func prefixesAreFoldedAndKept(version: PythonVersion) throws {
        let table = version.opcodes
        let extended = try #require(table.opcode(of: .extendedArg))
        let load = try #require(table.opcode(of: .loadConst))
        let code: [UInt8] = [extended, 0, extended, 1, load, 2, load, 3]
        let instructions = try Instructions(decoding: code, version: version)
        #expect(instructions.count == 2)
        let first = instructions[0]
        #expect(first.argument == 0x102)
        #expect(first.prefixCount == 2)
        #expect((first.start, first.offset, first.end) == (0, 4, 6))
        #expect(instructions.encoded() == code)
        #expect(instructions.index(containing: 2) == 0)
        #expect(instructions.index(at: 2) == nil)
        #expect(instructions.index(at: 4) == 0)
        #expect(instructions.index(at: 6) == 1)
        #expect(instructions.index(containing: 8) == nil)
        #expect(instructions.index(containing: -1) == nil)
    }

    @Test func cachesBelongToTheirInstruction() throws {
        // 3.12: BINARY_OP 0 with one cache unit, RETURN_VALUE.
        let instructions = try Instructions(decoding: [122, 0, 0, 0, 83, 0], version: .v3_12)
        #expect(instructions.map(\.mnemonic) == [.binaryOp, .returnValue])
        #expect(instructions[0].end == 4)
    }

    @Test func jumpTargetsCountFromTheEnd() throws {
        // 3.12: JUMP_BACKWARD 2, two units back from byte 4.
        let backward = try Instructions(decoding: [9, 0, 140, 2], version: .v3_12)
        #expect(backward[1].target(PythonVersion.v3_12.facts) == 0)
        // JUMP_ABSOLUTE 2: bytes in 3.9, units in 3.10. FOR_ITER 2 counts from behind itself.
        for (version, absolute, forward) in [(PythonVersion.v3_9, 2, 6), (.v3_10, 4, 8)] {
            let instructions = try Instructions(decoding: [113, 2, 93, 2], version: version)
            #expect(instructions[0].target(version.facts) == absolute)
            #expect(instructions[1].target(version.facts) == forward)
        }
    }

    @Test func damagedCodeIsRefusedWithItsPlace() {
        func error(_ code: [UInt8]) -> BytecodeError? {
            do throws(BytecodeError) { _ = try Instructions(decoding: code, version: .v3_12) } catch {
                return error
            }
            return nil
        }
        #expect(error([83]) == BytecodeError(.oddLength, at: 1))
        #expect(error([9, 0, 144, 1]) == BytecodeError(.danglingPrefix, at: 2))
        #expect(error([122, 0]) == BytecodeError(.cacheNotEmpty, at: 2))
        #expect(error([122, 0, 7, 0]) == BytecodeError(.cacheNotEmpty, at: 2))
        #expect(error([9, 0, 255, 0]) == BytecodeError(.unknownOpcode(255), at: 2))
        #expect(error([144, 1, 144, 1, 144, 1, 144, 1, 9, 0]) == BytecodeError(.argumentTooLarge, at: 6))
    }

    @Test func newInstructionsTakeThePrefixesTheyNeed() throws {
        let table = PythonVersion.v3_13.opcodes
        #expect(try Instruction(.loadConst, argument: 255, in: table).prefixCount == 0)
        #expect(try Instruction(.loadConst, argument: 256, in: table).size == 4)
        #expect(try Instruction(.jumpForward, argument: 1, minimumPrefixes: 3, in: table).size == 8)
        #expect(throws: BytecodeError(.missingInstruction(.jumpAbsolute), at: 0)) {
            try Instruction(.jumpAbsolute, in: table)
        }
    }
}

struct ExceptionTableTests {
    @Test func entriesAreReadAndWritten() throws {
        // start 1, length 2, target 64 (two groups), depth 1 with lasti; start 10, length 1, target 20, depth 0.
        let bytes: [UInt8] = [0x81, 2, 0x41, 0, 3, 0x8a, 1, 20, 0]
        let table = try ExceptionTable(decoding: bytes)
        #expect(
            table.entries == [
                ExceptionEntry(start: 2, end: 6, target: 128, depth: 1, pushesLasti: true),
                ExceptionEntry(start: 20, end: 22, target: 40, depth: 0, pushesLasti: false),
            ])
        #expect(try table.encoded() == bytes)
        #expect(table.entry(covering: 5)?.target == 128)
        #expect(table.entry(covering: 6) == nil)
        #expect(table.entry(covering: 20)?.target == 40)
        #expect(table.entry(covering: 22) == nil)
    }

    @Test func disorderAndDamageAreRefused() throws {
        let late = ExceptionEntry(start: 20, end: 22, target: 40, depth: 0, pushesLasti: false)
        let early = late.shifted(by: -10)
        #expect(throws: BytecodeError.self) { try ExceptionTable([late, early]).encoded() }
        #expect(throws: BytecodeError(.unmarkedEntry, at: 0)) { try ExceptionTable(decoding: [1, 2, 3, 4]) }
        #expect(throws: BytecodeError(.truncated, at: 2)) { try ExceptionTable(decoding: [0x81, 2]) }
    }
}
