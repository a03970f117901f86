// The use-case: a generator that is not running, as an object that moves.
// This file knows where a suspended generator stands; it must not know how its object is made again.

import Bytecode
import CPython
import Memory
import Morph

/// A generator, coroutine or async generator as it is moved.
package enum CapturedGenerator {
    /// Not started: its arguments are still as they were passed. The free variables' cells are the closure.
    case created(code: UInt64, closure: [UInt64], globals: UInt64)
    /// Not started, but its function has done something before it gave the generator (generator expressions from 3.15).
    case entered(CapturedFrame)
    case suspended(CapturedFrame)
    case finished
}

extension Capture {
    /// The state of the generator at `address`.
    ///
    /// - Throws: `Refusal` when it is running, or stands where it can't be moved.
    package func generator(at address: UInt64) throws(Refusal) -> CapturedGenerator {
        do {
            return try read(address)
        } catch let error as MemoryError {
            throw Refusal(depth: -1, .unknownState("\(error.reason) at \(error.address)"))
        } catch var refusal as Refusal {
            refusal.depth = -1
            throw refusal
        } catch {
            throw Refusal(depth: -1, .unknownState("\(error)"))
        }
    }

    private func read(_ address: UInt64) throws -> CapturedGenerator {
        let (state, frame) = try reader.generator(at: address)
        switch (state, frame) {
        case (.executing, _): throw Refusal(.runningGenerator)
        case (.created, let frame?):
            let running = try cache.code(at: frame.code, slotCount: frame.localsCount)
            let code = running.known
            if let entry = code.code.generatorEntry, code.code.flow.states(at: entry).first?.depth != 0 {
                var seen = ExceptionItem(value: 0)
                let state = try StateReader(capture: self, frame: frame, running: running)
                    .state(index: entry, depthBelow: 0, seen: &seen)
                return .entered(try state.finish(.again))
            }
            let first = max(frame.localsCount - code.code.freeCount, 0)
            let cells = try (first..<frame.localsCount).map {
                reader.untagged(try reader.localWord($0, of: frame))
            }
            return .created(code: code.object, closure: cells, globals: frame.globals)
        case (.suspended, let frame?):
            let running = try cache.code(at: frame.code, slotCount: frame.localsCount)
            let index = try yield(of: frame, running)
            if running.known.code.isAsyncGenerator,
                running.known.code.flow.instructions[index].mnemonic == .yieldFrom
            {
                throw Refusal(
                    .unknownState("async generators that wait in an `await` are not moved in this version"))
            }
            var seen = try reader.exceptionItem(ofGenerator: address)
            let state = try StateReader(capture: self, frame: frame, running: running)
                .state(index: index, depthBelow: 1, seen: &seen)
            return .suspended(try state.finish(.yield))
        default: return .finished
        }
    }

    /// The index of the yield that a suspended generator stands at.
    private func yield(of frame: Frame, _ running: RunningCode) throws -> Int {
        let instructions = running.known.code.flow.instructions
        guard let index = running.instruction(at: frame.offset) else {
            throw Refusal(.unknownState("instruction offset \(frame.offset) is outside of the code"))
        }
        // Behind the yield at its RESUME (from 3.13), at the yield, or before a YIELD_FROM that runs again (up to 3.10).
        for candidate in [index, index - 1, index + 1] where instructions.indices.contains(candidate) {
            switch (instructions[candidate].mnemonic, candidate - index) {
            case (.yieldValue, 0), (.yieldFrom, 0), (.yieldFrom, 1): return candidate
            case (.yieldValue, -1) where instructions[index].mnemonic == .resume: return candidate
            default: continue
            }
        }
        throw Refusal(.unknownState("suspended at \(instructions[index].mnemonic.name)"))
    }
}
