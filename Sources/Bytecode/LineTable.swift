// `co_lnotab` / `co_linetable` as rows.
// This file knows how the three formats are read; it must not know how tracebacks use them.

/// A range of code and the source that it comes from.
///
/// Offsets are in bytes.
package struct LineRow: Sendable, Equatable {
    package var start: Int
    package var end: Int
    /// Nil for code that belongs to no line.
    package var line: Int?
    /// The last line, and columns in UTF-8 bytes counted from 0; nil where they are not recorded (always until 3.10).
    package var endLine: Int?
    package var column: Int?
    package var endColumn: Int?

    package init(
        start: Int, end: Int, line: Int?, endLine: Int? = nil, column: Int? = nil, endColumn: Int? = nil
    ) {
        self.start = start
        self.end = end
        self.line = line
        self.endLine = endLine
        self.column = column
        self.endColumn = endColumn
    }
}

/// The rows of a code object, one for each entry of the encoded table and in its order.
///
/// Rows may be empty: 3.8 to 3.10 split steps that do not fit into a byte, and drop code behind its line.
package struct LineTable: Sendable, Equatable {
    package var rows: [LineRow]
    package var firstLine: Int

    package init(_ rows: [LineRow], firstLine: Int) {
        self.rows = rows
        self.firstLine = firstLine
    }

    /// Reads the table of a code object.
    ///
    /// - Parameters:
    ///   - bytes: the table.
    ///   - format: that of the release.
    ///   - firstLine: `co_firstlineno`.
    ///   - codeLength: bytes of `co_code`; a `co_lnotab` does not say where its last row ends.
    /// - Throws: where the bytes end early or are no table.
    package init(
        decoding bytes: [UInt8], format: VersionFacts.LineTableFormat, firstLine: Int, codeLength: Int
    ) throws(BytecodeError) {
        var cursor = LineTableCursor(bytes, format: format, firstLine: firstLine, codeLength: codeLength)
        var rows: [LineRow] = []
        rows.reserveCapacity(bytes.count / 2 + 1)
        while let row = try cursor.next() { rows.append(row) }
        self.rows = rows
        self.firstLine = firstLine
    }

    /// The row that a byte offset lies in.
    package func row(at offset: Int) -> LineRow? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = low + (high - low) / 2
            if rows[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0, offset < rows[low - 1].end else { return nil }
        return rows[low - 1]
    }

    package func line(at offset: Int) -> Int? { row(at: offset)?.line }

    /// The line of one byte offset, without building the rows.
    package static func line(
        at offset: Int, in bytes: [UInt8], format: VersionFacts.LineTableFormat, firstLine: Int,
        codeLength: Int
    ) throws(BytecodeError) -> Int? {
        var cursor = LineTableCursor(bytes, format: format, firstLine: firstLine, codeLength: codeLength)
        while let row = try cursor.next() {
            if row.start <= offset, offset < row.end { return row.line }
        }
        return nil
    }
}

/// Reads one row after the other.
struct LineTableCursor {
    private var reader: ByteReader
    private let format: VersionFacts.LineTableFormat
    private let codeLength: Int
    private var address = 0
    private var line: Int
    /// Only for `lnotab`, where a row's end stands in the next pair.
    private var isFinished = false

    init(_ bytes: [UInt8], format: VersionFacts.LineTableFormat, firstLine: Int, codeLength: Int) {
        reader = ByteReader(bytes)
        self.format = format
        self.codeLength = codeLength
        line = firstLine
    }

    mutating func next() throws(BytecodeError) -> LineRow? {
        switch format {
        case .lnotab: try nextOfLnotab()
        case .ranges: try nextOfRanges()
        case .locations: try nextOfLocations()
        }
    }

    /// `PyCode_Addr2Line` (`Objects/codeobject.c`, 3.9): a line holds from where its address step has led.
    private mutating func nextOfLnotab() throws(BytecodeError) -> LineRow? {
        guard !isFinished else { return nil }
        guard !reader.isAtEnd else {
            isFinished = true
            return LineRow(start: address, end: max(address, codeLength), line: line)
        }
        var row = LineRow(start: address, end: address, line: line)
        address += Int(try reader.byte())
        try step(Int(Int8(bitPattern: try reader.byte())))
        row.end = address
        return row
    }

    /// `advance` (`Objects/codeobject.c`, 3.10): a line step holds for the range of its own pair; −128 is "no line".
    private mutating func nextOfRanges() throws(BytecodeError) -> LineRow? {
        guard !reader.isAtEnd else { return nil }
        let start = address
        address += Int(try reader.byte())
        let delta = Int8(bitPattern: try reader.byte())
        guard delta != -128 else { return LineRow(start: start, end: address, line: nil) }
        try step(Int(delta))
        return LineRow(start: start, end: address, line: line)
    }

    /// `Objects/locations.md` (3.11): the first byte holds a mark, one of 16 forms and the length in code units.
    private mutating func nextOfLocations() throws(BytecodeError) -> LineRow? {
        guard !reader.isAtEnd else { return nil }
        let place = reader.offset
        let first = try reader.byte()
        guard first & 0x80 != 0 else { throw BytecodeError(.unmarkedEntry, at: place) }
        let start = address
        address += 2 * (Int(first & 7) + 1)
        var row = LineRow(start: start, end: address, line: nil)
        switch first >> 3 & 15 {
        case LocationForm.none:
            return row
        case LocationForm.long:
            try step(try reader.signedVarint())
            row.endLine = line + Int(try reader.littleVarint())
            row.column = Self.optional(try reader.littleVarint())
            row.endColumn = Self.optional(try reader.littleVarint())
        case LocationForm.noColumns:
            try step(try reader.signedVarint())
            row.endLine = line
        case let form where form >= LocationForm.oneLine:
            try step(Int(form - LocationForm.oneLine))
            row.endLine = line
            row.column = Int(try reader.byte())
            row.endColumn = Int(try reader.byte())
        case let form:
            let columns = try reader.byte()
            let column = Int(form) << 3 | Int(columns >> 4)
            row.endLine = line
            row.column = column
            row.endColumn = column + Int(columns & 15)
        }
        row.line = line
        return row
    }

    private mutating func step(_ delta: Int) throws(BytecodeError) {
        line += delta
        guard LineTable.lineRange ~= line else { throw BytecodeError(.unrepresentable, at: reader.offset) }
    }

    private static func optional(_ value: UInt32) -> Int? { value == 0 ? nil : Int(value) - 1 }
}

extension LineTable {
    /// CPython's lines are C integers.
    static let lineRange = Int(Int32.min)...Int(Int32.max)
}

/// The forms of an entry of the location table (`_PyCodeLocationInfoKind`, `Include/cpython/code.h`); those below
/// `oneLine` hold the high bits of the column.
enum LocationForm {
    static let oneLine: UInt8 = 10
    static let noColumns: UInt8 = 13
    static let long: UInt8 = 14
    static let none: UInt8 = 15
}
