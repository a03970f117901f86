// Where the tests get real code from.
// This file knows the files of Tools/stdlib-codes.py; it must not know what is tested with them.

import Foundation
import Model

/// The standard libraries' code, written by `Tools/stdlib-codes.py` into the directory that
/// `PYTELEPORT_STDLIB_CODES` names.
enum StandardLibrary {
    static let directory = ProcessInfo.processInfo.environment["PYTELEPORT_STDLIB_CODES"]

    static let absence: String =
        "PYTELEPORT_STDLIB_CODES names no directory: run Tools/stdlib-codes.py with each interpreter"

    /// Only every n-th module, from `PYTELEPORT_STDLIB_STEP`: a debug build takes long.
    static let step = ProcessInfo.processInfo.environment["PYTELEPORT_STDLIB_STEP"].flatMap { Int($0) } ?? 1

    /// The releases to test: all where they are required, else those whose interpreter was found.
    static let versions: [PythonVersion] = {
        let environment = ProcessInfo.processInfo.environment
        let required = environment["CI"] != nil || environment["PYTELEPORT_REQUIRE_ALL"] != nil
        if required { return PythonVersion.allCases }
        return PythonVersion.allCases.filter { FileManager.default.fileExists(atPath: path(of: $0)) }
    }()

    private static func path(of version: PythonVersion) -> String { "\(directory ?? ".")/\(version).codes" }

    struct Malformed: Error {}

    /// The modules of a release, each as `marshal.dumps` wrote it.
    static func modules(_ version: PythonVersion, step: Int = step) throws -> [[UInt8]] {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(of: version))))
        var modules: [[UInt8]] = []
        var offset = 0
        var number = 0
        while offset + 4 <= bytes.count {
            let length = (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
            guard offset + 4 + length <= bytes.count else { throw Malformed() }
            if number % max(step, 1) == 0 {
                modules.append(Array(bytes[(offset + 4)..<(offset + 4 + length)]))
            }
            offset += 4 + length
            number += 1
        }
        guard offset == bytes.count else { throw Malformed() }
        return modules
    }
}
