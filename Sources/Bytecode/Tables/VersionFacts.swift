// What differs between releases in the shape of code objects, by name.
// This file knows the facts, each with its releases; it must not know who asks.

import Model

/// The named facts of one release.
///
/// Logic asks these, never the version number.
package struct VersionFacts: Sendable {
    /// How `co_lnotab` / `co_linetable` is written.
    package enum LineTableFormat: Sendable, Equatable {
        /// 3.8, 3.9: pairs (address step, line step); `Objects/lnotab_notes.txt`.
        case lnotab
        /// 3.10: pairs (length, line step of this range); PEP 626.
        case ranges
        /// 3.11+: entries with columns; `Objects/locations.md` (3.11), `InternalDocs/code_objects.md` (3.14).
        case locations
    }

    /// First two bytes of a `.pyc`, little-endian; `importlib.util.MAGIC_NUMBER`.
    package let magicNumber: UInt16
    /// `marshal.version`: 5 adds slices, 6 frozendict.
    package let marshalVersion: UInt8
    package let lineTable: LineTableFormat

    /// Handlers stand in `co_exceptiontable`, and not on a block stack (3.11+).
    package let hasExceptionTable: Bool
    /// Jump arguments count code units and not bytes (3.10+).
    package let jumpsCountCodeUnits: Bool
    /// Locals, cells and free variables share one array with kinds, `co_localsplusnames` (3.11+).
    ///
    /// Before, a code object has three name tuples, and an argument that is a cell has two slots.
    package let hasLocalsPlus: Bool
    /// Instructions are followed by cache units (3.11+).
    package let hasInlineCaches: Bool

    /// Handlers are pushed by `SETUP_*` on the frame's block stack (3.10 and before).
    package var hasBlockStack: Bool { !hasExceptionTable }
    /// Code objects know their `co_qualname` (3.11+).
    package var codeHasQualifiedName: Bool { hasLocalsPlus }
    /// Bytes that one step of a jump argument stands for.
    package var jumpUnit: Int { jumpsCountCodeUnits ? 2 : 1 }

    package static func facts(for version: PythonVersion) -> VersionFacts {
        switch version {
        case .v3_8:
            VersionFacts(
                magicNumber: 3413, marshalVersion: 4, lineTable: .lnotab, hasExceptionTable: false,
                jumpsCountCodeUnits: false, hasLocalsPlus: false, hasInlineCaches: false)
        case .v3_9:
            VersionFacts(
                magicNumber: 3425, marshalVersion: 4, lineTable: .lnotab, hasExceptionTable: false,
                jumpsCountCodeUnits: false, hasLocalsPlus: false, hasInlineCaches: false)
        case .v3_10:
            VersionFacts(
                magicNumber: 3439, marshalVersion: 4, lineTable: .ranges, hasExceptionTable: false,
                jumpsCountCodeUnits: true, hasLocalsPlus: false, hasInlineCaches: false)
        case .v3_11:
            VersionFacts(
                magicNumber: 3495, marshalVersion: 4, lineTable: .locations, hasExceptionTable: true,
                jumpsCountCodeUnits: true, hasLocalsPlus: true, hasInlineCaches: true)
        case .v3_12:
            VersionFacts(
                magicNumber: 3531, marshalVersion: 4, lineTable: .locations, hasExceptionTable: true,
                jumpsCountCodeUnits: true, hasLocalsPlus: true, hasInlineCaches: true)
        case .v3_13:
            VersionFacts(
                magicNumber: 3571, marshalVersion: 4, lineTable: .locations, hasExceptionTable: true,
                jumpsCountCodeUnits: true, hasLocalsPlus: true, hasInlineCaches: true)
        case .v3_14:
            VersionFacts(
                magicNumber: 3627, marshalVersion: 5, lineTable: .locations, hasExceptionTable: true,
                jumpsCountCodeUnits: true, hasLocalsPlus: true, hasInlineCaches: true)
        case .v3_15:
            VersionFacts(
                magicNumber: 3666, marshalVersion: 6, lineTable: .locations, hasExceptionTable: true,
                jumpsCountCodeUnits: true, hasLocalsPlus: true, hasInlineCaches: true)
        }
    }
}

extension PythonVersion {
    package var facts: VersionFacts { VersionFacts.facts(for: self) }
    package var opcodes: OpcodeTable { OpcodeTable.table(for: self) }
}
