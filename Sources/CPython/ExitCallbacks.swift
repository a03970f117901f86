// What a program has registered to be called at its exit.
// This file knows where `atexit` keeps it; it must not call anything.

import Memory

/// A registered callback.
///
/// The arguments may be 0 for none.
package struct ExitCallback: Sendable {
    package var function: UInt64
    package var arguments: UInt64
    package var keywords: UInt64
}

extension FrameReader {
    /// The callbacks in the order of their registration; nil where the version does not keep them in reach.
    package func exitCallbacks(ofThread thread: UInt64) throws(MemoryError) -> [ExitCallback]? {
        guard let layout = layout.exitCallbacks else { return nil }
        let interpreter = try memory.word(at: thread &+ layout.interpreter)
        let count = Int(try memory.load(Int32.self, at: interpreter &+ layout.count))
        guard (0...1 << 20).contains(count) else {
            throw MemoryError(address: interpreter, reason: "\(count) exit callbacks")
        }
        guard count > 0 else { return [] }
        let array = try memory.word(at: interpreter &+ layout.array)
        var callbacks: [ExitCallback] = []
        for index in 0..<count {
            // Unregistered ones leave an empty place.
            let entry = try memory.word(at: array &+ 8 &* UInt64(truncatingIfNeeded: index))
            guard entry != 0 else { continue }
            callbacks.append(
                ExitCallback(
                    function: try memory.word(at: entry), arguments: try memory.word(at: entry &+ 8),
                    keywords: try memory.word(at: entry &+ 16)))
        }
        return callbacks
    }
}
