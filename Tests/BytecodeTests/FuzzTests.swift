// Damaged code is refused; it never stops the process.
// This file knows how to damage bytes; it must not know which damage is found where.

import Foundation
import Model
import Testing

@testable import Bytecode

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// `PYTELEPORT_FUZZ_COUNT` damaged inputs a release (20 000 if unset), from `PYTELEPORT_FUZZ_SEED`.
///
/// Each input follows from its seed, release and number alone. A trap ends the process: the last line printed says from
/// which number on (`PYTELEPORT_FUZZ_FIRST`) to look for the input that made it.
struct FuzzTests {
    static let environment = ProcessInfo.processInfo.environment
    static let count = number("PYTELEPORT_FUZZ_COUNT") ?? 20_000
    static let first = number("PYTELEPORT_FUZZ_FIRST") ?? 0
    static let seed = UInt64(clamping: number("PYTELEPORT_FUZZ_SEED") ?? 1)
    static let reportEach = 50_000

    static func number(_ name: String) -> Int? { environment[name].flatMap { Int($0) } }

    @Test(arguments: StandardLibrary.versions)
    func damagedBytesNeverTrap(version: PythonVersion) throws {
        var samples = [Samples.marshalled(version)]
        if StandardLibrary.directory != nil {
            // Small ones, so that damage meets structure and not text.
            samples += try StandardLibrary.modules(version, step: 5).filter { $0.count < 3000 }
        }
        var refused = 0
        for number in Self.first..<(Self.first + Self.count) {
            var generator = SeededGenerator(
                state: Self.seed &+ UInt64(version.rawValue) << 56 &+ UInt64(number) << 16)
            guard let sample = samples.randomElement(using: &generator),
                let other = samples.randomElement(using: &generator)
            else { return }
            let damaged = damage(sample, with: other, using: &generator)
            do { try exercise(damaged, version: version) } catch { refused += 1 }
            if number % Self.reportEach == Self.reportEach - 1 {
                print("\(version): \(number + 1) inputs, \(refused) of them refused")
            }
        }
        #expect(refused > 0)
    }

    private func damage(
        _ bytes: [UInt8], with other: [UInt8], using generator: inout SeededGenerator
    ) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let rest = bytes.count - place
            let random = UInt8.random(in: 0...255, using: &generator)
            switch Int.random(in: 0..<9, using: &generator) {
            case 0: bytes.removeLast(rest)
            case 1: bytes[place] = random
            case 2: bytes[place] ^= 1 << (random & 7)
            case 3: bytes[place] = Self.extremes[Int(random) % Self.extremes.count]
            case 4: bytes.insert(random, at: place)
            case 5: bytes.removeSubrange(place..<(place + min(rest, Int(random))))
            case 6 where rest >= 4:  // a count, a size, a reference
                let word = Self.extremeWords[Int(random) % Self.extremeWords.count]
                for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: word >> (8 * index)) }
            case 7:  // a part of another one, at any place
                let begin = Int.random(in: 0..<other.count, using: &generator)
                bytes.insert(contentsOf: other[begin..<min(other.count, begin + Int(random))], at: place)
            default:  // the same once more
                bytes.insert(contentsOf: Array(bytes[place..<(place + min(rest, Int(random)))]), at: place)
            }
        }
        return bytes
    }

    static let extremes: [UInt8] = [0, 1, 0x7f, 0x80, 0xff, 0xfe]
    static let extremeWords: [UInt32] = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0xffff, 0x1_0000]

    /// Everything the module does with foreign bytes; the first refusal ends it.
    private func exercise(_ bytes: [UInt8], version: PythonVersion) throws {
        let raw = Result { try tables(bytes, bytes, bytes, firstLine: 1, version: version) }
        let document = try MarshalDocument(decoding: bytes, version: version)
        #expect(try document.root.encoded() == bytes)
        for marshalled in document.allCode {
            let code = try document.codeObject(marshalled)
            try tables(
                code.code, code.lineTable, code.exceptionTable ?? [], firstLine: Int(code.firstLine),
                version: version)
            try walk(code, version: version)
        }
        try raw.get()
    }

    private func walk(_ code: CodeObject<MarshalValue>, version: PythonVersion) throws {
        let handlers = try code.exceptionTable.map { bytes in try ExceptionTable(decoding: bytes) }
        for isGenerator in [false, true] {
            let flow = try FlowAnalysis(
                try Instructions(decoding: code.code, version: version),
                handlers: handlers ?? ExceptionTable(),
                isGenerator: isGenerator)
            for index in flow.instructions.indices { _ = flow.states(at: index) }
        }
    }

    private func tables(
        _ code: [UInt8], _ lineTable: [UInt8], _ exceptionTable: [UInt8], firstLine: Int,
        version: PythonVersion
    ) throws {
        let facts = version.facts
        let lines = Result {
            for format in [facts.lineTable, .lnotab, .ranges, .locations] {
                let table = try LineTable(
                    decoding: lineTable, format: format, firstLine: firstLine, codeLength: code.count)
                _ = table.line(at: 7)
                _ = try LineTable.line(
                    at: 7, in: lineTable, format: format, firstLine: firstLine, codeLength: code.count)
                _ = try table.encoded(format)
            }
        }
        let handlers = Result {
            let table = try ExceptionTable(decoding: exceptionTable)
            _ = table.entry(covering: 10)
            _ = try table.encoded()
        }
        let instructions = try Instructions(decoding: code, version: version)
        #expect(instructions.encoded() == code)
        for instruction in instructions {
            if let target = instruction.target(facts) { _ = instructions.index(at: target) }
        }
        try lines.get()
        try handlers.get()
    }
}

/// Code that needs no interpreter.
enum Samples {
    static func marshalled(_ version: PythonVersion) -> [UInt8] {
        let facts = version.facts
        let table = version.opcodes
        let code = [Mnemonic.loadConst, .extendedArg, .loadConst, .popTop, .returnValue].flatMap {
            mnemonic -> [UInt8] in
            let opcode = table.opcode(of: mnemonic) ?? 0
            let caches = Int(table[opcode]?.cacheUnits ?? 0)
            return [opcode, mnemonic == .popTop || mnemonic == .returnValue ? 0 : 1]
                + [UInt8](repeating: 0, count: 2 * caches)
        }
        let inner: [MarshalValue] = [
            .marked(.float(0x4000_0000_0000_0000)), .int(-5), .long(digits: [1, 2, 3], isNegative: true),
            .complex(real: 1, imaginary: 2), .bytes([1, 2]), .string([0xc3, 0xa4], .unicode), .reference(0),
            .frozenset([.none, .true, .false, .ellipsis]), .list([]),
            .dict([MarshalPair(key: .int(1), value: .set([]))]),
        ]
        let locals: [PythonString] = ["self", "other"]
        let value = CodeObject<MarshalValue>(
            argumentCount: 2, positionalOnlyCount: 0, keywordOnlyCount: 0, stackSize: 3, flags: [.optimized],
            code: code, constants: [.tuple(inner), .tuple([], isSmall: false)], names: ["print", "ä"],
            variables: facts.hasLocalsPlus
                ? .merged(names: locals, kinds: [.local, [.local, .cell]])
                : .separate(locals: locals, cells: ["other"], free: []),
            fileName: "a.py", name: "f", qualifiedName: facts.codeHasQualifiedName ? "C.f" : nil,
            firstLine: 7,
            lineTable: facts.lineTable == .locations ? [0xf1, 0x02, 0x82, 0x10] : [0, 1, 4, 2, 6, 0xff],
            exceptionTable: facts.hasExceptionTable ? [0x81, 2, 4, 3] : nil)
        return (try? MarshalValue.code(MarshalCode(value)).encoded()) ?? []
    }
}
