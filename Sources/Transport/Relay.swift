// Knows how to carry between this process's stdio and the link, one wait at a time; what to do is `RelayState`'s to say.
// Must not know Python.

import Glibc
import Link

/// The near end of a program that runs elsewhere.
package struct Relay {
    private let linkRead: Int32
    private let linkWrite: Int32
    private let stdout: Int32
    private let stderr: Int32
    private let signals: Signals
    private let terminal: Terminal?
    private var state: RelayState
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)

    /// - Parameters:
    ///   - read: where the far side is heard.
    ///   - write: where it is told.
    ///   - sent: bytes of stdin that were sent over it already.
    ///   - terminal: whether the program has a terminal of its own far away.
    package init(read: Int32, write: Int32, sent: Int, terminal: Bool) {
        linkRead = read
        linkWrite = write
        signals = Signals()
        self.terminal = terminal ? Terminal() : nil
        state = RelayState(sent: sent)
        stdout = System.ownPipe(1) ?? 1
        stderr = System.ownPipe(2) ?? 2
        System.setNonBlocking(write)
    }

    /// Carry until the program has ended, and end as it did.
    package mutating func run() -> Never {
        terminal?.makeRaw()
        if terminal != nil, let size = Terminal.size() { state.resized(size) }
        var problem: String?
        while !state.finished, problem == nil {
            do throws(LinkError) {
                if try !step() { problem = "the line broke" }
            } catch {
                problem = "\(error)"
            }
        }
        terminal?.restore()
        switch state.outcome {
        case .status(let status)?: exit(Int32(status))
        case .signal(let number)?: Signals.die(of: Int32(number))
        case nil:
            System.say(
                "pyteleport: the link to the running program is lost (\(problem ?? "")); it ends over there")
            exit(255)
        }
    }

    /// Wait once and do what can be done.
    ///
    /// False when the link has ended.
    private mutating func step() throws(LinkError) -> Bool {
        var list = [
            pollfd(fd: signals.fd, events: Int16(POLLIN), revents: 0),
            pollfd(fd: state.linkRoom ? linkRead : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: state.stdinRoom > 0 ? 0 : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: state.toLink.isEmpty ? -1 : linkWrite, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: state.toStdout.isEmpty ? -1 : stdout, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: state.toStderr.isEmpty ? -1 : stderr, events: Int16(POLLOUT), revents: 0),
        ]
        System.poll(&list)
        let ready = list.map { $0.revents != 0 }
        if ready[0] { while let number = signals.next() { pass(number) } }
        if ready[2] {
            switch System.read(0, into: &buffer, room: min(state.stdinRoom, 1 << 16)) {
            case .bytes(let count): state.read(buffer[..<count])
            case .again: break
            case .failed: state.read([])
            }
        }
        if ready[4] { put(stdout) }
        if ready[5] { put(stderr) }
        if ready[3] {
            // A link that takes no more may still have the program's end to tell; reading finds out.
            switch System.write(linkWrite, state.toLink.waiting) {
            case .bytes(let count): state.wroteLink(count)
            case .again: break
            case .failed: state.wroteLink(state.toLink.count)
            }
        }
        if ready[1] {
            switch System.read(linkRead, into: &buffer, room: buffer.count) {
            case .bytes(0), .failed: return false
            case .bytes(let count): try state.heard(buffer[..<count])
            case .again: break
            }
            if state.takeStopped() { stop() }
        }
        return true
    }

    private mutating func put(_ fd: Int32) {
        let isStdout = fd == stdout
        let waiting = isStdout ? state.toStdout : state.toStderr
        // Of a descriptor that others share we can't ask not to block; a PIPE_BUF does not after POLLOUT.
        let alone = fd > 2 || System.kind(of: fd) == S_IFREG
        switch System.write(fd, alone ? waiting.waiting : waiting.prefix(4096)) {
        case .bytes(let count): if isStdout { state.wroteStdout(count) } else { state.wroteStderr(count) }
        case .again: break
        case .failed: if isStdout { state.stdoutShut() } else { state.stderrShut() }
        }
    }

    private mutating func pass(_ number: Int32) {
        switch number {
        case SIGWINCH:
            if terminal != nil, let size = Terminal.size() { state.resized(size) }
        case SIGCONT:
            terminal?.makeRaw()
            state.caught(signal: UInt8(truncatingIfNeeded: number))
        default:
            // The program gets the signal; if it stops by it, it says so, and we stop too.
            state.caught(signal: UInt8(truncatingIfNeeded: number))
        }
    }

    private func stop() {
        terminal?.restore()
        kill(getpid(), SIGSTOP)
    }
}
