// Knows the terminal this process is on: raw mode while the program has a terminal of its own far away, and its size.
// Must not know what is typed.

import Glibc

/// The terminal on stdin.
struct Terminal {
    private let before: termios

    /// nil if stdin is no terminal.
    init?() {
        var state = termios()
        guard unsafe tcgetattr(0, &state) == 0 else { return nil }  // Safe: `state` is ours.
        before = state
    }

    /// Let every key through, ctrl-C too: the far terminal makes signals of them.
    func makeRaw() {
        var state = before
        unsafe cfmakeraw(&state)  // Safe: `state` is ours, here and in the next line.
        _ = unsafe tcsetattr(0, TCSADRAIN, &state)
    }

    func restore() {
        var state = before
        _ = unsafe tcsetattr(0, TCSADRAIN, &state)  // Safe: `state` is ours.
    }

    /// Rows, columns, width, height.
    static func size() -> [UInt16]? {
        var size = winsize()
        // Safe: TIOCGWINSZ fills a winsize.
        guard unsafe ioctl(0, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
        return [size.ws_row, size.ws_col, size.ws_xpixel, size.ws_ypixel]
    }
}
