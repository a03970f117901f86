// Rows of source lines as `co_lnotab` / `co_linetable`.
// This file knows what CPython's compiler would write for them; it must not know where the rows come from.

extension LineTable {
    /// The bytes of the table: those that were decoded, or what CPython's compiler writes for rows made by us.
    ///
    /// Rows must follow each other from offset 0 without gap. Steps that do not fit into an entry are split.
    ///
    /// - Throws: where they have gaps, half units, or numbers that CPython cannot hold.
    package func encoded(_ format: VersionFacts.LineTableFormat) throws(BytecodeError) -> [UInt8] {
        var writer = LineTableWriter(firstLine: firstLine)
        for row in rows {
            guard row.start == writer.address, row.end >= row.start, row.end <= Int(Int32.max) else {
                throw BytecodeError(.unrepresentable, at: writer.bytes.count)
            }
            for case let number? in [row.line, row.endLine, row.column, row.endColumn] {
                guard Self.lineRange ~= number else {
                    throw BytecodeError(.unrepresentable, at: writer.bytes.count)
                }
            }
            switch format {
            case .lnotab: try writer.addToLnotab(row)
            case .ranges: writer.addToRanges(row)
            case .locations: try writer.addToLocations(row)
            }
            writer.address = row.end
        }
        return writer.bytes
    }
}

private struct LineTableWriter {
    var bytes: [UInt8] = []
    /// Where the next row must begin.
    var address = 0
    /// The line that the last entry left.
    private var line: Int
    /// Only for `lnotab`: where the last pair led.
    private var pairAddress = 0
    private var isFirst = true

    init(firstLine: Int) { line = firstLine }

    private mutating func pair(_ length: Int, _ delta: Int) {
        bytes.append(UInt8(truncatingIfNeeded: length))
        bytes.append(UInt8(truncatingIfNeeded: delta))
    }

    /// `assemble_lnotab` (`Python/compile.c`, 3.9).
    ///
    /// The first row stands for what holds before the first pair.
    mutating func addToLnotab(_ row: LineRow) throws(BytecodeError) {
        guard let newLine = row.line else { throw BytecodeError(.unrepresentable, at: bytes.count) }
        var length = row.start - pairAddress
        var delta = newLine - line
        defer {
            isFirst = false
            line = newLine
            pairAddress = row.start
        }
        if isFirst, delta == 0 { return }
        while length > 255 {
            pair(255, 0)
            length -= 255
        }
        while !(-128...127 ~= delta) {
            let part = delta < 0 ? -128 : 127
            pair(length, part)
            length = 0
            delta -= part
        }
        pair(length, delta)
    }

    /// `assemble_line_range` (`Python/compile.c`, 3.10).
    mutating func addToRanges(_ row: LineRow) {
        var length = row.end - row.start
        var delta = -128
        if let newLine = row.line {
            delta = newLine - line
            line = newLine
            while !(-127...127 ~= delta) {
                let part = delta < 0 ? -127 : 127
                pair(0, part)
                delta -= part
            }
        }
        while length > 254 {
            pair(254, delta)
            length -= 254
            if row.line != nil { delta = 0 }
        }
        pair(length, delta)
    }

    /// `write_location_info_entry` (`Python/compile.c`, 3.11): at most 8 units an entry.
    mutating func addToLocations(_ row: LineRow) throws(BytecodeError) {
        let length = row.end - row.start
        guard length > 0, length % 2 == 0 else { throw BytecodeError(.unrepresentable, at: bytes.count) }
        var units = length / 2
        while units > 8 {
            try location(row, units: 8)
            units -= 8
        }
        try location(row, units: units)
    }

    private mutating func location(_ row: LineRow, units: Int) throws(BytecodeError) {
        func head(_ form: UInt8) -> UInt8 { 0x80 | form << 3 | UInt8(truncatingIfNeeded: units - 1) }
        guard let newLine = row.line else {
            bytes.append(head(LocationForm.none))
            return
        }
        let delta = newLine - line
        line = newLine
        let endLine = row.endLine ?? newLine
        switch (row.column, row.endColumn) {
        case (nil, nil) where endLine == newLine:
            bytes.append(head(LocationForm.noColumns))
            bytes.appendSignedVarint(delta)
        case (let column?, let endColumn?)
        where endLine == newLine && delta == 0 && 0..<80 ~= column && 0..<16 ~= endColumn - column:
            bytes.append(head(UInt8(truncatingIfNeeded: column >> 3)))
            bytes.append(UInt8(truncatingIfNeeded: (column & 7) << 4 | (endColumn - column)))
        case (let column?, let endColumn?)
        where endLine == newLine && 0..<3 ~= delta && 0..<128 ~= column && 0..<128 ~= endColumn:
            bytes.append(head(LocationForm.oneLine + UInt8(truncatingIfNeeded: delta)))
            bytes.append(UInt8(truncatingIfNeeded: column))
            bytes.append(UInt8(truncatingIfNeeded: endColumn))
        case (let column, let endColumn):
            guard endLine >= newLine, column ?? 0 >= 0, endColumn ?? 0 >= 0 else {
                throw BytecodeError(.unrepresentable, at: bytes.count)
            }
            bytes.append(head(LocationForm.long))
            bytes.appendSignedVarint(delta)
            bytes.appendLittleVarint(UInt64(endLine - newLine))
            bytes.appendLittleVarint(column.map { UInt64($0) + 1 } ?? 0)
            bytes.appendLittleVarint(endColumn.map { UInt64($0) + 1 } ?? 0)
        }
    }
}
