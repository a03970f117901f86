// Generators, coroutines and async generators as they are found in memory.
// This file knows their states; it must not know what their code does.

import Memory

/// In what state a generator is.
package enum GeneratorState: Sendable, Equatable {
    case created
    case suspended
    case executing
    case finished
}

extension FrameReader {
    /// The state of the generator (or coroutine, or async generator) at `address` and its frame, when it has one.
    package func generator(at address: UInt64) throws(MemoryError) -> (state: GeneratorState, frame: Frame?) {
        let fields = layout.generator
        if let field = fields.frame {
            let pointer = try memory.word(at: address &+ field)
            guard pointer != 0 else { return (.finished, nil) }
            let found = try frame(at: pointer)
            switch fields.state {
            case .running(let flag):
                if try memory.load(UInt8.self, at: address &+ flag) != 0 { return (.executing, found) }
                return (found.offset < 0 ? .created : .suspended, found)
            case .ofFrame(let flag):
                switch try memory.load(Int8.self, at: pointer &+ flag) {
                case -2: return (.created, found)
                case -1: return (.suspended, found)
                case 0: return (.executing, found)
                default: return (.finished, nil)
                }
            case .ofGenerator: return (.finished, nil)
            }
        }
        guard let field = fields.embeddedFrame,
            case .ofGenerator(let flag, let created, let suspended, let executing) = fields.state
        else { return (.finished, nil) }
        let state = try memory.load(Int8.self, at: address &+ flag)
        if state == created { return (.created, try frame(at: address &+ field)) }
        if suspended.contains(state) { return (.suspended, try frame(at: address &+ field)) }
        if state == executing { return (.executing, try frame(at: address &+ field)) }
        return (.finished, nil)
    }

    /// The generator (or coroutine, or async generator) that a frame belongs to.
    package func generatorAddress(of frame: Frame) throws(MemoryError) -> UInt64 {
        if let field = layout.frameGenerator { return try memory.word(at: frame.address &+ field) }
        return frame.address &- (layout.generator.embeddedFrame ?? 0)
    }

    /// The exception state of a suspended or running generator.
    package func exceptionItem(ofGenerator address: UInt64) throws(MemoryError) -> ExceptionItem {
        try exceptionItem(at: address &+ layout.generator.excState)
    }
}
