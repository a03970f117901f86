// Reading bytes at addresses: of this process, another one, or a recording.
// This file knows how to load plain values safely; it must not know what they mean (no word of Python).

/// Why an address could not be read.
package struct MemoryError: Error, Equatable {
    package var address: UInt64
    package var reason: String

    package init(address: UInt64, reason: String) {
        self.address = address
        self.reason = reason
    }
}

/// A source of bytes at addresses.
package protocol MemoryReader {
    /// The value whose bytes lie at `address`, in this machine's byte order, aligned or not.
    func load<T: BitwiseCopyable>(_ type: T.Type, at address: UInt64) throws(MemoryError) -> T
}

extension MemoryReader {
    @inlinable package func word(at address: UInt64) throws(MemoryError) -> UInt64 {
        try load(UInt64.self, at: address)
    }
}

/// This process's own memory.
///
/// It trusts its caller: an address must come from the running interpreter, with the interpreter's lock held, so that
/// the object it belongs to can't go away in the meantime. Only null pages are caught.
package struct LocalMemory: MemoryReader {
    package init() {}

    @inlinable package func load<T: BitwiseCopyable>(_ type: T.Type, at address: UInt64) throws(MemoryError)
        -> T
    {
        // Safe when the caller keeps the contract above; addresses below the first mapped page are refused here.
        guard address >= 4096, let pointer = unsafe UnsafeRawPointer(bitPattern: UInt(address)) else {
            throw MemoryError(address: address, reason: "not an address")
        }
        return unsafe pointer.loadUnaligned(as: T.self)
    }
}

/// A recorded stretch of memory, for tests.
package struct RecordedMemory: MemoryReader {
    package var base: UInt64
    package var bytes: [UInt8]

    package init(base: UInt64, bytes: [UInt8]) {
        self.base = base
        self.bytes = bytes
    }

    package func load<T: BitwiseCopyable>(_ type: T.Type, at address: UInt64) throws(MemoryError) -> T {
        let size = UInt64(MemoryLayout<T>.size)
        guard address >= base, address - base <= UInt64(bytes.count),
            size <= UInt64(bytes.count) - (address - base)
        else {
            throw MemoryError(address: address, reason: "outside of the recording")
        }
        let offset = Int(address - base)
        // In bounds: checked above.
        return unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: T.self) }
    }
}
