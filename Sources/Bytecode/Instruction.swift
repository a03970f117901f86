// One instruction of `co_code`.
// This file knows where an instruction lies and what it names; it must not know what it does to the stack.

import Model

/// An instruction with its whole argument and its place.
///
///     start                offset                          end
///     │ EXTENDED_ARG × n   │ opcode argument │ caches × n  │
package struct Instruction: Sendable, Equatable {
    package let mnemonic: Mnemonic
    package let opcode: UInt8
    /// How many `EXTENDED_ARG` precede.
    ///
    /// May be more than the argument needs; never more than 3.
    package let prefixCount: UInt8
    /// Code units of inline cache that follow.
    package let cacheUnits: UInt8
    package let jump: JumpKind
    /// The argument with its prefixes folded in.
    ///
    /// Instructions without argument carry what their byte held, which is 0.
    package let argument: UInt32
    private let place: UInt32

    /// Byte offset of the first `EXTENDED_ARG`, or of the instruction where there is none.
    package var start: Int { Int(place) }
    /// Byte offset of the instruction itself.
    ///
    /// A frame's `f_lasti` says this; until 3.10 it may say `start` or between.
    package var offset: Int { Int(place) + 2 * Int(prefixCount) }
    /// Byte offset behind the caches.
    package var end: Int { Int(place) + size }
    /// In bytes, with prefixes and caches.
    package var size: Int { 2 + 2 * Int(prefixCount) + 2 * Int(cacheUnits) }

    init(_ row: OpcodeRow, opcode: UInt8, argument: UInt32, prefixCount: UInt8, start: UInt32) {
        mnemonic = row.mnemonic
        cacheUnits = row.cacheUnits
        jump = row.jump
        self.opcode = opcode
        self.argument = argument
        self.prefixCount = prefixCount
        place = start
    }

    /// An instruction of a release, with as many prefixes as its argument needs or `minimumPrefixes` if that is more.
    ///
    /// - Throws: where the release does not have the instruction.
    package init(
        _ mnemonic: Mnemonic, argument: UInt32 = 0, minimumPrefixes: UInt8 = 0, at start: UInt32 = 0,
        in table: OpcodeTable
    ) throws(BytecodeError) {
        guard let opcode = table.opcode(of: mnemonic), let row = table[opcode] else {
            throw BytecodeError(.missingInstruction(mnemonic), at: Int(start))
        }
        let prefixes = max(min(minimumPrefixes, 3), Self.prefixesNeeded(for: argument))
        self.init(row, opcode: opcode, argument: argument, prefixCount: prefixes, start: start)
    }

    /// How many `EXTENDED_ARG` an argument takes at least.
    package static func prefixesNeeded(for argument: UInt32) -> UInt8 {
        argument > 0xff_ffff ? 3 : argument > 0xffff ? 2 : argument > 0xff ? 1 : 0
    }

    /// Byte offset that the argument names, or nil where it names none.
    ///
    /// May lie outside of the code.
    ///
    /// - Parameter facts: those of the instruction's release.
    /// - Returns: the offset.
    package func target(_ facts: VersionFacts) -> Int? {
        switch jump {
        case .none: nil
        case .absolute: Int(argument) * facts.jumpUnit
        case .relativeForward: end + Int(argument) * facts.jumpUnit
        case .relativeBackward, .backwardMark: end - Int(argument) * facts.jumpUnit
        }
    }

    /// Appends the prefixes, the instruction and empty caches.
    func encode(into code: inout [UInt8], extendedArg: UInt8) {
        var prefix = UInt32(prefixCount)
        while prefix > 0 {
            code.append(extendedArg)
            code.append(UInt8(truncatingIfNeeded: argument >> (8 * prefix)))
            prefix -= 1
        }
        code.append(opcode)
        code.append(UInt8(truncatingIfNeeded: argument))
        for _ in 0..<(2 * Int(cacheUnits)) { code.append(0) }
    }
}
