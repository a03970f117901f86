// The use-case: the frames of this thread, or of a suspended generator, as states that morphs are made for.
// This file knows what belongs to a frame's state and when it can't be moved; it must not know Python objects' insides.

import Bytecode
import CPython
import Memory
import Model
import Morph

/// Captures frames of the running interpreter.
///
/// It only reads.
package final class Capture<Source: Interpreter> {
    let interpreter: Source
    let reader: FrameReader<LocalMemory>
    let facts: StackFacts
    private let exitInitCheck: UInt8?
    var cache: CodeCache<Source>

    package init(interpreter: Source, version: PythonVersion) {
        self.interpreter = interpreter
        reader = FrameReader(memory: LocalMemory(), layout: .of(version))
        facts = .facts(for: version)
        exitInitCheck = OpcodeTable.table(for: version).opcode(of: .exitInitCheck)
        cache = CodeCache(interpreter: interpreter, version: version)
    }

    /// The frames from the frame object `first` out to `last`, innermost first.
    ///
    /// - Parameters:
    ///   - thread: The address of the `PyThreadState` that runs them.
    ///   - first: The innermost frame object.
    ///   - last: The outermost.
    /// - Returns: The frames, innermost first.
    /// - Throws: `Refusal` for the first frame that can't be moved.
    package func frames(ofThread thread: UInt64, from first: UInt64, to last: UInt64) throws(Refusal)
        -> [CapturedFrame]
    {
        do {
            return try walk(thread, first, last)
        } catch let error as MemoryError {
            throw Refusal(.unknownState("\(error.reason) at \(error.address)"))
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(.unknownState("\(error)"))
        }
    }

    private func walk(_ thread: UInt64, _ first: UInt64, _ last: UInt64) throws -> [CapturedFrame] {
        var captured: [CapturedFrame] = []
        var address = try reader.currentFrame(ofThread: thread)
        var item = try reader.exceptionItem(at: try reader.exceptionItemAddress(ofThread: thread))
        var seen = item.value
        var inner: Frame?
        while address != 0 {
            if try reader.isShim(address) {
                address = try reader.frame(at: address).previous
                continue
            }
            let frame = try reader.frame(at: address)
            if !captured.isEmpty, let exitInitCheck, try reader.instructionByte(of: frame) == exitInitCheck {
                // From 3.13 the loop puts a frame of its own between a class call and `__init__`
                // (`_Py_InitCleanup`, Python/specialize.c). Its code object is not complete: don't touch it.
                throw Refusal(depth: captured.count, .instantiation)
            }
            if !captured.isEmpty || frame.object == first {
                guard let inner else { throw Refusal(.unknownState("the frame waits for nothing")) }
                do {
                    captured.append(try self.frame(frame, waitingFor: inner, seen: &seen))
                } catch var refusal as Refusal {
                    refusal.depth = captured.count
                    throw refusal
                }
                if frame.object == last { return captured }
            }
            if frame.isGenerator {
                item = try reader.exceptionItem(at: item.previous)
                seen = item.value
            }
            inner = frame
            address = frame.previous
        }
        throw Refusal(depth: captured.count, .unknownState("the outermost frame was not found"))
    }

    /// A frame that waits for `inner`.
    ///
    /// `seen` is the exception it sees as handled, and becomes that of the next outer one.
    private func frame(_ frame: Frame, waitingFor inner: Frame, seen: inout UInt64) throws -> CapturedFrame {
        guard !frame.isGenerator else { throw Refusal(.runningGenerator) }
        let running = try cache.code(at: frame.code, slotCount: frame.localsCount)
        let flow = running.known.code.flow
        guard var index = running.instruction(at: frame.offset) else {
            throw Refusal(.unknownState("instruction offset \(frame.offset) is outside of the code"))
        }
        if flow.instructions[index].mnemonic == .precall { index += 1 }
        let pending = flow.instructions[index]
        guard let call = CallSite(pending, facts: facts) else {
            throw Refusal(.instruction(pending.mnemonic.name))
        }
        let state = try StateReader(capture: self, frame: frame, running: running)
            .state(index: index, depthBelow: call.operands, seen: &seen)
        // A frame in its preamble waits for the inner frame by construction, at any depth of operands.
        let waitsInPreamble = running.relocation.map { frame.offset < $0.shift } ?? false
        try checkDirect(
            frame, inner, call, base: state.depth, before: state.before, waitsInPreamble: waitsInPreamble)
        return try state.finish(.call)
    }

    /// Makes sure that nothing but the call itself lies between the two frames.
    private func checkDirect(
        _ frame: Frame, _ inner: Frame, _ call: CallSite, base: Int, before: Int, waitsInPreamble: Bool
    ) throws {
        if inner.enteredFromC == false { return }
        // A signal handler may run when the call has just ended, with what it gave where the callable was.
        for index in 0..<min(3, inner.localsCount) where frame.object != 0 {
            if reader.untagged(try reader.localWord(index, of: inner)) == frame.object {
                throw Refusal(.native("a signal handler"))
            }
        }
        // C code between, or a version that does not tell: the callable decides. A call whose callee the loop entered by
        // itself has taken its operands off the stack, and the slots may name objects that are gone.
        if !waitsInPreamble, let depth = try reader.publishedDepth(of: frame), depth < before {
            throw Refusal(.native("a destructor or callback"))
        }
        let site = waitsInPreamble ? CallSite.ofPreamble(facts) : call
        let bottom = try reader.stackWord(base, of: frame)
        let callable = reader.untagged(
            site.skipsNull && reader.untagged(bottom) == 0
                ? try reader.stackWord(base + 1, of: frame)
                : try reader.stackWord(base + site.callable, of: frame))
        guard callable != 0 else { throw Refusal(.unknownState("a call without a callable")) }
        if interpreter.codeCalled(by: callable) == inner.code { return }
        if interpreter.callMethod(of: callable, hasCode: inner.code) { return }
        // A bound method that is called puts its object into the callable's slot for the time of the call
        // (`method_vectorcall`, Objects/classobject.c); from 3.11 the loop takes bound methods apart before.
        if !facts.callsTakeMethodsApart, interpreter.hasMethod(callable, code: inner.code) { return }
        throw Refusal(.native(interpreter.name(of: callable)))
    }
}

/// Where a call instruction has its callable, and how much it takes.
struct CallSite {
    /// Items that the instruction pops.
    var operands: Int
    /// Slot of the callable above the base.
    var callable: Int
    /// The callable lies one higher when the base slot is NULL.
    var skipsNull: Bool

    /// nil for instructions that are not calls.
    init?(_ instruction: Instruction, facts: StackFacts) {
        switch instruction.mnemonic {
        case .callFunction, .callFunctionKw, .callKw:
            (callable, skipsNull) = (0, false)
        case .callMethod: (callable, skipsNull) = (0, true)
        case .call: (callable, skipsNull) = (0, facts.nullPrecedesCallable)
        case .callFunctionEx: (callable, skipsNull) = (0, facts.nullPrecedesCallable)
        default: return nil
        }
        operands = 1 - facts.effect(instruction.mnemonic, Int(instruction.argument))
    }

    private init(operands: Int, callable: Int, skipsNull: Bool) {
        self.operands = operands
        self.callable = callable
        self.skipsNull = skipsNull
    }

    /// The call that preambles make.
    static func ofPreamble(_ facts: StackFacts) -> CallSite {
        CallSite(operands: 1, callable: 0, skipsNull: facts.nullPrecedesCallable)
    }
}

extension Capture {
    /// What the program has registered with `atexit`; nil where the version does not keep it in reach.
    package func exitCallbacks(ofThread thread: UInt64) throws(Refusal) -> [ExitCallback]? {
        do {
            return try reader.exitCallbacks(ofThread: thread)
        } catch {
            throw Refusal(depth: -1, .unknownState(error.reason))
        }
    }
}
