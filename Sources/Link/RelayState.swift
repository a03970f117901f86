// Knows what the near relay has to do next: which bytes wait where, how much stdin may go, how the program ended.
// Must not do any of it: no files, no signals, no terminals.

/// How a program ended.
package enum Outcome: Equatable, Sendable {
    case status(UInt8)
    case signal(UInt8)
}

/// The near relay between two waits.
package struct RelayState: Sendable {
    /// How many bytes of stdin may be under way before the far side has said that it has passed them on.
    package static let stdinWindow = 1 << 18
    /// More than this is not taken from one side while it waits for the other.
    package static let enough = 1 << 21

    /// What waits to be written to the link, to stdout and to stderr.
    package private(set) var toLink = ByteQueue()
    package private(set) var toStdout = ByteQueue()
    package private(set) var toStderr = ByteQueue()
    /// Set when the program has ended; what waits for stdout and stderr is to be written first.
    package private(set) var outcome: Outcome?
    /// Whether the program has stopped (ctrl-Z) since this was last asked for.
    private var stopped = false
    private var decoder = FrameDecoder()
    private var credit: Int
    private var stdinOpen = true
    private var stdoutOpen = true
    private var stderrOpen = true

    /// - Parameter sent: bytes of stdin that were sent before the relay began.
    package init(sent: Int) {
        credit = Self.stdinWindow - sent
    }

    /// How many bytes of stdin may be read now.
    package var stdinRoom: Int {
        stdinOpen && outcome == nil && toLink.count < Self.enough ? max(0, credit) : 0
    }

    /// Whether more may be read from the link.
    package var linkRoom: Bool {
        outcome == nil && toStdout.count < Self.enough && toStderr.count < Self.enough
    }

    /// Whether all is done.
    package var finished: Bool { outcome != nil && toStdout.isEmpty && toStderr.isEmpty }

    /// Bytes have come over the link.
    package mutating func heard(_ bytes: ArraySlice<UInt8>) throws(LinkError) {
        decoder.append(bytes)
        while outcome == nil, let frame = try decoder.next() {
            try obey(frame)
        }
    }

    private mutating func obey(_ frame: Frame) throws(LinkError) {
        switch frame.kind {
        case .stdout: if stdoutOpen { toStdout.append(frame.payload) }
        case .stderr: if stderrOpen { toStderr.append(frame.payload) }
        case .stopped: stopped = true
        case .credit:
            guard frame.payload.count == 4 else { throw LinkError(kind: .badPayload(frame.kind)) }
            let given = frame.payload.reversed().reduce(0) { $0 << 8 | Int($1) }
            credit = min(credit + given, Self.stdinWindow)
        case .exit:
            guard frame.payload.count == 2 else { throw LinkError(kind: .badPayload(frame.kind)) }
            outcome = frame.payload[0] == 0 ? .status(frame.payload[1]) : .signal(frame.payload[1])
        case .stdin, .signal, .window, .stdoutShut, .stderrShut:
            throw LinkError(kind: .badPayload(frame.kind))
        }
    }

    /// Bytes have come on stdin; none means its end.
    package mutating func read(_ bytes: ArraySlice<UInt8>) {
        guard stdinOpen else { return }
        stdinOpen = !bytes.isEmpty
        credit -= bytes.count
        send(Frame(.stdin, Array(bytes)))
    }

    /// A signal is to be passed on.
    package mutating func caught(signal: UInt8) { send(Frame(.signal, [signal])) }

    /// The terminal has a new size: rows, columns, width, height.
    package mutating func resized(_ size: [UInt16]) {
        send(
            Frame(
                .window, size.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
        )
    }

    /// Whether the program has stopped; asking resets it.
    package mutating func takeStopped() -> Bool {
        defer { stopped = false }
        return stopped
    }

    package mutating func wroteLink(_ count: Int) { toLink.drop(count) }
    package mutating func wroteStdout(_ count: Int) { toStdout.drop(count) }
    package mutating func wroteStderr(_ count: Int) { toStderr.drop(count) }

    /// Nobody reads our stdout any more: the program shall notice when it writes next.
    package mutating func stdoutShut() {
        if stdoutOpen { send(Frame(.stdoutShut)) }
        stdoutOpen = false
        toStdout.clear()
    }

    /// Nobody reads our stderr any more.
    package mutating func stderrShut() {
        if stderrOpen { send(Frame(.stderrShut)) }
        stderrOpen = false
        toStderr.clear()
    }

    private mutating func send(_ frame: Frame) { toLink.append(frame.bytes) }
}
