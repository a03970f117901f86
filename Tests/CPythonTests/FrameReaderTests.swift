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
}
