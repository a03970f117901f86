// The instructions that a morph begins with, as they are put together.
// This file knows how to lay instructions out before a body; it must not know why each is there.

import Bytecode
import Model

/// Where a jump of the preamble leads.
package enum PreambleTarget: Sendable, Equatable {
    case label(Int)
    /// Byte offset in the original code.
    case body(Int)
}

/// A preamble under construction: instructions, with the depth of the stack they leave.
struct Preamble {
    enum Item {
        case instruction(Mnemonic, Int)
        case jump(Mnemonic, PreambleTarget)
        case label(Int)
    }

    /// A stretch that an exception handler covers, between two labels.
    struct Covered {
        var start: Int
        var end: Int
        var target: PreambleTarget
        var depth: Int
        var lasti: Bool
    }

    /// From this label on, the instructions belong to a source position.
    struct LineMark {
        var label: Int
        var location: LineRow
    }

    let version: PythonVersion
    let facts: StackFacts
    private(set) var items: [Item] = []
    private(set) var depth = 0
    private(set) var deepest = 0
    private(set) var covered: [Covered] = []
    private(set) var lines: [LineMark] = []
    private(set) var labels = 0

    init(version: PythonVersion) {
        self.version = version
        facts = .facts(for: version)
    }

    mutating func emit(_ mnemonic: Mnemonic, _ argument: Int = 0) {
        items.append(.instruction(mnemonic, argument))
        adjust(facts.effect(mnemonic, argument))
    }

    mutating func jump(_ mnemonic: Mnemonic, to target: PreambleTarget) {
        items.append(.jump(mnemonic, target))
    }

    /// Puts a new label here and returns it.
    mutating func mark() -> Int {
        let label = reserve()
        place(label)
        return label
    }

    mutating func reserve() -> Int {
        labels += 1
        return labels - 1
    }

    mutating func place(_ label: Int) { items.append(.label(label)) }

    mutating func adjust(_ effect: Int) {
        depth += effect
        deepest = max(deepest, depth)
    }

    /// Allows for slots that a handler's entry takes for a moment.
    mutating func reach(_ depth: Int) { deepest = max(deepest, depth) }

    mutating func cover(from start: Int, to end: Int, target: PreambleTarget, depth: Int, lasti: Bool) {
        covered.append(Covered(start: start, end: end, target: target, depth: depth, lasti: lasti))
    }

    mutating func locate(_ location: LineRow) {
        lines.append(LineMark(label: mark(), location: location))
    }

    /// How many bytes the instructions take.
    ///
    /// Jumps get the widest form, so that this does not depend on their targets.
    var size: Int { layOut().size }

    private func layOut() -> (size: Int, labels: [Int]) {
        let table = OpcodeTable.table(for: version)
        var offsets = [Int](repeating: 0, count: labels)
        var size = 0
        for item in items {
            switch item {
            case .label(let label): offsets[label] = size
            case .instruction(let mnemonic, let argument):
                size += 2 * (1 + extensions(argument)) + cacheBytes(mnemonic, table)
            case .jump(let mnemonic, _): size += 8 + cacheBytes(mnemonic, table)
            }
        }
        return (size, offsets)
    }

    /// The bytes, and the byte offset of each label; `bodyPlace` says where in the whole an original offset lies.
    func assemble(bodyPlace: (Int) -> Int?) throws(BytecodeError) -> (bytes: [UInt8], labels: [Int]) {
        let table = OpcodeTable.table(for: version)
        let (size, offsets) = layOut()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        for item in items {
            switch item {
            case .label: continue
            case .instruction(let mnemonic, let argument):
                try append(mnemonic, argument, extensions: extensions(argument), table, to: &bytes)
            case .jump(let mnemonic, let target):
                let end = bytes.count + 8 + cacheBytes(mnemonic, table)
                let goal: Int?
                switch target {
                case .label(let label): goal = offsets[label]
                case .body(let offset): goal = bodyPlace(offset)
                }
                guard let goal, let number = table.opcode(of: mnemonic), let kind = table[number]?.jump else {
                    throw BytecodeError(.missingInstruction(mnemonic), at: bytes.count)
                }
                let distance =
                    switch kind {
                    case .absolute: goal
                    case .relativeBackward, .backwardMark: end - goal
                    case .relativeForward, .none: goal - end
                    }
                guard distance >= 0 else { throw BytecodeError(.unrepresentable, at: bytes.count) }
                try append(mnemonic, distance / version.facts.jumpUnit, extensions: 3, table, to: &bytes)
            }
        }
        return (bytes, offsets)
    }

    private func extensions(_ argument: Int) -> Int {
        argument > 0xFF_FFFF ? 3 : argument > 0xFFFF ? 2 : argument > 0xFF ? 1 : 0
    }

    private func cacheBytes(_ mnemonic: Mnemonic, _ table: OpcodeTable) -> Int {
        guard let number = table.opcode(of: mnemonic), let row = table[number] else { return 0 }
        return 2 * Int(row.cacheUnits)
    }

    private func append(
        _ mnemonic: Mnemonic, _ argument: Int, extensions: Int, _ table: OpcodeTable, to bytes: inout [UInt8]
    ) throws(BytecodeError) {
        guard let number = table.opcode(of: mnemonic), let prefix = table.opcode(of: .extendedArg) else {
            throw BytecodeError(.missingInstruction(mnemonic), at: bytes.count)
        }
        for index in stride(from: extensions, to: 0, by: -1) {
            bytes.append(prefix)
            bytes.append(UInt8(truncatingIfNeeded: argument >> (8 * index)))
        }
        bytes.append(number)
        bytes.append(UInt8(truncatingIfNeeded: argument))
        bytes.append(contentsOf: repeatElement(0, count: cacheBytes(mnemonic, table)))
    }
}
