// Knows how signals to this process are taken as data instead of interrupting it, and how to die of one.
// Must not know who gets them.

import Glibc

/// Where the handler writes: set once, before any handler is installed.
nonisolated(unsafe) private var handlerPipe: Int32 = -1

/// The signals that are passed on, taken through a descriptor.
struct Signals {
    static let carried = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGTSTP, SIGCONT, SIGWINCH]

    let fd: Int32

    /// Take the signals, and let all through, which were blocked for the handover.
    init() {
        var ends: [Int32] = [-1, -1]
        // Safe: there is room for two.
        _ = unsafe ends.withUnsafeMutableBufferPointer { unsafe pipe($0.baseAddress) }
        fd = ends[0]
        unsafe handlerPipe = ends[1]  // Safe: no other thread, and no handler yet.
        for end in ends { System.setNonBlocking(end) }
        for number in Self.carried {
            var before = sigaction()
            _ = unsafe sigaction(number, nil, &before)  // Safe: `before` is ours.
            // What was ignored, as SIGHUP under nohup, stays so.
            if unsafe before.__sigaction_handler.sa_handler.map({ unsafe unsafeBitCast($0, to: Int.self) })
                == 1
            {
                continue
            }
            _ = signal(number) { number in
                let saved = errno
                var byte = UInt8(truncatingIfNeeded: number)
                // Safe: write(2) may be called in a handler; the byte is on the stack, and the descriptor is never closed.
                _ = unsafe write(handlerPipe, &byte, 1)
                errno = saved
            }
        }
        _ = signal(SIGPIPE, SIG_IGN)
        var none = sigset_t()
        unsafe sigemptyset(&none)  // Safe: `none` is ours, here and in the next line.
        _ = unsafe sigprocmask(SIG_SETMASK, &none, nil)
    }

    /// The next signal that waits.
    func next() -> Int32? {
        var buffer: [UInt8] = [0]
        guard case .bytes(1) = System.read(fd, into: &buffer, room: 1) else { return nil }
        return Int32(buffer[0])
    }

    /// End this process by a signal, as the program was.
    static func die(of number: Int32) -> Never {
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)  // the core of a relay helps nobody
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)  // Safe: `limit` is ours.
        _ = signal(number, SIG_DFL)
        var set = sigset_t()
        unsafe sigfillset(&set)  // Safe: `set` is ours, here and in the next line.
        _ = unsafe sigprocmask(SIG_UNBLOCK, &set, nil)
        kill(getpid(), number)
        exit(128 &+ number)
    }
}
