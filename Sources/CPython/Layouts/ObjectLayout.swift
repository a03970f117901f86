// Where functions, their wrappers and types have the fields that are read of them.
// Every number is an `offsetof` in that version's headers; tests/test_layouts.py compiles them again and compares.

import Model

/// Offsets of one version, in bytes.
package struct ObjectLayout: Sendable {
    package let functionGlobals: Int
    /// A flag of the type says whether its version tag counts, and not the tag alone (up to 3.12).
    package let flagSaysTag: Bool
    /// `ob_item` of a tuple.
    package let tupleItems: UInt64

    package static let type = 8  // PyObject, ob_type
    package static let globalsBefore3_10 = 24  // PyFunctionObject, func_globals
    package static let globals = 16  // PyFunctionObject, func_globals
    package static let wrapped = 16  // staticmethod, classmethod: sm_callable, cm_callable
    package static let accessors = [16, 24, 32]  // propertyobject: prop_get, prop_set, prop_del
    package static let flags = 168  // PyTypeObject, tp_flags
    package static let members = 264  // PyTypeObject, tp_dict
    package static let versionTag = 384  // PyTypeObject, tp_version_tag
    package static let finalize = 392  // PyTypeObject, tp_finalize

    package static func of(_ version: PythonVersion) -> ObjectLayout {
        switch version {
        case .v3_8, .v3_9:
            ObjectLayout(functionGlobals: globalsBefore3_10, flagSaysTag: true, tupleItems: 24)
        case .v3_10, .v3_11, .v3_12:
            ObjectLayout(functionGlobals: globals, flagSaysTag: true, tupleItems: 24)
        case .v3_13: ObjectLayout(functionGlobals: globals, flagSaysTag: false, tupleItems: 24)
        case .v3_14, .v3_15: ObjectLayout(functionGlobals: globals, flagSaysTag: false, tupleItems: 32)
        }
    }
}
