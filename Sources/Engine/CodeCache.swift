// What is known about code objects, so that capturing the same code again is cheap.
// This file knows how original code and morphs belong together; it must not read frames.

import Bytecode
import Model
import Morph

/// An original code object with the morphs made of it.
final class KnownCode {
    let object: UInt64
    let code: MorphableCode
    private var plans: [FrameShape: CachedPlan] = [:]

    init(object: UInt64, code: MorphableCode) {
        self.object = object
        self.code = code
    }

    func plan(for shape: FrameShape) throws(BytecodeError) -> CachedPlan {
        if let known = plans[shape] { return known }
        let made = CachedPlan(try code.morph(shape))
        plans[shape] = made
        return made
    }
}

/// Code that a frame runs: an original, or a morph of it.
struct RunningCode {
    let known: KnownCode
    /// Set when the code is a morph.
    let relocation: Relocation?
    let mark: MorphMark?
    /// A morph itself, its preamble included.
    let own: MorphableCode?

    /// The index of the original instruction that byte `offset` of the running code lies in.
    ///
    /// A frame in its preamble still waits where it was captured.
    func instruction(at offset: Int) -> Int? {
        guard let relocation else { return known.code.flow.instructions.index(containing: offset) }
        return offset < relocation.shift ? mark?.instruction : relocation.originalIndex(of: offset)
    }
}

extension RunningCode {
    /// The index of an original instruction that is shown where byte `offset` of the running code is: in a preamble, one with the
    /// same source position.
    func shownInstruction(at offset: Int) -> Int? {
        guard let own, let relocation, offset < relocation.shift else { return instruction(at: offset) }
        let shown = own.location(at: offset)
        return known.code.flow.instructions.firstIndex { instruction in
            let row = known.code.location(at: instruction.offset)
            return row.line == shown.line && row.endLine == shown.endLine && row.column == shown.column
                && row.endColumn == shown.endColumn
        } ?? instruction(at: offset)
    }
}

/// Caches by the address of code objects, which it keeps alive.
struct CodeCache<Source: Interpreter> {
    let interpreter: Source
    let version: PythonVersion
    private var running: [UInt64: RunningCode] = [:]

    init(interpreter: Source, version: PythonVersion) {
        self.interpreter = interpreter
        self.version = version
    }

    mutating func code(at address: UInt64, slotCount: Int) throws(Refusal) -> RunningCode {
        if let found = running[address] { return found }
        let made: RunningCode
        do {
            if let mark = try interpreter.morphMark(ofCode: address) {
                let original = try code(at: mark.original, slotCount: slotCount)
                made = RunningCode(
                    known: original.known, relocation: try original.known.code.relocation(by: mark.shift),
                    mark: mark,
                    own: try MorphableCode(
                        try interpreter.attributes(ofCode: address, slotCount: slotCount), version: version))
            } else {
                let attributes = try interpreter.attributes(ofCode: address, slotCount: slotCount)
                made = RunningCode(
                    known: KnownCode(object: address, code: try MorphableCode(attributes, version: version)),
                    relocation: nil, mark: nil, own: nil)
            }
        } catch let error as BytecodeError {
            throw Refusal(.unknownState(error.description))
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.unknownState("\(error)"))
        }
        interpreter.keep(address)
        running[address] = made
        return made
    }
}
