// Frames are read from recorded memory as from a process, and damaged memory is refused.
// This file knows where a frame's fields lie; it must not know the interpreter.

import Memory
import Model
import Testing

@testable import CPython

struct FrameReaderTests {
    /// A recording with 64-bit words at certain offsets.
    private func memory(_ words: [UInt64: UInt64], bytes: [UInt64: UInt8] = [:]) -> RecordedMemory {
        var data = [UInt8](repeating: 0, count: 4096)
        for (offset, word) in words {
            for index in 0..<8 {
                data[Int(offset) + index] = UInt8(truncatingIfNeeded: word >> (8 * UInt64(index)))
            }
        }
        for (offset, byte) in bytes { data[Int(offset)] = byte }
        return RecordedMemory(base: 0x10000, bytes: data)
    }

    @Test(arguments: [PythonVersion.v3_8, .v3_9, .v3_10])
    func aFrameObjectIsRead(version: PythonVersion) throws {
        let layout = Layout.of(version)
        let stack = 0x10000 + layout.localsplus + 16
        let reader = FrameReader(
            memory: memory([
                layout.code: 0x777, layout.globals: 0x888, try #require(layout.valueStack): stack,
                layout.localsplus: 0x111, layout.localsplus + 16: 0x222,
                version == .v3_10 ? 96 : 104: version == .v3_10 ? 5 : 10,
            ]), layout: layout)
        let frame = try reader.frame(at: 0x10000)
        #expect(frame.code == 0x777 && frame.globals == 0x888 && frame.localsCount == 2 && frame.offset == 10)
        #expect(try reader.localWord(0, of: frame) == 0x111)
        #expect(try reader.stackWord(0, of: frame) == 0x222)
        #expect(frame.enteredFromC == nil)
    }

    @Test func tagsAreTakenOff() {
        let reader = FrameReader(memory: memory([:]), layout: .of(.v3_14))
        #expect(reader.untagged(0x7001) == 0x7000)
        #expect(reader.untagged(1) == 0)
        #expect(reader.taggedInteger(5 << 2 | 3) == 5)
        #expect(FrameReader(memory: memory([:]), layout: .of(.v3_13)).untagged(0x7001) == 0x7001)
    }

    @Test(arguments: PythonVersion.allCases)
    func damagedMemoryIsRefused(version: PythonVersion) {
        let reader = FrameReader(
            memory: RecordedMemory(base: 0x10000, bytes: [UInt8](repeating: 0xFF, count: 64)),
            layout: .of(version))
        #expect(throws: MemoryError.self) { try reader.frame(at: 0x10000) }
    }

    @Test(arguments: PythonVersion.allCases)
    func everyVersionHasItsLayout(version: PythonVersion) {
        #expect(Layout.of(version).version == version)
    }

    @Test func theCStackBetweenFramesEndsAtTheShims() throws {
        let layout = Layout.of(.v3_13)
        let owner = try #require(layout.owner)
        // The frame at 0x10400 was entered from C, from the one at 0x10000, whose loop began with the shim at 0x10800.
        let reader = FrameReader(
            memory: memory(
                [
                    layout.code: 0x10c00, layout.previous: 0x10800,
                    0x400 + layout.code: 0x10c00, 0x400 + layout.previous: 0x10700,
                    0x700 + layout.previous: 0x10000,
                ], bytes: [0x700 + owner: 3, 0x800 + owner: 3]), layout: layout)
        let outer = try reader.frame(at: 0x10000)
        let inner = try reader.frame(at: 0x10400)
        #expect(try reader.nativeStack(ofThread: 0, between: inner, and: outer) == 0x10700..<0x10800)
    }

    @Test func theCStackBetweenFramesEndsAtTheChainsEntries() throws {
        let layout = Layout.of(.v3_11)
        // The thread's chain: the loops of the inner frame, of the outer one, of another.
        let chain: [UInt64: UInt64] = [
            0xf00 + 56: 0x10900, 0x900 + 8: 0x10400, 0x900 + 16: 0x10a00, 0xa00 + 8: 0x10000,
            0xa00 + 16: 0x10b00,
        ]
        let reader = FrameReader(
            memory: memory(chain.merging([layout.code: 0x10c00, 0x400 + layout.code: 0x10c00]) { $1 }),
            layout: layout)
        let outer = try reader.frame(at: 0x10000)
        let inner = try reader.frame(at: 0x10400)
        #expect(
            try reader.nativeStack(ofThread: 0x10f00, between: inner, and: outer) == 0x10900..<0x10a00)
    }

    @Test func whereNothingMarksTheLoopsThatIsSaid() throws {
        let layout = Layout.of(.v3_9)
        let reader = FrameReader(
            memory: memory([try #require(layout.valueStack): 0x10000 + layout.localsplus]), layout: layout)
        let frame = try reader.frame(at: 0x10000)
        #expect(try reader.nativeStack(ofThread: 0, between: frame, and: frame) == nil)
    }
}
