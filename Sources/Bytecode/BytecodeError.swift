// What can be wrong with bytes that should be code, and how to say it.
// This file knows the kinds and their texts; it must not know how they are found.

/// Bytes that are not what CPython writes, with the place where that showed.
package struct BytecodeError: Error, Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// The bytes end before what they announce.
        case truncated
        /// More bytes than one value.
        case trailingBytes
        /// Code that is not made of 2-byte units.
        case oddLength
        case unknownOpcode(UInt8)
        /// Code that ends between `EXTENDED_ARG` and its instruction.
        case danglingPrefix
        /// An argument of more than 32 bits.
        case argumentTooLarge
        /// Inline cache that is cut off or holds data: raw memory, and not `co_code`.
        case cacheNotEmpty
        /// The release has no such instruction.
        case missingInstruction(Mnemonic)
        /// A variable-length integer of more than 31 bits.
        case integerTooLarge
        /// An entry of an exception or location table that does not begin with bit 7.
        case unmarkedEntry
        /// A line number, range or depth that cannot be written.
        case unrepresentable
        case unknownMarshalType(UInt8)
        /// A length below zero.
        case negativeLength
        case nestedTooDeep
        /// A reference to a value that was not marked before.
        case badReference
        /// A value of another type than the field of a code object has.
        case unexpectedValue
        /// Two ways to one instruction leave different stacks, or a state that does not fit its code.
        case inconsistentStack
    }

    package let kind: Kind
    /// Byte offset in the code, table or stream that was read; for values being written, how many bytes preceded.
    package let offset: Int

    package init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension BytecodeError: CustomStringConvertible {
    package var description: String { "\(text) at byte \(offset)" }

    private var text: String {
        switch kind {
        case .truncated: "data ends too early"
        case .trailingBytes: "data goes on after its end"
        case .oddLength: "code is not made of 2-byte units"
        case .unknownOpcode(let opcode): "no instruction has the number \(opcode)"
        case .danglingPrefix: "EXTENDED_ARG without an instruction"
        case .argumentTooLarge: "instruction argument of more than 32 bits"
        case .cacheNotEmpty: "inline cache that is cut off or in use"
        case .missingInstruction(let mnemonic): "this release has no \(mnemonic.name)"
        case .integerTooLarge: "integer of more than 31 bits"
        case .unmarkedEntry: "table entry without its start mark"
        case .unrepresentable: "line, range or depth that the table cannot hold"
        case .unknownMarshalType(let type): "no marshalled value begins with byte \(type)"
        case .negativeLength: "length below zero"
        case .nestedTooDeep: "values nested too deep"
        case .badReference: "reference to no earlier value"
        case .unexpectedValue: "a code object's field has another type"
        case .inconsistentStack: "stacks that contradict each other"
        }
    }
}
