// The law of the codecs: what was decoded is encoded to the same bytes.
// This file knows the law for every code object of a standard library; it must not know single cases.

import Foundation
import Model
import Testing

@testable import Bytecode

@Suite(
    .enabled(if: StandardLibrary.directory != nil, Comment(rawValue: StandardLibrary.absence)), .serialized)
struct RoundTripTests {
    @Test(arguments: StandardLibrary.versions)
    func standardLibraryComesBackByteForByte(version: PythonVersion) throws {
        let modules = try StandardLibrary.modules(version)
        try #require(modules.count > 100 / StandardLibrary.step)
        var count = 0
        for module in modules {
            let document = try MarshalDocument(decoding: module, version: version)
            guard try document.root.encoded() == module else {
                Issue.record("marshal differs")
                continue
            }
            for marshalled in document.allCode {
                count += 1
                let code = try document.codeObject(marshalled)
                if let complaint = try complaint(about: code, version: version) {
                    Issue.record("\(complaint) of \(code.fileName):\(code.firstLine) \(code.name) differs")
                }
            }
        }
        print("\(version): \(modules.count) modules, \(count) code objects")
    }

    private func complaint(about code: CodeObject<MarshalValue>, version: PythonVersion) throws -> String? {
        let facts = version.facts
        let instructions = try Instructions(decoding: code.code, version: version)
        guard instructions.encoded() == code.code else { return "code" }
        for instruction in instructions {
            guard let target = instruction.target(facts) else { continue }
            guard target == code.code.count || instructions.index(at: target) != nil else {
                return "a jump's target"
            }
        }
        let lines = try LineTable(
            decoding: code.lineTable, format: facts.lineTable, firstLine: Int(code.firstLine),
            codeLength: code.code.count)
        guard try lines.encoded(facts.lineTable) == code.lineTable else { return "line table" }
        guard lines.rows.last.map({ $0.end == code.code.count }) ?? code.code.isEmpty else {
            return "range of lines"
        }
        if let bytes = code.exceptionTable {
            let table = try ExceptionTable(decoding: bytes)
            guard try table.encoded() == bytes else { return "exception table" }
            for entry in table.entries where instructions.index(at: entry.target) == nil {
                return "a handler's place"
            }
        }
        // Written anew, without references, the code object is still the same.
        guard code.constants.allSatisfy({ !holdsReferences($0) }) else { return nil }
        let anew = try MarshalValue.code(MarshalCode(code)).encoded()
        let document = try MarshalDocument(decoding: anew, version: version)
        guard case .code(let again) = document.root, try document.codeObject(again) == code else {
            return "marshal"
        }
        return nil
    }

    /// Whether a constant cannot be read outside of its stream.
    private func holdsReferences(_ value: MarshalValue) -> Bool {
        switch value {
        case .none, .true, .false, .ellipsis, .int, .long, .float, .complex, .bytes, .string: false
        default: true
        }
    }
}
