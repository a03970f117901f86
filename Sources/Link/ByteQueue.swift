// Knows how to hold bytes that wait: appended at one end, dropped at the other, without moving the rest each time.
// Must not know what the bytes are.

/// Bytes that wait to be written or read.
package struct ByteQueue: Sendable {
    private var storage: [UInt8] = []
    private var head = 0

    package init() {}

    package var count: Int { storage.count - head }
    package var isEmpty: Bool { head == storage.count }
    /// All that waits.
    package var waiting: ArraySlice<UInt8> { storage[head...] }

    /// The first bytes, at most `length`.
    package func prefix(_ length: Int) -> ArraySlice<UInt8> {
        storage[head...].prefix(max(0, length))
    }

    package mutating func append(_ bytes: some Collection<UInt8>) {
        storage.append(contentsOf: bytes)
    }

    /// Forget the first bytes, at most all.
    package mutating func drop(_ length: Int) {
        head += min(max(0, length), count)
        if head == storage.count {
            storage.removeAll(keepingCapacity: storage.capacity <= 1 << 20)
            head = 0
        } else if head > 1 << 20, head > storage.count / 2 {
            storage.removeFirst(head)
            head = 0
        }
    }

    package mutating func clear() {
        storage = []
        head = 0
    }
}
