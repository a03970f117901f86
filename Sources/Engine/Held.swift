// What C code between two frames holds alone: the list that `list(iterator)` is filling is on no other way to be reached.
// This file knows how such an object is found; it must not know which C functions have one.

import CPython
import Memory

extension Capture {
    /// The objects of exactly one type that the C code between a frame and its next inner one may hold the only references to.
    ///
    /// All that it does hold is among them, because it keeps its address on the C stack, where the inner loop has saved its registers;
    /// what merely has been there is among them too, if it still lives and has one reference.
    ///
    /// - Parameters:
    ///   - type: The address of the type object.
    ///   - areMoved: Whether objects of that type are moved when they grow, so that what is left of one looks like a live one.
    ///   - site: The frames.
    ///   - probe: Reads memory that may not be there.
    /// - Returns: Their addresses.
    /// - Throws: What keeps the stack or a frame from being read.
    package func heldByC<Probe: MemoryReader>(
        type: UInt64, areMoved: Bool, between site: Site, probe: Probe
    ) throws(MemoryError) -> [UInt64] {
        let region = try nativeStack(of: site)
        var found: [UInt64] = []
        var seen: Set<UInt64> = []
        var place = region.lowerBound & ~7
        while place < region.upperBound {
            let word = try reader.memory.word(at: place)
            place += 8
            // Objects with a collector's head begin at multiples of 16; none lies in the first pages or in the kernel's half.
            guard word & 15 == 0, (1 << 16..<1 << 47).contains(word), seen.insert(word).inserted,
                let kind = try? probe.word(at: word &+ 8), kind == type,
                let count = try? probe.load(UInt32.self, at: word), count == 1,
                !areMoved || isTracked(word, probe)
            else { continue }
            found.append(word)
        }
        guard found.count > 1 else { return found }
        var others = try variables(ofThread: interpreter.thread)
        for index in 0..<site.depth {
            others.insert(reader.untagged(try reader.stackWord(index, of: site.frames.outer)))
        }
        return found.filter { !others.contains($0) }
    }

    /// Whether the collector knows an object, so that it is one that lives and not what is left of one.
    ///
    /// In the collector's list the next one refers back. Its head lies before the object; the lowest bits are flags (`PyGC_Head`,
    /// Include/internal/pycore_gc.h). Sets of plain elements are not there.
    private func isTracked<Probe: MemoryReader>(_ object: UInt64, _ probe: Probe) -> Bool {
        let head = object &- 16
        guard let next = try? probe.word(at: head), next & ~3 != 0,
            let back = try? probe.word(at: next & ~3 &+ 8)
        else { return false }
        return back & ~3 == head
    }

    /// The part of the C stack that lies between two frames; all of it where the version does not tell which does.
    func nativeStack(of site: Site) throws(MemoryError) -> Range<UInt64> {
        try reader.nativeStack(
            ofThread: interpreter.thread, between: site.frames.inner, and: site.frames.outer)
            ?? interpreter.nativeStack
    }

    /// What the variables of all frames refer to: none of that is C's alone.
    private func variables(ofThread thread: UInt64) throws(MemoryError) -> Set<UInt64> {
        var found: Set<UInt64> = []
        var address = try reader.currentFrame(ofThread: thread)
        while address != 0 {
            let frame = try reader.frame(at: address)
            if try !reader.isShim(address) {
                for index in 0..<frame.localsCount {
                    found.insert(reader.untagged(try reader.localWord(index, of: frame)))
                }
            }
            address = frame.previous
        }
        return found
    }
}
