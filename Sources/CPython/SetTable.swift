// The hash table of a `set` or `frozenset` (Objects/setobject.c): where its elements lie decides the order in which they are given.
// This file knows how a table is laid out and how it grows, alike in all versions; it must not know what the elements are.

import Memory

/// Where the elements of a set lie, and where they would if they were added to a new one in the order in which this one gives them.
package struct SetTable: Sendable {
    /// Fields of `PySetObject`: how many places are taken, were it by what was removed; by elements; places less one; the table; where
    /// `pop` goes on looking.
    package static let fill: UInt64 = 16
    package static let used: UInt64 = 24
    package static let mask: UInt64 = 32
    package static let table: UInt64 = 40
    package static let finger: UInt64 = 56
    /// `setentry`: the element, and its hash.
    private static let stride: UInt64 = 16

    package let mask: Int
    package let finger: Int
    /// The places of the elements, and of what was removed.
    package private(set) var elements: [UInt32] = []
    package private(set) var removed: [UInt32] = []
    private var hashes: [UInt64] = []

    /// Reads the set at `address`.
    package init<Reader: MemoryReader>(at address: UInt64, in memory: Reader) throws(MemoryError) {
        let used = try memory.load(Int.self, at: address &+ Self.used)
        mask = try memory.load(Int.self, at: address &+ Self.mask)
        finger = try memory.load(Int.self, at: address &+ Self.finger)
        guard mask >= 7, mask < Int(UInt32.max), (0...mask).contains(used) else {
            throw MemoryError(address: address, reason: "not a set")
        }
        elements.reserveCapacity(used)
        hashes.reserveCapacity(used)
        let table = try memory.word(at: address &+ Self.table)
        for place in 0...mask {
            let entry = table &+ UInt64(place) &* Self.stride
            guard try memory.word(at: entry) != 0 else { continue }
            let hash = try memory.word(at: entry &+ 8)
            // No element has this hash, what stands for a removed one does.
            if hash == UInt64.max {
                removed.append(UInt32(truncatingIfNeeded: place))
            } else {
                elements.append(UInt32(truncatingIfNeeded: place))
                hashes.append(hash)
            }
        }
    }

    /// How a set of the same elements, made by adding them in order, becomes this one.
    package struct Arrangement: Sendable {
        /// The second word of each place of that set's table: the element's hash, 0 where none is.
        package let hashes: [UInt64]
        /// The place that each of its elements gets, in its order.
        package let places: [UInt32]
    }

    /// nil where there is nothing to do: it is this very table.
    package func arrangement() -> Arrangement? {
        let natural = naturalTable()
        guard natural.count != mask + 1 || !removed.isEmpty || finger != 0 || !isAt(natural) else {
            return nil
        }
        var column = [UInt64](repeating: 0, count: natural.count)
        var places: [UInt32] = []
        places.reserveCapacity(elements.count)
        for (place, index) in natural.enumerated() where index >= 0 {
            column[place] = hashes[Int(index)]
            places.append(elements[Int(index)])
        }
        return Arrangement(hashes: column, places: places)
    }

    /// Whether the elements lie where those of a table of the same size do.
    private func isAt(_ table: [Int32]) -> Bool {
        elements.indices.allSatisfy { table[Int(elements[$0])] == Int32(truncatingIfNeeded: $0) }
    }

    /// Indices of elements by place, −1 where there is none (`set_add_entry`, `set_table_resize`).
    private func naturalTable() -> [Int32] {
        var table = [Int32](repeating: -1, count: 8)
        for index in hashes.indices {
            table[free(in: table, for: hashes[index])] = Int32(truncatingIfNeeded: index)
            let count = index + 1
            guard count * 5 >= (table.count - 1) * 3 else { continue }
            let wanted = count > 50000 ? count * 2 : count * 4
            var size = 8
            while size <= wanted { size <<= 1 }
            let old = table
            table = [Int32](repeating: -1, count: size)
            for one in old where one >= 0 { table[free(in: table, for: hashes[Int(one)])] = one }
        }
        return table
    }

    /// The first free place for a hash; there always is one, as a table is never full.
    private func free(in table: [Int32], for hash: UInt64) -> Int {
        let mask = UInt64(table.count - 1)
        let neighbours: UInt64 = 9  // LINEAR_PROBES
        var perturb = hash
        var place = hash & mask
        while true {
            let last = place + neighbours <= mask ? place + neighbours : place
            for candidate in place...last where table[Int(candidate)] < 0 { return Int(candidate) }
            perturb >>= 5  // PERTURB_SHIFT
            place = (place &* 5 &+ 1 &+ perturb) & mask
        }
    }
}
