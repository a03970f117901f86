// The words of the domain as values. Imports nothing.
// This file knows which feature releases of CPython exist for us; it must not know how they differ.

/// A feature release of CPython that frames can be moved between.
///
/// The raw value is the minor number (`3.N`). Whatever differs between releases is a named fact in a table; code that
/// must tell them apart switches exhaustively, so that the compiler lists what a new release touches.
public enum PythonVersion: UInt8, CaseIterable, Sendable, Hashable, CustomStringConvertible {
    case v3_8 = 8
    case v3_9 = 9
    case v3_10 = 10
    case v3_11 = 11
    case v3_12 = 12
    case v3_13 = 13
    case v3_14 = 14
    case v3_15 = 15

    /// The release of a `PY_VERSION_HEX`, or nil when it is not one we know.
    public init?(hexVersion: UInt32) {
        guard hexVersion >> 24 == 3 else { return nil }
        self.init(rawValue: UInt8(truncatingIfNeeded: hexVersion >> 16))
    }

    public var description: String { "3.\(rawValue)" }
}
