// Knows the arguments with which a program that has left puts the relay in its place.
// Must not know the link.

import ArgumentParser
import Transport

struct RelayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay",
        abstract: "Stand in for a program that runs elsewhere (started by pyteleport itself).",
        shouldDisplay: false)

    @Option(help: "The descriptor on which the far side is heard.") var readFd: Int32
    @Option(help: "The descriptor on which the far side is told.") var writeFd: Int32
    @Option(help: "The process that carries the link.") var pid: Int32
    @Option(help: "Bytes of stdin that were sent before.") var sent: Int = 0
    @Flag(help: "The program has a terminal of its own.") var terminal = false

    func run() {
        var relay = Relay(read: readFd, write: writeFd, sent: sent, terminal: terminal)
        relay.run()
    }
}
