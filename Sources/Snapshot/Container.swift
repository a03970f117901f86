// Knows where in a file a snapshot lies and where in it the manifest.
// Must not read files, nor make objects of what it finds.

/// Bytes in which no snapshot can be found.
package struct SnapshotError: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    package enum Kind: Equatable, Sendable {
        case notFound
        case cutOff
    }

    package let kind: Kind

    package var description: String {
        switch kind {
        case .notFound: "there is no snapshot in this file"
        case .cutOff: "the snapshot in this file is cut off"
        }
    }
}

/// Finds snapshots in bytes.
package enum Container {
    /// What a snapshot begins with; the last byte is the format's version.
    package static let magic: [UInt8] = Array("PYTELEPORT".utf8) + [1]

    /// The manifest's text, of a snapshot that begins anywhere in `bytes` (a dump has code before it).
    package static func manifest(in bytes: [UInt8]) throws(SnapshotError) -> ArraySlice<UInt8> {
        var start = 0
        var found = false
        while let first = bytes[start...].firstIndex(of: magic[0]) {
            start = first
            guard bytes[start...].starts(with: magic) else {
                start += 1
                continue
            }
            found = true
            let head = start + magic.count
            let field = bytes[head...].prefix(4)
            guard field.count == 4 else { throw SnapshotError(kind: .cutOff) }
            let length = field.reversed().reduce(0) { $0 << 8 | Int($1) }
            let manifest = bytes[(head + 4)...].prefix(length)
            if manifest.count == length, manifest.first == UInt8(ascii: "{") { return manifest }
            start += 1
        }
        throw SnapshotError(kind: found ? .cutOff : .notFound)
    }
}
