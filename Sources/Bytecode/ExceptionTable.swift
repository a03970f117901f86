// `co_exceptiontable` (3.11+) as entries, and back.
// This file knows its encoding; it must not know how handlers are entered.

/// A range of code and the handler that its exceptions go to.
///
/// Offsets are in bytes.
package struct ExceptionEntry: Sendable, Equatable {
    package var start: Int
    /// Behind the last instruction covered.
    package var end: Int
    /// The handler.
    package var target: Int
    /// To this depth the stack is cut before the handler's values are pushed.
    package var depth: Int
    /// The offset of the raising instruction is pushed below the exception.
    package var pushesLasti: Bool

    package init(start: Int, end: Int, target: Int, depth: Int, pushesLasti: Bool) {
        self.start = start
        self.end = end
        self.target = target
        self.depth = depth
        self.pushesLasti = pushesLasti
    }

    /// The same, `distance` bytes further on.
    package func shifted(by distance: Int) -> ExceptionEntry {
        ExceptionEntry(
            start: start + distance, end: end + distance, target: target + distance, depth: depth,
            pushesLasti: pushesLasti)
    }
}

/// The entries of a code object, in the order of their starts; the interpreter searches them by halves.
package struct ExceptionTable: Sendable, Equatable {
    package var entries: [ExceptionEntry]

    package init(_ entries: [ExceptionEntry] = []) { self.entries = entries }

    /// Reads `co_exceptiontable` (`Objects/exception_handling_notes.txt`, 3.11).
    package init(decoding bytes: [UInt8]) throws(BytecodeError) {
        var reader = ByteReader(bytes)
        var entries: [ExceptionEntry] = []
        entries.reserveCapacity(bytes.count / 5)
        while !reader.isAtEnd {
            let start = Int(try reader.bigVarint(first: true))
            let length = Int(try reader.bigVarint())
            let target = Int(try reader.bigVarint())
            let depthAndLasti = Int(try reader.bigVarint())
            entries.append(
                ExceptionEntry(
                    start: 2 * start, end: 2 * (start + length), target: 2 * target,
                    depth: depthAndLasti >> 1,
                    pushesLasti: depthAndLasti & 1 != 0))
        }
        self.entries = entries
    }

    /// The bytes again.
    ///
    /// - Throws: where an entry is not in order, is not in whole units, or is out of reach.
    package func encoded() throws(BytecodeError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.count * 6)
        let limit = 0..<(1 << 30)
        var previous = 0
        for entry in entries {
            let isWhole = entry.start % 2 == 0 && entry.end % 2 == 0 && entry.target % 2 == 0
            guard isWhole, entry.start >= previous, entry.end >= entry.start, limit ~= entry.end,
                limit ~= entry.target, limit ~= entry.depth
            else { throw BytecodeError(.unrepresentable, at: bytes.count) }
            previous = entry.start
            bytes.appendBigVarint(UInt32(truncatingIfNeeded: entry.start / 2), first: true)
            bytes.appendBigVarint(UInt32(truncatingIfNeeded: (entry.end - entry.start) / 2))
            bytes.appendBigVarint(UInt32(truncatingIfNeeded: entry.target / 2))
            bytes.appendBigVarint(UInt32(truncatingIfNeeded: entry.depth << 1 | (entry.pushesLasti ? 1 : 0)))
        }
        return bytes
    }

    /// The entry whose handler gets an exception raised at a byte offset (`get_exception_handler`, `Python/ceval.c`).
    package func entry(covering offset: Int) -> ExceptionEntry? {
        index(covering: offset).map { entries[$0] }
    }

    /// The index of that entry.
    package func index(covering offset: Int) -> Int? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = low + (high - low) / 2
            if entries[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 && offset < entries[low - 1].end ? low - 1 : nil
    }
}
