// The layouts of all versions.
// Every number is an `offsetof` in that version's headers; tests/test_layouts.py compiles them again and compares.

import Model

extension Layout {
    /// The layout of `version` in a 64-bit Linux release build with the interpreter lock.
    package static func of(_ version: PythonVersion) -> Layout {
        switch version {
        case .v3_8: frameObjects(.v3_8)
        case .v3_9: frameObjects(.v3_9)
        case .v3_10: v3_10
        case .v3_11: v3_11
        case .v3_12: v3_12
        case .v3_13: v3_13
        case .v3_14: v3_14
        case .v3_15: v3_15
        }
    }

    private static func frameObjects(_ version: PythonVersion) -> Layout {
        Layout(
            version: version, currentFrame: .field(24), previous: 24, code: 32, globals: 48, locals: 56,
            instruction: .byteOffset(104), localsplus: 360, valueStack: 64, nlocalsplus: nil,
            publishedDepth: nil,
            frameObject: nil,
            owner: nil, entry: .none, loops: .none,
            blockStack: BlockStackLayout(count: 112, first: 120, stride: 12, countsUnits: false),
            frameGenerator: 96, slotsAreTagged: false, excInfo: 144, excItemValue: 8, excItemPrevious: 24,
            excItemTraceback: 16,
            generator: GeneratorLayout(frame: 16, embeddedFrame: nil, excState: 64, state: .running(24)),
            exitCallbacks: nil)
    }

    private static let v3_10 = Layout(
        version: .v3_10, currentFrame: .field(24), previous: 24, code: 32, globals: 48, locals: 56,
        instruction: .unitOffset(96), localsplus: 352, valueStack: 64, nlocalsplus: nil,
        publishedDepth: nil, frameObject: nil, owner: nil,
        entry: .none, loops: .cframes(thread: 48, cframePrevious: 8, cframeCurrent: nil),
        blockStack: BlockStackLayout(count: 104, first: 112, stride: 12, countsUnits: true),
        frameGenerator: 88, slotsAreTagged: false, excInfo: 144, excItemValue: 8, excItemPrevious: 24,
        excItemTraceback: 16,
        generator: GeneratorLayout(frame: 16, embeddedFrame: nil, excState: 56, state: .ofFrame(108)),
        exitCallbacks: ExitCallbacksLayout(interpreter: 16, array: 3488, count: 3496))

    private static let v3_11 = Layout(
        version: .v3_11, currentFrame: .throughCFrame(cframe: 56, current: 8), previous: 48, code: 32,
        globals: 8,
        locals: 24, instruction: .pointer(56, codeArray: 184), localsplus: 72, valueStack: nil,
        nlocalsplus: 76, publishedDepth: .count(64),
        frameObject: 40, owner: 69, entry: .flag(68),
        loops: .cframes(thread: 56, cframePrevious: 16, cframeCurrent: 8), blockStack: nil,
        frameGenerator: nil,
        slotsAreTagged: false,
        excInfo: 120, excItemValue: 0, excItemPrevious: 8, excItemTraceback: nil,
        generator: GeneratorLayout(
            frame: nil, embeddedFrame: 80, excState: 48,
            state: .ofGenerator(75, created: -2, suspended: -1...(-1), executing: 0)),
        exitCallbacks: ExitCallbacksLayout(interpreter: 16, array: 3536, count: 3544))

    private static let v3_12 = Layout(
        version: .v3_12, currentFrame: .throughCFrame(cframe: 56, current: 0), previous: 8, code: 0,
        globals: 24,
        locals: 40, instruction: .pointer(56, codeArray: 192), localsplus: 72, valueStack: nil,
        nlocalsplus: 72, publishedDepth: .count(64),
        frameObject: 48, owner: 70, entry: .shim(owner: 3), loops: .shims, blockStack: nil,
        frameGenerator: nil,
        slotsAreTagged: false, excInfo: 104, excItemValue: 0, excItemPrevious: 8, excItemTraceback: nil,
        generator: GeneratorLayout(
            frame: nil, embeddedFrame: 72, excState: 40,
            state: .ofGenerator(67, created: -2, suspended: -1...(-1), executing: 0)),
        exitCallbacks: ExitCallbacksLayout(interpreter: 16, array: 3944, count: 3952))

    private static let v3_13 = Layout(
        version: .v3_13, currentFrame: .field(72), previous: 8, code: 0, globals: 24, locals: 40,
        instruction: .pointer(56, codeArray: 200), localsplus: 72, valueStack: nil, nlocalsplus: 72,
        publishedDepth: .count(64), frameObject: 48,
        owner: 70, entry: .shim(owner: 3), loops: .shims, blockStack: nil, frameGenerator: nil,
        slotsAreTagged: false,
        excInfo: 120,
        excItemValue: 0, excItemPrevious: 8, excItemTraceback: nil,
        generator: GeneratorLayout(
            frame: nil, embeddedFrame: 72, excState: 40,
            state: .ofGenerator(67, created: -3, suspended: -2...(-1), executing: 0)),
        exitCallbacks: ExitCallbacksLayout(interpreter: 16, array: 10712, count: 10720))

    private static let v3_14 = Layout(
        version: .v3_14, currentFrame: .field(72), previous: 8, code: 0, globals: 24, locals: 40,
        instruction: .pointer(56, codeArray: 208), localsplus: 80, valueStack: nil, nlocalsplus: 72,
        publishedDepth: .pointer(64), frameObject: 48,
        owner: 74, entry: .shim(owner: 3), loops: .shims, blockStack: nil, frameGenerator: nil,
        slotsAreTagged: true,
        excInfo: 120,
        excItemValue: 0, excItemPrevious: 8, excItemTraceback: nil,
        generator: GeneratorLayout(
            frame: nil, embeddedFrame: 72, excState: 40,
            state: .ofGenerator(67, created: -3, suspended: -2...(-1), executing: 0)),
        exitCallbacks: nil)

    private static let v3_15 = Layout(
        version: .v3_15, currentFrame: .field(72), previous: 8, code: 0, globals: 24, locals: 40,
        instruction: .pointer(56, codeArray: 208), localsplus: 80, valueStack: nil, nlocalsplus: 72,
        publishedDepth: .pointer(64), frameObject: 48,
        owner: 74, entry: .shim(owner: 3), loops: .shims, blockStack: nil, frameGenerator: nil,
        slotsAreTagged: true,
        excInfo: 144,
        excItemValue: 0, excItemPrevious: 8, excItemTraceback: nil,
        generator: GeneratorLayout(
            frame: nil, embeddedFrame: 72, excState: 40,
            state: .ofGenerator(67, created: 0, suspended: 1...3, executing: 4)),
        exitCallbacks: nil)
}
