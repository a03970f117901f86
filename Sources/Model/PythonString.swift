// A Python string as a value.
// This file knows that Python strings may hold what Swift's cannot (lone surrogates); it must not know who reads them.

/// A `str`, kept as its UTF-8 bytes with lone surrogates written as if they were characters ("surrogatepass").
///
/// File names that are not UTF-8 reach code objects with such surrogates; a Swift `String` would change them.
package struct PythonString: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    package var utf8: [UInt8]

    package init(utf8: [UInt8]) { self.utf8 = utf8 }
    package init(_ string: String) { utf8 = Array(string.utf8) }
    package init(stringLiteral value: String) { self.init(value) }

    package var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

    /// For people: what is not a character shows as U+FFFD.
    package var description: String { String(decoding: utf8, as: UTF8.self) }
}
