// Knows how to show what is in a snapshot's or dump's manifest; nothing in the file is executed.
// Must not know what the manifest's fields mean.

import ArgumentParser
import Glibc
import Snapshot

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Print what is in a snapshot or dump, without executing anything of it.")

    @Argument(help: "The file.") var file: String

    func run() throws {
        guard let bytes = contents(file) else { throw ValidationError("can't read \(file)") }
        do {
            print(String(decoding: try Container.manifest(in: bytes), as: UTF8.self))
        } catch {
            throw ValidationError("\(file): \(error)")
        }
    }

    /// The file's bytes, up to where the manifest has surely ended (64 MiB).
    private func contents(_ path: String) -> [UInt8]? {
        // Safe: the path is passed as a C string for the call.
        let fd = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else { return nil }
        defer { close(fd) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while bytes.count < 1 << 26 {
            // Safe: at most as many bytes are read as the buffer has.
            let count = unsafe piece.withUnsafeMutableBytes { unsafe read(fd, $0.baseAddress, $0.count) }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            bytes.append(contentsOf: piece[..<count])
        }
        return bytes
    }
}
