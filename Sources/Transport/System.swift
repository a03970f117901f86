// Knows the system calls that the relay needs, each as a safe function.
// Must not know what is carried.

import Glibc

/// What a read or write came to.
package enum Transfer: Equatable {
    case bytes(Int)
    case again
    case failed(Int32)
}

package enum System {
    /// Read at most `room` bytes to the front of `buffer`.
    ///
    /// 0 bytes means the end.
    static func read(_ fd: Int32, into buffer: inout [UInt8], room: Int) -> Transfer {
        let limit = min(room, buffer.count)
        // Safe: at most `limit` bytes are written, and the buffer has at least that many.
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(fd, $0.baseAddress, limit) }
        return transfer(count)
    }

    /// Write some of `bytes`.
    static func write(_ fd: Int32, _ bytes: ArraySlice<UInt8>) -> Transfer {
        // Safe: the slice's storage lives through the call and has `count` bytes.
        transfer(unsafe bytes.withUnsafeBytes { unsafe Glibc.write(fd, $0.baseAddress, $0.count) })
    }

    private static func transfer(_ count: Int) -> Transfer {
        if count >= 0 { return .bytes(count) }
        return errno == EINTR || errno == EAGAIN ? .again : .failed(errno)
    }

    /// Wait until something can be done; the answer is in `revents`.
    static func poll(_ list: inout [pollfd]) {
        // Safe: pointer and count are of one array.
        let count = unsafe list.withUnsafeMutableBufferPointer {
            unsafe Glibc.poll($0.baseAddress, nfds_t($0.count), -1)
        }
        if count < 0 { for index in list.indices { list[index].revents = 0 } }
    }

    /// Write a line to stderr.
    package static func say(_ text: String) {
        _ = write(2, Array((text + "\n").utf8)[...])
    }

    static func kind(of fd: Int32) -> mode_t {
        var status = stat()
        // Safe: `status` is ours and lives through the call.
        guard unsafe fstat(fd, &status) == 0 else { return 0 }
        return status.st_mode & S_IFMT
    }

    static func setNonBlocking(_ fd: Int32) {
        let flags = fcntl(fd, F_GETFL)
        if flags >= 0 { _ = fcntl(fd, F_SETFL, flags | O_NONBLOCK) }
    }

    /// A descriptor of the same pipe that may be made non-blocking without changing it for those who share it.
    static func ownPipe(_ fd: Int32) -> Int32? {
        guard kind(of: fd) == S_IFIFO else { return nil }
        // Safe: the path is a Swift string, passed as a C string for the call.
        let own = unsafe open("/proc/self/fd/\(fd)", O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        return own >= 0 ? own : nil
    }
}
