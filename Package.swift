// swift-tools-version: 6.2
import PackageDescription

// The layers, bottom up. Everything below `Extension` has no external dependency, so that the shared object and the
// far side need none.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

// Every line of `Extension` handles the C API's pointers: marking each would mark nothing. It keeps the other settings,
// and no other target may touch a Python object.
let boundary: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "pyteleport",
    products: [
        .library(name: "_engine", type: .dynamic, targets: ["Extension"]),
        .executable(name: "pyteleport", targets: ["CLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "Model", swiftSettings: strict),
        .target(name: "Bytecode", dependencies: ["Model"], swiftSettings: strict),
        .target(name: "Morph", dependencies: ["Bytecode"], swiftSettings: strict),
        .target(name: "Memory", dependencies: ["Model"], swiftSettings: strict),
        .target(name: "CPython", dependencies: ["Memory"], swiftSettings: strict),
        .target(name: "Snapshot", dependencies: ["Model"], swiftSettings: strict),
        .target(name: "Link", dependencies: ["Snapshot"], swiftSettings: strict),
        .target(name: "Transport", dependencies: ["Link"], swiftSettings: strict),
        .target(name: "Engine", dependencies: ["Morph", "CPython"], swiftSettings: strict),
        .target(name: "CPythonABI"),
        .target(name: "Extension", dependencies: ["Engine", "CPythonABI"], swiftSettings: boundary),
        .target(
            name: "CLICommands",
            dependencies: [
                "Transport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .executableTarget(name: "CLI", dependencies: ["CLICommands"], swiftSettings: strict),
        .testTarget(name: "BytecodeTests", dependencies: ["Bytecode"], swiftSettings: strict),
        .testTarget(name: "MorphTests", dependencies: ["Morph"], swiftSettings: strict),
        .testTarget(name: "CPythonTests", dependencies: ["CPython"], swiftSettings: strict),
        .testTarget(name: "LinkTests", dependencies: ["Link"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
