// The body of a morph: the original's code behind a preamble.
// This file knows how moving code changes absolute jumps; it must not know what the preamble does.

import Bytecode
import Model

/// The original's code, moved back by the length of a preamble.
///
/// From 3.11 all jumps are relative and the bytes stay as they are. Before, absolute jumps grow with the distance, and
/// an argument that outgrows its byte makes the code longer, so that places within it shift against each other.
package struct Relocation: Sendable {
    /// Bytes before the body.
    package let shift: Int
    package let body: [UInt8]
    /// The original's source positions, at their places in the morph.
    package let rows: [LineRow]
    /// Where each instruction begins in the morph, and where the last ends; nil when nothing has grown.
    private let starts: [Int]?
    private let original: Instructions

    /// Where in the morph the original's byte `offset` lies, which must be the begin of an instruction or the end of
    /// the code.
    package func place(of offset: Int) -> Int? {
        guard let starts else { return offset + shift }
        if offset == original.codeLength { return starts.last }
        guard let index = original.index(at: offset) else { return nil }
        return starts[index]
    }

    /// Index of the original instruction that the morph's byte `offset` lies in; nil in the preamble.
    package func originalIndex(of offset: Int) -> Int? {
        guard offset >= shift else { return nil }
        guard let starts else { return original.index(containing: offset - shift) }
        var low = 0
        var high = starts.count - 1
        while low < high {
            let middle = (low + high) / 2
            if starts[middle + 1] <= offset { low = middle + 1 } else { high = middle }
        }
        return low < original.count ? low : nil
    }

    /// - Throws: `BytecodeError` when a jump leads into the middle of an instruction.
    init(_ code: MorphableCode, by shift: Int) throws(BytecodeError) {
        let original = code.flow.instructions
        self.shift = shift
        self.original = original
        let facts = code.version.facts
        let table = OpcodeTable.table(for: code.version)
        guard table.has(.jumpAbsolute) else {
            body = code.bytes
            rows = code.lines.rows.map { $0.shifted(by: shift) }
            starts = nil
            return
        }
        let targets = try original.map { instruction throws(BytecodeError) -> Int? in
            guard let target = instruction.target(facts) else { return nil }
            guard let index = target == original.codeLength ? original.count : original.index(at: target)
            else {
                throw BytecodeError(.unrepresentable, at: instruction.offset)
            }
            return index
        }
        // Jumps only ever grow, so that this ends.
        var prefixes = original.map { $0.prefixCount }
        var starts: [Int] = []
        var arguments = original.map { $0.argument }
        var grew = true
        while grew {
            grew = false
            starts = [shift]
            for (index, instruction) in original.enumerated() {
                starts.append(starts[index] + 2 + 2 * Int(prefixes[index]) + 2 * Int(instruction.cacheUnits))
            }
            for (index, target) in targets.enumerated() {
                guard let target else { continue }
                let distance =
                    original[index].jump == .absolute ? starts[target] : starts[target] - starts[index + 1]
                guard distance >= 0 else { throw BytecodeError(.unrepresentable, at: original[index].offset) }
                let argument = UInt32(truncatingIfNeeded: distance / facts.jumpUnit)
                arguments[index] = argument
                let needed = Instruction.prefixesNeeded(for: argument)
                if needed > prefixes[index] {
                    prefixes[index] = needed
                    grew = true
                }
            }
        }
        var moved = ContiguousArray<Instruction>()
        for (index, instruction) in original.enumerated() {
            moved.append(
                try Instruction(
                    instruction.mnemonic, argument: arguments[index], minimumPrefixes: prefixes[index],
                    at: UInt32(truncatingIfNeeded: starts[index]), in: table))
        }
        body = Instructions(moved, version: code.version).encoded()
        self.starts = body.count == code.bytes.count ? nil : starts
        let ends = starts
        rows = code.lines.rows.map { row in
            var moved = row
            moved.start = Self.place(row.start, original, ends)
            moved.end = Self.place(row.end, original, ends)
            return moved
        }
    }

    private static func place(_ offset: Int, _ original: Instructions, _ starts: [Int]) -> Int {
        original.index(containing: offset).map { starts[$0] } ?? starts.last ?? 0
    }
}

extension LineRow {
    func shifted(by distance: Int) -> LineRow {
        var moved = self
        moved.start += distance
        moved.end += distance
        return moved
    }
}

extension MorphableCode {
    /// The body of a morph of this code whose preamble takes `shift` bytes.
    package func relocation(by shift: Int) throws(BytecodeError) -> Relocation {
        try Relocation(self, by: shift)
    }
}
