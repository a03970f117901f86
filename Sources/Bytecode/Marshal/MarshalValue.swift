// What `marshal` can hold, as values.
// This file knows every type and every way to write it; it must not know how bytes are laid out.

/// A marshalled value as it was written: which form, which references.
///
/// Writing it gives the same bytes.
///
/// Equality is that of the written form, and not Python's.
package indirect enum MarshalValue: Sendable, Equatable {
    /// Ends a dict; nowhere else.
    case null
    case none
    case `true`
    case `false`
    case ellipsis
    case stopIteration
    case int(Int32)
    /// An integer of more than 32 bits: digits to the base 2¹⁵, the least significant first.
    case long(digits: [UInt16], isNegative: Bool)
    /// The bit pattern, so that every NaN stays itself.
    case float(UInt64)
    case complex(real: UInt64, imaginary: UInt64)
    case bytes([UInt8])
    case string([UInt8], MarshalStringForm)
    /// `isSmall`: the count is one byte.
    case tuple([MarshalValue], isSmall: Bool)
    case list([MarshalValue])
    case set([MarshalValue])
    case frozenset([MarshalValue])
    case dict([MarshalPair])
    /// 3.15+ (marshal version 6).
    case frozendict([MarshalPair])
    /// 3.14+ (marshal version 5).
    case slice(start: MarshalValue, stop: MarshalValue, step: MarshalValue)
    case code(MarshalCode)
    /// The n-th marked value of the stream, in the order in which they begin.
    case reference(Int)
    /// A value marked (`FLAG_REF`) so that references can name it. Never a reference itself.
    case marked(MarshalValue)

    /// The value without its mark.
    package var unmarked: MarshalValue {
        if case .marked(let value) = self { return value }
        return self
    }
}

/// A key and its value.
package struct MarshalPair: Sendable, Equatable {
    package var key: MarshalValue
    package var value: MarshalValue

    package init(key: MarshalValue, value: MarshalValue) {
        self.key = key
        self.value = value
    }
}

/// How a `str` is written; the raw value is marshal's type byte.
package enum MarshalStringForm: UInt8, Sendable {
    case ascii = 0x61  // a
    case asciiInterned = 0x41  // A
    case shortASCII = 0x7a  // z
    case shortASCIIInterned = 0x5a  // Z
    case unicode = 0x75  // u
    case interned = 0x74  // t

    /// The length is one byte.
    var isShort: Bool { self == .shortASCII || self == .shortASCIIInterned }
}

/// A code object as it was written: each field is a value, because it may be a reference.
package struct MarshalCode: Sendable, Equatable {
    package var argumentCount: Int32
    package var positionalOnlyCount: Int32
    package var keywordOnlyCount: Int32
    package var stackSize: Int32
    package var flags: Int32
    package var code: MarshalValue
    package var constants: MarshalValue
    package var names: MarshalValue
    package var variables: MarshalVariables
    package var fileName: MarshalValue
    package var name: MarshalValue
    package var firstLine: Int32
    package var lineTable: MarshalValue
}

/// The fields in which releases differ.
package enum MarshalVariables: Sendable, Equatable {
    /// Until 3.10.
    case separate(localCount: Int32, locals: MarshalValue, free: MarshalValue, cells: MarshalValue)
    /// 3.11+.
    case merged(
        names: MarshalValue, kinds: MarshalValue, qualifiedName: MarshalValue, exceptionTable: MarshalValue)
}

/// The byte that a value begins with, without its mark (`Python/marshal.c`).
enum MarshalType {
    static let null = UInt8(ascii: "0")
    static let none = UInt8(ascii: "N")
    static let `true` = UInt8(ascii: "T")
    static let `false` = UInt8(ascii: "F")
    static let ellipsis = UInt8(ascii: ".")
    static let stopIteration = UInt8(ascii: "S")
    static let int = UInt8(ascii: "i")
    static let long = UInt8(ascii: "l")
    static let float = UInt8(ascii: "g")
    static let complex = UInt8(ascii: "y")
    static let bytes = UInt8(ascii: "s")
    static let tuple = UInt8(ascii: "(")
    static let smallTuple = UInt8(ascii: ")")
    static let list = UInt8(ascii: "[")
    static let set = UInt8(ascii: "<")
    static let frozenset = UInt8(ascii: ">")
    static let dict = UInt8(ascii: "{")
    static let frozendict = UInt8(ascii: "}")
    static let slice = UInt8(ascii: ":")
    static let code = UInt8(ascii: "c")
    static let reference = UInt8(ascii: "r")

    /// `FLAG_REF`.
    static let mark: UInt8 = 0x80
    /// Far above what compilers nest, far below what a small thread's stack bears.
    ///
    /// CPython itself stops at 2000.
    static let maximumDepth = 300
}
