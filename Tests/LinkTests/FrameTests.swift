// Frames come out as they went in, whatever the pieces, and foreign bytes are refused.
// This file knows the link's frames; it must not know pipes.

import Testing

@testable import Link

struct FrameTests {
    @Test(arguments: [1, 2, 3, 7, 1000])
    func framesComeInAnyPieces(size: Int) throws {
        let frames = [
            Frame(.stdout, Array("hello".utf8)), Frame(.credit, littleEndian(300)), Frame(.stderr),
            Frame(.exit, [0, 3]),
        ]
        let bytes = frames.flatMap { $0.bytes }
        var decoder = FrameDecoder()
        var found: [Frame] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            decoder.append(bytes[start..<min(start + size, bytes.count)])
            while let frame = try decoder.next() { found.append(frame) }
        }
        #expect(found == frames)
    }

    @Test func unknownTypesAreRefused() {
        var decoder = FrameDecoder()
        decoder.append([0x21, 0, 0, 0, 0][...])
        #expect(throws: LinkError(kind: .unknownType(0x21))) { try decoder.next() }
    }

    @Test func endlessFramesAreRefused() {
        var decoder = FrameDecoder()
        decoder.append([0x4F, 0, 0, 0, 0xFF][...])
        #expect(throws: LinkError(kind: .tooLong(0xFF00_0000))) { try decoder.next() }
    }

    @Test func damagedStreamsNeverTrap() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var state = RelayState(sent: 0)
            let bytes = (0..<Int.random(in: 0..<64, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : [0x4F, 0x45, 0x43, 0x5A, 0x58, 0, 1].randomElement(using: &random) ?? 0
            }
            do { try state.heard(bytes[...]) } catch { #expect(!error.description.isEmpty) }
        }
    }
}

struct RelayStateTests {
    @Test func stdinWaitsForCredit() throws {
        var state = RelayState(sent: RelayState.stdinWindow)
        #expect(state.stdinRoom == 0)
        try state.heard(Frame(.credit, littleEndian(10)).bytes[...])
        #expect(state.stdinRoom == 10)
    }

    @Test func outputIsKeptUntilWritten() throws {
        var state = RelayState(sent: 0)
        try state.heard(Frame(.stdout, [1, 2, 3]).bytes[...])
        #expect(Array(state.toStdout.waiting) == [1, 2, 3])
        #expect(!state.finished)
    }
}
