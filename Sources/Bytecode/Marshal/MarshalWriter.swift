// Values as bytes of `marshal`.
// This file knows the layout; it must not know what the values are for.

extension MarshalValue {
    /// The bytes that `marshal.loads` reads: for a value that was decoded, the same.
    ///
    /// Which releases can read them depends on the types in it (slices 3.14+, frozendict 3.15+, the fields of code).
    ///
    /// - Throws: where values are nested deeper than readers go, or a form cannot hold its value.
    package func encoded() throws(BytecodeError) -> [UInt8] {
        var writer = MarshalWriter()
        try writer.write(self, depth: 0)
        return writer.bytes
    }
}

private struct MarshalWriter {
    var bytes: [UInt8] = []

    mutating func write(_ value: MarshalValue, depth: Int, mark: UInt8 = 0) throws(BytecodeError) {
        guard depth < MarshalType.maximumDepth else { throw BytecodeError(.nestedTooDeep, at: bytes.count) }
        func head(_ type: UInt8) -> UInt8 { type | mark }
        switch value {
        case .null: throw BytecodeError(.unrepresentable, at: bytes.count)
        case .none: bytes.append(head(MarshalType.none))
        case .true: bytes.append(head(MarshalType.true))
        case .false: bytes.append(head(MarshalType.false))
        case .ellipsis: bytes.append(head(MarshalType.ellipsis))
        case .stopIteration: bytes.append(head(MarshalType.stopIteration))
        case .int(let value):
            bytes.append(head(MarshalType.int))
            bytes.appendInt32(value)
        case .long(let digits, let isNegative):
            bytes.append(head(MarshalType.long))
            let count = try size(digits.count)
            bytes.appendInt32(isNegative ? -count : count)
            for digit in digits { bytes.appendUInt16(digit) }
        case .float(let bits):
            bytes.append(head(MarshalType.float))
            bytes.appendUInt64(bits)
        case .complex(let real, let imaginary):
            bytes.append(head(MarshalType.complex))
            bytes.appendUInt64(real)
            bytes.appendUInt64(imaginary)
        case .bytes(let content):
            bytes.append(head(MarshalType.bytes))
            bytes.appendInt32(try size(content.count))
            bytes += content
        case .string(let utf8, let form):
            bytes.append(head(form.rawValue))
            if form.isShort { try smallSize(utf8.count) } else { bytes.appendInt32(try size(utf8.count)) }
            bytes += utf8
        case .tuple(let items, isSmall: true):
            bytes.append(head(MarshalType.smallTuple))
            try smallSize(items.count)
            for item in items { try write(item, depth: depth + 1) }
        case .tuple(let items, isSmall: false): try sequence(head(MarshalType.tuple), items, depth: depth)
        case .list(let items): try sequence(head(MarshalType.list), items, depth: depth)
        case .set(let items): try sequence(head(MarshalType.set), items, depth: depth)
        case .frozenset(let items): try sequence(head(MarshalType.frozenset), items, depth: depth)
        case .dict(let pairs): try mapping(head(MarshalType.dict), pairs, depth: depth)
        case .frozendict(let pairs): try mapping(head(MarshalType.frozendict), pairs, depth: depth)
        case .slice(let start, let stop, let step):
            bytes.append(head(MarshalType.slice))
            for item in [start, stop, step] { try write(item, depth: depth + 1) }
        case .code(let code):
            bytes.append(head(MarshalType.code))
            try write(code, depth: depth)
        case .reference(let index):
            guard mark == 0 else { throw BytecodeError(.unrepresentable, at: bytes.count) }
            bytes.append(MarshalType.reference)
            bytes.appendInt32(try size(index))
        case .marked(let value):
            guard mark == 0 else { throw BytecodeError(.unrepresentable, at: bytes.count) }
            try write(value, depth: depth, mark: MarshalType.mark)
        }
    }

    private func size(_ count: Int) throws(BytecodeError) -> Int32 {
        guard let size = Int32(exactly: count) else { throw BytecodeError(.unrepresentable, at: bytes.count) }
        return size
    }

    private mutating func smallSize(_ count: Int) throws(BytecodeError) {
        guard let size = UInt8(exactly: count) else { throw BytecodeError(.unrepresentable, at: bytes.count) }
        bytes.append(size)
    }

    private mutating func sequence(_ head: UInt8, _ items: [MarshalValue], depth: Int) throws(BytecodeError) {
        bytes.append(head)
        bytes.appendInt32(try size(items.count))
        for item in items { try write(item, depth: depth + 1) }
    }

    private mutating func mapping(_ head: UInt8, _ pairs: [MarshalPair], depth: Int) throws(BytecodeError) {
        bytes.append(head)
        for pair in pairs {
            try write(pair.key, depth: depth + 1)
            try write(pair.value, depth: depth + 1)
        }
        bytes.append(MarshalType.null)
    }

    private mutating func write(_ code: MarshalCode, depth: Int) throws(BytecodeError) {
        bytes.appendInt32(code.argumentCount)
        bytes.appendInt32(code.positionalOnlyCount)
        bytes.appendInt32(code.keywordOnlyCount)
        if case .separate(let localCount, _, _, _) = code.variables { bytes.appendInt32(localCount) }
        bytes.appendInt32(code.stackSize)
        bytes.appendInt32(code.flags)
        var fields = [code.code, code.constants, code.names]
        var last = [code.lineTable]
        switch code.variables {
        case .separate(_, let locals, let free, let cells):
            fields += [locals, free, cells, code.fileName, code.name]
        case .merged(let names, let kinds, let qualifiedName, let exceptionTable):
            fields += [names, kinds, code.fileName, code.name, qualifiedName]
            last.append(exceptionTable)
        }
        for field in fields { try write(field, depth: depth + 1) }
        bytes.appendInt32(code.firstLine)
        for field in last { try write(field, depth: depth + 1) }
    }
}
