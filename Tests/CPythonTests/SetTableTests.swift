// The table of a set, read from recorded memory.

import Memory
import Testing

@testable import CPython

struct SetTableTests {
    /// The memory of a set with these hashes at these places; its elements lie at made-up addresses.
    private func recorded(_ hashes: [Int: UInt64], mask: Int, finger: Int = 0, removed: [Int] = [])
        -> RecordedMemory
    {
        var words = [UInt64](repeating: 0, count: 8 + 2 * (mask + 1))
        let base: UInt64 = 1 << 20
        words[2] = UInt64(hashes.count + removed.count)
        words[3] = UInt64(hashes.count)
        words[4] = UInt64(mask)
        words[5] = base + 64
        words[7] = UInt64(finger)
        for (place, hash) in hashes {
            words[8 + 2 * place] = 1 << 30
            words[9 + 2 * place] = hash
        }
        for place in removed {
            words[8 + 2 * place] = 1 << 31
            words[9 + 2 * place] = .max
        }
        let bytes = words.flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
        }
        return RecordedMemory(base: base, bytes: bytes)
    }

    private func table(_ memory: RecordedMemory) throws -> SetTable {
        try SetTable(at: memory.base, in: memory)
    }

    @Test func aSetThatIsAsItWouldBeMadeNeedsNothing() throws {
        #expect(try table(recorded([1: 1, 2: 2, 7: 15], mask: 7)).arrangement() == nil)
        #expect(try table(recorded([:], mask: 7)).arrangement() == nil)
    }

    @Test func elementsThatAreElsewhereAreMovedBack() throws {
        // 9 has the place of 1, which went on to 1 × 5 + 1: so it does again.
        let taken = try table(recorded([1: 9, 6: 1], mask: 7))
        #expect(taken.arrangement() == nil)
        // 8 belongs at 0 and went elsewhere because of what was removed there.
        let pushed = try #require(try table(recorded([1: 8], mask: 7, removed: [0])).arrangement())
        #expect(pushed.places == [1])
        #expect(pushed.hashes == [8, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test func aTableOfAnotherSizeIsKept() throws {
        let large = try #require(try table(recorded([1: 1, 20: 20], mask: 31)).arrangement())
        #expect(large.places == [1, 20])
        #expect(large.hashes == [0, 1, 0, 0, 20, 0, 0, 0])
        // Five elements make a set grow to 32 places; here they are in 8, as after a copy that fits.
        let small = try #require(try table(recorded([0: 0, 1: 1, 2: 2, 3: 3, 4: 4], mask: 7)).arrangement())
        #expect(small.hashes.count == 32)
        #expect(small.places == [0, 1, 2, 3, 4])
    }

    @Test func whereToGoOnIsKept() throws {
        #expect(try table(recorded([1: 1, 2: 2], mask: 7, finger: 2)).arrangement() != nil)
    }

    @Test func whatIsNoSetIsRefused() {
        #expect(throws: MemoryError.self) { try table(recorded([:], mask: 3)) }
        var cut = recorded([1: 1], mask: 7)
        cut.bytes.removeLast(40)
        let damaged = cut
        #expect(throws: MemoryError.self) { try table(damaged) }
    }
}
