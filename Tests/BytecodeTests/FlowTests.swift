// The law of the flow analysis: it agrees with the compiler about every code object of a standard library.
// This file knows what must hold of all code; it must not know single cases.

import Foundation
import Model
import Testing

@testable import Bytecode

@Suite(
    .enabled(if: StandardLibrary.directory != nil, Comment(rawValue: StandardLibrary.absence)), .serialized)
struct FlowTests {
    @Test(arguments: StandardLibrary.versions)
    func depthsAgreeWithTheCompiler(version: PythonVersion) throws {
        var count = 0
        for module in try StandardLibrary.modules(version) {
            let document = try MarshalDocument(decoding: module, version: version)
            for marshalled in document.allCode {
                count += 1
                let code = try document.codeObject(marshalled)
                if let complaint = try complaint(about: code, version: version) {
                    Issue.record("\(complaint) of \(code.fileName):\(code.firstLine) \(code.name)")
                }
            }
        }
        #expect(count > 1000 / StandardLibrary.step)
    }

    private func complaint(about code: CodeObject<MarshalValue>, version: PythonVersion) throws -> String? {
        let flow: FlowAnalysis
        do {
            flow = try FlowAnalysis(
                try Instructions(decoding: code.code, version: version),
                handlers: try code.exceptionTable.map { bytes in try ExceptionTable(decoding: bytes) }
                    ?? ExceptionTable(),
                isGenerator: !code.flags.isDisjoint(with: [.generator, .coroutine, .asyncGenerator]))
        } catch {
            return "\(error)"
        }
        for (index, instruction) in flow.instructions.enumerated() {
            for state in flow.states(at: index) {
                guard (0...Int(code.stackSize)).contains(state.depth) else {
                    return "depth \(state.depth) of \(code.stackSize) at \(instruction.offset)"
                }
                if instruction.mnemonic == .returnValue, state.depth != 1 {
                    return "depth \(state.depth) at the return at \(instruction.offset)"
                }
                if instruction.mnemonic == .returnConst, state.depth != 0 {
                    return "depth \(state.depth) at the return at \(instruction.offset)"
                }
                if let last = state.specials.last, last.position >= state.depth {
                    return "a slot above the stack at \(instruction.offset)"
                }
            }
        }
        return nil
    }
}
