// Knows the command's subcommands.
// Must not know how they work.

import ArgumentParser

/// The command `pyteleport`.
public struct Pyteleport: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "pyteleport",
        abstract: "Move running Python programs to other processes and machines.",
        version: "1.0.0.dev0",
        subcommands: [RelayCommand.self, InspectCommand.self])

    public init() {}
}
