// Bytes of `marshal` as values.
// This file knows the layout; it must not know what the values are for.

import Model

extension MarshalDocument {
    /// Reads one marshalled value that takes all the bytes.
    ///
    /// - Throws: where the bytes are not what a CPython of this release writes. References are checked.
    package init(decoding bytes: [UInt8], version: PythonVersion) throws(BytecodeError) {
        var reader = MarshalReader(bytes, version: version)
        let root = try reader.value(depth: 0)
        guard reader.isAtEnd else { throw BytecodeError(.trailingBytes, at: reader.offset) }
        self.init(root: root, marked: reader.marked, version: version)
    }
}

private struct MarshalReader {
    private var reader: ByteReader
    private let facts: VersionFacts
    var marked: [MarshalValue] = []

    init(_ bytes: [UInt8], version: PythonVersion) {
        reader = ByteReader(bytes)
        facts = version.facts
    }

    var isAtEnd: Bool { reader.isAtEnd }
    var offset: Int { reader.offset }

    mutating func value(depth: Int) throws(BytecodeError) -> MarshalValue {
        let place = reader.offset
        guard depth < MarshalType.maximumDepth else { throw BytecodeError(.nestedTooDeep, at: place) }
        let head = try reader.byte()
        let type = head & ~MarshalType.mark
        guard head & MarshalType.mark != 0 else { return try content(type, depth: depth, place: place) }
        guard type != MarshalType.reference, type != MarshalType.null else {
            throw BytecodeError(.unknownMarshalType(head), at: place)
        }
        let index = marked.count
        marked.append(.null)
        let value = try content(type, depth: depth, place: place)
        marked[index] = value
        return .marked(value)
    }

    private mutating func content(_ type: UInt8, depth: Int, place: Int) throws(BytecodeError) -> MarshalValue
    {
        switch type {
        case MarshalType.none: return .none
        case MarshalType.true: return .true
        case MarshalType.false: return .false
        case MarshalType.ellipsis: return .ellipsis
        case MarshalType.stopIteration: return .stopIteration
        case MarshalType.int: return .int(try reader.int32())
        case MarshalType.long: return try long(place: place)
        case MarshalType.float: return .float(try reader.uint64())
        case MarshalType.complex: return .complex(real: try reader.uint64(), imaginary: try reader.uint64())
        case MarshalType.bytes: return .bytes(try reader.bytes(try reader.count()))
        case MarshalType.smallTuple:
            return .tuple(try items(Int(try reader.byte()), depth: depth), isSmall: true)
        case MarshalType.tuple: return .tuple(try items(try reader.count(), depth: depth), isSmall: false)
        case MarshalType.list: return .list(try items(try reader.count(), depth: depth))
        case MarshalType.set: return .set(try items(try reader.count(), depth: depth))
        case MarshalType.frozenset: return .frozenset(try items(try reader.count(), depth: depth))
        case MarshalType.dict: return .dict(try pairs(depth: depth))
        case MarshalType.frozendict where facts.marshalVersion >= 6:
            return .frozendict(try pairs(depth: depth))
        case MarshalType.slice where facts.marshalVersion >= 5:
            return .slice(
                start: try item(depth: depth), stop: try item(depth: depth), step: try item(depth: depth))
        case MarshalType.code: return .code(try code(depth: depth))
        case MarshalType.reference:
            let index = Int(try reader.int32())
            guard marked.indices ~= index else { throw BytecodeError(.badReference, at: place) }
            return .reference(index)
        default:
            guard let form = MarshalStringForm(rawValue: type) else {
                throw BytecodeError(.unknownMarshalType(type), at: place)
            }
            let count = form.isShort ? Int(try reader.byte()) : try reader.count()
            return .string(try reader.bytes(count), form)
        }
    }

    private mutating func long(place: Int) throws(BytecodeError) -> MarshalValue {
        let size = Int(try reader.int32())
        let count = Int(size.magnitude)
        guard count <= reader.remaining / 2 else { throw BytecodeError(.truncated, at: place) }
        var digits: [UInt16] = []
        digits.reserveCapacity(count)
        for _ in 0..<count { digits.append(try reader.uint16()) }
        return .long(digits: digits, isNegative: size < 0)
    }

    /// A value that must be there.
    private mutating func item(depth: Int) throws(BytecodeError) -> MarshalValue {
        let place = reader.offset
        guard let value = try optionalItem(depth: depth) else {
            throw BytecodeError(.unknownMarshalType(MarshalType.null), at: place)
        }
        return value
    }

    /// A value, or nil for the null that ends a dict.
    private mutating func optionalItem(depth: Int) throws(BytecodeError) -> MarshalValue? {
        var ahead = reader
        if try ahead.byte() == MarshalType.null {
            reader = ahead
            return nil
        }
        return try value(depth: depth + 1)
    }

    private mutating func items(_ count: Int, depth: Int) throws(BytecodeError) -> [MarshalValue] {
        guard count <= reader.remaining else { throw BytecodeError(.truncated, at: reader.offset) }
        var items: [MarshalValue] = []
        for _ in 0..<count { items.append(try item(depth: depth)) }
        return items
    }

    private mutating func pairs(depth: Int) throws(BytecodeError) -> [MarshalPair] {
        var pairs: [MarshalPair] = []
        while let key = try optionalItem(depth: depth) {
            pairs.append(MarshalPair(key: key, value: try item(depth: depth)))
        }
        return pairs
    }

    private mutating func code(depth: Int) throws(BytecodeError) -> MarshalCode {
        let argumentCount = try reader.int32()
        let positionalOnlyCount = try reader.int32()
        let keywordOnlyCount = try reader.int32()
        let localCount = facts.hasLocalsPlus ? 0 : try reader.int32()
        let stackSize = try reader.int32()
        let flags = try reader.int32()
        let code = try item(depth: depth)
        let constants = try item(depth: depth)
        let names = try item(depth: depth)
        let first = try item(depth: depth)
        let second = try item(depth: depth)
        let third: MarshalValue = facts.hasLocalsPlus ? .none : try item(depth: depth)
        let fileName = try item(depth: depth)
        let name = try item(depth: depth)
        let qualifiedName: MarshalValue = facts.codeHasQualifiedName ? try item(depth: depth) : .none
        let firstLine = try reader.int32()
        let lineTable = try item(depth: depth)
        let variables: MarshalVariables =
            if facts.hasLocalsPlus {
                .merged(
                    names: first, kinds: second, qualifiedName: qualifiedName,
                    exceptionTable: try item(depth: depth))
            } else {
                .separate(localCount: localCount, locals: first, free: second, cells: third)
            }
        return MarshalCode(
            argumentCount: argumentCount, positionalOnlyCount: positionalOnlyCount,
            keywordOnlyCount: keywordOnlyCount, stackSize: stackSize, flags: flags, code: code,
            constants: constants, names: names, variables: variables, fileName: fileName, name: name,
            firstLine: firstLine, lineTable: lineTable)
    }
}
