// Line tables and marshalled values whose bytes were checked by hand.
// This file knows single cases; it must not know the standard library.

import Model
import Testing

@testable import Bytecode

struct LineTableTests {
    @Test func lnotabLinesHoldFromTheirAddress() throws {
        let bytes: [UInt8] = [0, 1, 4, 2, 6, 0xff]
        let table = try LineTable(decoding: bytes, format: .lnotab, firstLine: 10, codeLength: 12)
        #expect([0, 3, 4, 9, 10, 11, 12].map(table.line(at:)) == [11, 11, 13, 13, 12, 12, nil])
        #expect(try table.encoded(.lnotab) == bytes)
    }

    @Test func rangesMayHaveNoLine() throws {
        let bytes: [UInt8] = [4, 1, 2, 0x80, 2, 0xfe]
        let table = try LineTable(decoding: bytes, format: .ranges, firstLine: 10, codeLength: 8)
        #expect([0, 3, 4, 6, 7, 8].map(table.line(at:)) == [11, 11, nil, 9, 9, nil])
        #expect(try table.encoded(.ranges) == bytes)
    }

    @Test func locationsOfEveryForm() throws {
        let bytes: [UInt8] = [
            0x80 | 1 << 3 | 1, 0x23,  // short: 2 units, column 10 to 13
            0x80 | 11 << 3 | 0, 4, 9,  // next line, columns 4 to 9
            0x80 | 13 << 3 | 0, 3,  // one line back, no columns
            0x80 | 14 << 3 | 0, 4, 2, 1, 0x41, 1,  // two lines on, three lines long, columns 0 to 64
            0x80 | 15 << 3 | 7,  // 8 units of no line
        ]
        let table = try LineTable(decoding: bytes, format: .locations, firstLine: 5, codeLength: 26)
        #expect(
            table.rows == [
                LineRow(start: 0, end: 4, line: 5, endLine: 5, column: 10, endColumn: 13),
                LineRow(start: 4, end: 6, line: 6, endLine: 6, column: 4, endColumn: 9),
                LineRow(start: 6, end: 8, line: 5, endLine: 5),
                LineRow(start: 8, end: 10, line: 7, endLine: 9, column: 0, endColumn: 64),
                LineRow(start: 10, end: 26, line: nil),
            ])
        #expect(try table.encoded(.locations) == bytes)
        for offset in 0..<27 {
            let direct = try LineTable.line(
                at: offset, in: bytes, format: .locations, firstLine: 5, codeLength: 26)
            #expect(direct == table.line(at: offset))
        }
    }

    @Test(arguments: [VersionFacts.LineTableFormat.lnotab, .ranges, .locations])
    func largeStepsAreSplit(format: VersionFacts.LineTableFormat) throws {
        let rows = [
            LineRow(start: 0, end: 1000, line: 1000), LineRow(start: 1000, end: 1002, line: 1),
            LineRow(start: 1002, end: 1600, line: 129),
        ]
        let bytes = try LineTable(rows, firstLine: 3).encoded(format)
        let again = try LineTable(decoding: bytes, format: format, firstLine: 3, codeLength: 1600)
        for offset in [0, 998, 1000, 1001, 1002, 1599] {
            #expect(again.line(at: offset) == rows.first { $0.start <= offset && offset < $0.end }?.line)
        }
    }

    @Test func gapsAreRefused() {
        let gap = LineTable([LineRow(start: 2, end: 4, line: 1)], firstLine: 1)
        #expect(throws: BytecodeError(.unrepresentable, at: 0)) { try gap.encoded(.locations) }
    }
}

struct MarshalTests {
    @Test func valuesAreReadAndWritten() throws {
        // (1, 'ab', <the same string>) with the string marked.
        let bytes: [UInt8] = [0x29, 3, 0x69, 1, 0, 0, 0, 0xda, 2, 0x61, 0x62, 0x72, 0, 0, 0, 0]
        let document = try MarshalDocument(decoding: bytes, version: .v3_8)
        guard case .tuple(let items, isSmall: true) = document.root else {
            Issue.record("no tuple")
            return
        }
        #expect(items[0] == .int(1))
        #expect(items[1] == .marked(.string([0x61, 0x62], .shortASCIIInterned)))
        #expect(items[2] == .reference(0))
        #expect(try document.resolve(items[2]) == items[1].unmarked)
        #expect(try document.root.encoded() == bytes)
    }

    @Test func newTypesBelongToNewReleases() throws {
        let slice: [UInt8] = [0x3a, 0x4e, 0x4e, 0x4e]
        #expect(
            try MarshalDocument(decoding: slice, version: .v3_14).root
                == .slice(start: .none, stop: .none, step: .none))
        #expect(throws: BytecodeError(.unknownMarshalType(0x3a), at: 0)) {
            try MarshalDocument(decoding: slice, version: .v3_13)
        }
        #expect(try MarshalDocument(decoding: [0x7d, 0x30], version: .v3_15).root == .frozendict([]))
        #expect(throws: BytecodeError.self) { try MarshalDocument(decoding: [0x7d, 0x30], version: .v3_14) }
    }

    @Test func damageIsRefused() {
        func kind(_ bytes: [UInt8]) -> BytecodeError.Kind? {
            do throws(BytecodeError) { _ = try MarshalDocument(decoding: bytes, version: .v3_15) } catch {
                return error.kind
            }
            return nil
        }
        #expect(kind([]) == .truncated)
        #expect(kind([0x4e, 0x4e]) == .trailingBytes)
        #expect(kind([0x72, 0, 0, 0, 0]) == .badReference)
        #expect(kind([0x28, 0xff, 0xff, 0xff, 0xff]) == .negativeLength)
        #expect(kind([0x28, 0xff, 0xff, 0xff, 0x7f]) == .truncated)
        #expect(kind([0x6c, 0, 0, 0, 0x80]) == .truncated)
        #expect(kind([UInt8](repeating: 0x29, count: 10_000).flatMap { [$0, 1] }) == .nestedTooDeep)
        #expect(kind([0x30]) == .unknownMarshalType(0x30))
    }

    @Test(arguments: PythonVersion.allCases)
    func codeObjectsAreReadAndWritten(version: PythonVersion) throws {
        let bytes = Samples.marshalled(version)
        let document = try MarshalDocument(decoding: bytes, version: version)
        #expect(try document.root.encoded() == bytes)
        let code = try document.codeObject(try #require(document.allCode.first))
        #expect(code.names == ["print", "ä"])
        #expect(code.variables.locals == ["self", "other"])
        #expect(code.variables.cells == ["other"])
        #expect(code.variables.slotCount == (version.facts.hasLocalsPlus ? 2 : 3))
        #expect(try MarshalValue.code(MarshalCode(code)).encoded() == bytes)
    }
}
