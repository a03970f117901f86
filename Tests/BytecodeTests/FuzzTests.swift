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
struct FuzzTests {
    static let environment = ProcessInfo.processInfo.environment
    static let count = environment["PYTELEPORT_FUZZ_COUNT"].flatMap { Int($0) } ?? 20_000
    static let seed = environment["PYTELEPORT_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

    @Test(arguments: StandardLibrary.versions)
    func damagedBytesNeverTrap(version: PythonVersion) throws {
        var generator = SeededGenerator(state: Self.seed &+ UInt64(version.rawValue) << 32)
        var samples = [Samples.marshalled(version)]
        if StandardLibrary.directory != nil {
            // Small ones, so that damage meets structure and not text.
            samples += try StandardLibrary.modules(version, step: 20).filter { $0.count < 6000 }
        }
        var refused = 0
        for _ in 0..<Self.count {
            guard let sample = samples.randomElement(using: &generator) else { return }
            let damaged = damage(sample, using: &generator)
            do { try exercise(damaged, version: version) } catch { refused += 1 }
        }
        #expect(refused > 0)
    }

    private func damage(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes.removeLast(bytes.count - place)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 2: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 3: bytes[place] = [0, 0x7f, 0x80, 0xff].randomElement(using: &generator) ?? 0
            default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
            }
        }
        return bytes
    }

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
        }
        try raw.get()
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
