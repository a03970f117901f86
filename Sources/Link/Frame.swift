// Knows how a frame looks in bytes: one byte type, its payload's length as little-endian u32, the payload.
// Must not know files or pipes; `arrival/link.py` names the same frames.

/// What a frame of a running program's link means.
package enum FrameKind: UInt8, Sendable, CaseIterable {
    // Near to far.
    case stdin = 0x49  // I
    case signal = 0x4B  // K
    case window = 0x57  // W
    case stdoutShut = 0x6F  // o
    case stderrShut = 0x65  // e
    // Far to near.
    case stdout = 0x4F  // O
    case stderr = 0x45  // E
    case credit = 0x43  // C
    case stopped = 0x5A  // Z
    case exit = 0x58  // X
}

/// Bytes that are no link.
package struct LinkError: Error, Equatable {
    /// What is wrong with the bytes.
    package enum Kind: Equatable, Sendable {
        case unknownType(UInt8)
        case tooLong(UInt32)
        case badPayload(FrameKind)
    }

    package let kind: Kind
}

extension LinkError: CustomStringConvertible {
    package var description: String {
        switch kind {
        case .unknownType(let type): "the far side sent a frame of unknown type \(type)"
        case .tooLong(let length): "the far side sent a frame of \(length) bytes"
        case .badPayload(let kind): "the far side sent a malformed frame of type \(kind)"
        }
    }
}

/// One message of the link.
package struct Frame: Equatable, Sendable {
    /// The longest payload that either side sends while a program runs.
    package static let longest: UInt32 = 1 << 24

    package let kind: FrameKind
    package let payload: [UInt8]

    package init(_ kind: FrameKind, _ payload: [UInt8] = []) {
        self.kind = kind
        self.payload = payload
    }

    /// The frame as it is sent.
    package var bytes: [UInt8] {
        [kind.rawValue] + littleEndian(UInt32(clamping: payload.count)) + payload
    }
}

/// The four bytes of a number, lowest first.
package func littleEndian(_ number: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// Cuts a stream of bytes into frames, however the stream comes in pieces.
package struct FrameDecoder: Sendable {
    private var queue = ByteQueue()

    package init() {}

    package mutating func append(_ bytes: ArraySlice<UInt8>) {
        queue.append(bytes)
    }

    /// The next frame, or nil until more bytes have come.
    package mutating func next() throws(LinkError) -> Frame? {
        let head = Array(queue.prefix(5))
        guard head.count == 5 else { return nil }
        guard let kind = FrameKind(rawValue: head[0]) else { throw LinkError(kind: .unknownType(head[0])) }
        let length = head[1...].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard length <= Frame.longest else { throw LinkError(kind: .tooLong(length)) }
        guard queue.count - 5 >= Int(length) else { return nil }
        queue.drop(5)
        let payload = Array(queue.prefix(Int(length)))
        queue.drop(payload.count)
        return Frame(kind, payload)
    }
}
