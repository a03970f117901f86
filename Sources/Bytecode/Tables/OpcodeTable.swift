// Which number means which instruction, for each release.
// This file knows how to look up the generated tables; it must not know what an instruction does.

import Model

/// What an instruction's argument says about where execution goes.
package enum JumpKind: UInt8, Sendable {
    /// Not a place in the code.
    case none
    /// The place itself (3.10 and before).
    case absolute
    /// The distance forward from the end of the instruction and its caches. Until 3.10 also the handlers of `SETUP_*`.
    case relativeForward
    /// The distance back from the end of the instruction and its caches (3.11+).
    case relativeBackward
    /// A distance back that is never jumped: `END_ASYNC_FOR` names its `SEND` for monitoring (3.14+). It must be kept
    /// right when code in between grows.
    case backwardMark
}

/// One instruction of one release.
package struct OpcodeRow: Sendable, Equatable {
    package let mnemonic: Mnemonic
    /// Code units (2 bytes each) of inline cache behind the instruction.
    package let cacheUnits: UInt8
    package let hasArgument: Bool
    package let jump: JumpKind

    init(_ mnemonic: Mnemonic, hasArgument: Bool = false, cacheUnits: UInt8 = 0, jump: JumpKind = .none) {
        self.mnemonic = mnemonic
        self.cacheUnits = cacheUnits
        self.hasArgument = hasArgument
        self.jump = jump
    }
}

/// The instruction set of one release, as it stands in `code.co_code`.
///
/// That is the de-specialised and de-instrumented form. Code read from the interpreter's memory holds other numbers,
/// for which there is no row.
package struct OpcodeTable: Sendable {
    package let version: PythonVersion
    /// Always 256.
    let rows: [OpcodeRow?]
    /// By raw value of the mnemonic; always as many as there are mnemonics.
    private let numbers: [UInt8?]

    private init(_ version: PythonVersion, _ rows: [OpcodeRow?]) {
        self.version = version
        self.rows = rows
        var numbers = [UInt8?](repeating: nil, count: Mnemonic.allCases.count)
        for (number, row) in rows.enumerated() {
            if let row { numbers[Int(row.mnemonic.rawValue)] = UInt8(truncatingIfNeeded: number) }
        }
        self.numbers = numbers
    }

    /// The row of an instruction number, or nil where the release has no such instruction.
    package subscript(number: UInt8) -> OpcodeRow? { rows[Int(number)] }

    /// The number of an instruction, or nil where the release does not have it.
    package func opcode(of mnemonic: Mnemonic) -> UInt8? { numbers[Int(mnemonic.rawValue)] }

    package func has(_ mnemonic: Mnemonic) -> Bool { opcode(of: mnemonic) != nil }

    /// The table of a release.
    ///
    /// Costs nothing after the first time.
    package static func table(for version: PythonVersion) -> OpcodeTable {
        switch version {
        case .v3_8: table3_08
        case .v3_9: table3_09
        case .v3_10: table3_10
        case .v3_11: table3_11
        case .v3_12: table3_12
        case .v3_13: table3_13
        case .v3_14: table3_14
        case .v3_15: table3_15
        }
    }

    private static let table3_08 = OpcodeTable(.v3_8, rows3_08)
    private static let table3_09 = OpcodeTable(.v3_9, rows3_09)
    private static let table3_10 = OpcodeTable(.v3_10, rows3_10)
    private static let table3_11 = OpcodeTable(.v3_11, rows3_11)
    private static let table3_12 = OpcodeTable(.v3_12, rows3_12)
    private static let table3_13 = OpcodeTable(.v3_13, rows3_13)
    private static let table3_14 = OpcodeTable(.v3_14, rows3_14)
    private static let table3_15 = OpcodeTable(.v3_15, rows3_15)
}
