// The one place where foreign bytes are read.
// This file knows bounds and byte order; it must not know what the bytes mean.

/// Reads little-endian values from bytes that somebody else made.
///
/// Nothing it is given makes it trap: it throws.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var offset: Int
    private let end: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = 0
        end = bytes.count
    }

    var remaining: Int { end - offset }
    var isAtEnd: Bool { offset >= end }

    mutating func byte() throws(BytecodeError) -> UInt8 {
        guard offset < end else { throw BytecodeError(.truncated, at: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func uint16() throws(BytecodeError) -> UInt16 {
        let low = try byte()
        let high = try byte()
        return UInt16(high) << 8 | UInt16(low)
    }

    mutating func int32() throws(BytecodeError) -> Int32 {
        let low = try uint16()
        let high = try uint16()
        return Int32(bitPattern: UInt32(high) << 16 | UInt32(low))
    }

    mutating func uint64() throws(BytecodeError) -> UInt64 {
        let low = try int32()
        let high = try int32()
        return UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
    }

    /// A count of things that take at least `width` bytes each, checked against what is left.
    mutating func count(width: Int = 1) throws(BytecodeError) -> Int {
        let place = offset
        let count = Int(try int32())
        guard count >= 0 else { throw BytecodeError(.negativeLength, at: place) }
        guard count <= remaining / width else { throw BytecodeError(.truncated, at: place) }
        return count
    }

    mutating func bytes(_ count: Int) throws(BytecodeError) -> [UInt8] {
        guard count >= 0, count <= remaining else { throw BytecodeError(.truncated, at: offset) }
        defer { offset += count }
        return Array(bytes[offset..<(offset + count)])
    }

    /// The exception table's integers.
    ///
    /// 6 bits a byte, most significant first, bit 6 says that more follow. An entry's first byte has bit 7
    /// (`Objects/exception_handling_notes.txt`, 3.11).
    mutating func bigVarint(first: Bool = false) throws(BytecodeError) -> UInt32 {
        let place = offset
        var byte = try byte()
        guard (byte & 0x80 != 0) == first else { throw BytecodeError(.unmarkedEntry, at: place) }
        var value = UInt32(byte & 0x3f)
        while byte & 0x40 != 0 {
            guard value < 1 << 25 else { throw BytecodeError(.integerTooLarge, at: place) }
            byte = try self.byte()
            guard byte & 0x80 == 0 else { throw BytecodeError(.unmarkedEntry, at: place) }
            value = value << 6 | UInt32(byte & 0x3f)
        }
        return value
    }

    /// The location table's integers: 6 bits a byte, least significant first, bit 6 says that more follow
    /// (`Objects/locations.md`, 3.11).
    mutating func littleVarint() throws(BytecodeError) -> UInt32 {
        let place = offset
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            guard byte & 0x80 == 0 else { throw BytecodeError(.unmarkedEntry, at: place) }
            value |= UInt64(byte & 0x3f) << shift
            guard value <= UInt64(UInt32.max) else { throw BytecodeError(.integerTooLarge, at: place) }
            guard byte & 0x40 != 0 else { return UInt32(value) }
            shift += 6
            guard shift <= 30 else { throw BytecodeError(.integerTooLarge, at: place) }
        }
    }

    /// As above with the sign in bit 0.
    mutating func signedVarint() throws(BytecodeError) -> Int {
        let value = Int(try littleVarint())
        return value & 1 != 0 ? -(value >> 1) : value >> 1
    }
}

extension [UInt8] {
    mutating func appendUInt16(_ value: UInt16) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }

    mutating func appendInt32(_ value: Int32) {
        for shift in [Int32(0), 8, 16, 24] { append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    mutating func appendUInt64(_ value: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    mutating func appendBigVarint(_ value: UInt32, first: Bool = false) {
        var shift: UInt32 = 30
        while shift > 0, value >> shift == 0 { shift -= 6 }
        var mark: UInt8 = first ? 0x80 : 0
        while shift > 0 {
            append(UInt8(truncatingIfNeeded: value >> shift) & 0x3f | 0x40 | mark)
            mark = 0
            shift -= 6
        }
        append(UInt8(truncatingIfNeeded: value) & 0x3f | mark)
    }

    mutating func appendLittleVarint(_ value: UInt64) {
        var value = value
        while value >= 0x40 {
            append(UInt8(truncatingIfNeeded: value) & 0x3f | 0x40)
            value >>= 6
        }
        append(UInt8(truncatingIfNeeded: value))
    }

    /// The magnitude must be below 2^62; line steps are (they are differences of two 32-bit lines).
    mutating func appendSignedVarint(_ value: Int) {
        appendLittleVarint(UInt64(value.magnitude) << 1 | (value < 0 ? 1 : 0))
    }
}
