// `co_code` as instructions, and back.
// This file knows the encoding; it must not know control flow.

import Model

/// The instructions of one code object in their order.
package struct Instructions: Sendable, RandomAccessCollection {
    package let version: PythonVersion
    private let list: ContiguousArray<Instruction>

    package var startIndex: Int { 0 }
    package var endIndex: Int { list.count }
    package subscript(position: Int) -> Instruction { list[position] }

    /// Bytes from the first instruction to the end of the last.
    package var codeLength: Int { list.last?.end ?? 0 }

    /// Instructions that somebody made.
    ///
    /// Their places must follow each other.
    package init(_ list: ContiguousArray<Instruction>, version: PythonVersion) {
        self.list = list
        self.version = version
    }

    /// Reads `co_code`.
    ///
    /// - Throws: where the bytes are not clean code of this release; specialised or instrumented code, as it lies in
    ///   memory, is not.
    package init(decoding code: [UInt8], version: PythonVersion) throws(BytecodeError) {
        guard code.count % 2 == 0 else { throw BytecodeError(.oddLength, at: code.count) }
        guard code.count <= Int(Int32.max) else { throw BytecodeError(.truncated, at: Int(Int32.max)) }
        let table = OpcodeTable.table(for: version)
        let rows = table.rows
        let extendedArg = table.opcode(of: .extendedArg)
        var list = ContiguousArray<Instruction>()
        list.reserveCapacity(code.count / 2)

        var offset = 0
        var start = 0
        var prefixes: UInt8 = 0
        var high: UInt32 = 0
        while offset < code.count {
            let opcode = code[offset]
            let argument = high | UInt32(code[offset + 1])
            if opcode == extendedArg {
                guard prefixes < 3 else { throw BytecodeError(.argumentTooLarge, at: offset) }
                prefixes += 1
                high = argument << 8
                offset += 2
                continue
            }
            guard let row = rows[Int(opcode)], row.mnemonic != .cache else {
                throw BytecodeError(.unknownOpcode(opcode), at: offset)
            }
            list.append(
                Instruction(
                    row, opcode: opcode, argument: argument, prefixCount: prefixes,
                    start: UInt32(truncatingIfNeeded: start)))
            offset += 2
            let cachesEnd = offset + 2 * Int(row.cacheUnits)
            guard cachesEnd <= code.count else { throw BytecodeError(.cacheNotEmpty, at: offset) }
            while offset < cachesEnd {
                guard code[offset] == 0, code[offset + 1] == 0 else {
                    throw BytecodeError(.cacheNotEmpty, at: offset)
                }
                offset += 2
            }
            start = offset
            prefixes = 0
            high = 0
        }
        guard start == offset else { throw BytecodeError(.danglingPrefix, at: start) }
        self.list = list
        self.version = version
    }

    /// The bytes again: the same as were decoded.
    package func encoded() -> [UInt8] {
        var code: [UInt8] = []
        code.reserveCapacity(codeLength)
        let extendedArg = OpcodeTable.table(for: version).opcode(of: .extendedArg) ?? 0
        for instruction in list { instruction.encode(into: &code, extendedArg: extendedArg) }
        return code
    }

    /// The index of the instruction that a byte offset lies in, its prefixes and caches included.
    package func index(containing offset: Int) -> Int? {
        var low = 0
        var high = list.count
        while low < high {
            let middle = low + (high - low) / 2
            if list[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < list.count, list[low].start <= offset else { return nil }
        return low
    }

    /// The index of the instruction that begins at a byte offset, with its prefixes or without: where a jump may go.
    package func index(at offset: Int) -> Int? {
        guard let index = index(containing: offset) else { return nil }
        return list[index].start == offset || list[index].offset == offset ? index : nil
    }
}
