"""Knows how captured frames and generators become functions and objects that go on where they stood.

Must not know how they were captured or by which way they came; standard library only, every version.
"""

from __future__ import annotations

import sys
from functools import partial
from types import CodeType, FunctionType

from . import process

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Callable, Dict, Iterable, List, NoReturn, Optional, Sequence, Tuple

    #: (code, plan, segments, handled, closure, globals, locals, generator, completion), as `_engine.pyi` explains them.
    Record = Tuple[
        CodeType,
        Tuple[Any, ...],
        List[List[Any]],
        List[Tuple[BaseException, bool, Optional[Tuple[Any]]]],
        Tuple[Any, ...],
        Any,
        Any,
        Any,
        Any,
    ]

MARK = "pyteleport.morph"
#: Constants that stand for something that is only known here (`_engine.pyi`).
_MARKER, _SEGMENT, _NONE, _ADVANCE, _FAILED, _CATCHES = -1, -3, -4, -5, -6, -7
_CO_NOFREE = 0x40
#: CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR.
CO_GENERATORS = 0x2A0
_BODY_IS_MOVED = hasattr(CodeType, "co_exceptiontable")


def build(
    root: Tuple[Sequence[Record], Any, Dict[str, Any]],
    stand_ready: Callable[[Any], Any],
    give_up: Callable[[BaseException], NoReturn],
) -> Callable[[], Any]:
    """Make functions of the records of `root` (innermost first) that call each other; the innermost calls `stand_ready`.

    `root` holds the records, the value for the innermost frame, and what belongs to the process (`arrival.process`).

    Returns the outermost: calling it rebuilds all frames and then runs the program to its end. `stand_ready` is called
    with the root's value when they stand; what it returns is what the innermost frame waits for. `give_up` is called with an error
    that keeps them from standing: the program's own handlers must not see it.
    """
    records, value, held = root
    tracing = held.pop("tracing", None)
    # Of the records nothing may be kept: they hold the program's objects.
    names = [record[0].co_name for record in records if not is_hidden(record)]
    completions = sys.modules.get(__package__ + ".completions")  # there if one of the records has one
    if completions is not None:
        early = RuntimeError("a frame would go on before all stand: %s" % ", ".join(names))
        completions.begin(lambda: give_up(early))
    exceptions = _handled(one for record in records for one in record[3])

    # From 3.11 the body of a morph is the original's, moved back: where an exception was raised is found again.
    shifts = [record[1][6] for record in records if not is_hidden(record)]
    translate = (lambda live, offset: offset + shifts[live]) if _BODY_IS_MOVED else None

    def settle(frames: List[FrameType]) -> None:
        for handled in exceptions:
            handled.restore()
        tracebacks = sys.modules.get(__package__ + ".tracebacks")
        if tracebacks is not None:
            tracebacks.settle(frames, translate, [one.exception for one in exceptions if one.is_raised])
        live = sys.modules.get(__package__ + ".live")
        if live is not None:
            live.settle(frames)
        for handled in exceptions:
            handled.settle()
        exceptions.clear()
        process.take(held)
        held.clear()

    def ready() -> Any:
        frames = []
        frame = sys._getframe(1)
        for _ in names:
            frames.append(frame)
            if frame.f_back is None:
                break
            frame = frame.f_back
        if completions is not None:
            completions.begin(None)
        try:
            if [one.f_code.co_name for one in frames] != names:
                raise RuntimeError("the frames do not stand as they should: %s" % ", ".join(names))
            settle(frames)
        except BaseException as error:
            give_up(error)
        del frame
        given = stand_ready(value)
        if tracing is not None:
            from .live import trace

            trace(frames, tracing)
        del frames
        return given

    inner: Any = ready
    for record in records:
        inner = _enter(record, inner)
    return inner  # type: ignore[no-any-return]


def is_hidden(record: Record) -> bool:
    """Whether a frame is that of a generator expression which is no generator yet (3.15): none that follows `f_back` comes by it."""
    return record[7] is None and bool(record[0].co_flags & CO_GENERATORS)


def _enter(record: Record, inner: Optional[Callable[[], Any]]) -> Optional[Callable[[], Any]]:
    """A function that goes on with the frame of `record`, which calls `inner`; None for a generator's frame.

    A generator is entered by what drives it: the next outer frame executes its own instruction again.
    """
    plan, segments, generator, completion = record[1], record[2], record[7], record[8]
    if plan[9] >= 0:
        if completion is not None:
            inner = completion.enclosed(inner)
        segments[plan[9]].append(inner)
    return function(record) if generator is None else None


def function(record: Record) -> Callable[[], Any]:
    """A function without required arguments that rebuilds the frame of `record` and goes on."""
    original, plan, segments, _, closure, variables, namespace, _, completion = record
    code = morph(original, plan, segments, completion)
    if namespace is not None and not closure:
        return partial(eval, code, variables, namespace)
    made = FunctionType(code, variables, code.co_name, (None,) * code.co_argcount, closure or None)
    if code.co_kwonlyargcount:
        first = code.co_argcount
        made.__kwdefaults__ = dict.fromkeys(code.co_varnames[first : first + code.co_kwonlyargcount])
    return made if namespace is None else _in_namespace(made, namespace)


def _in_namespace(body: Callable[[], Any], namespace: Any) -> Callable[[], Any]:
    """A C callable that runs `body` with `namespace` as its locals: only the body of a class may have both these and free
    variables. It gives a slice, not what the body returns, which the namespace has as `__classcell__`."""
    metaclass: Any = partial(slice)
    metaclass.__prepare__ = {"": namespace}.get
    return partial(__build_class__, body, "", metaclass=metaclass)


def morph(original: CodeType, plan: Tuple[Any, ...], segments: List[List[Any]], completion: Any) -> CodeType:
    """The code that rebuilds a frame of `original` from `segments`, each of which is unpacked once and then let go."""
    (
        code,
        lines,
        handlers,
        stack_size,
        needs_name,
        constants,
        shift,
        instruction,
        suspension,
        _,
        inner_end,
        _,
    ) = plan
    waiting = iter(segments)
    extra: List[object] = []
    for constant in constants:
        if constant == _SEGMENT:
            extra.append(iter(next(waiting)))
        elif constant == _MARKER:
            extra.append((MARK, original, shift, instruction, suspension, completion, inner_end))
        elif constant == _ADVANCE:
            extra.append(completion.returned)
        elif constant == _FAILED:
            extra.append(completion.raised)
        elif constant == _CATCHES:
            extra.append(completion.catches)
        else:
            extra.append(None if constant == _NONE else constant)
    changes: Dict[str, Any] = {
        "co_code": code,
        "co_consts": original.co_consts + tuple(extra),
        "co_stacksize": stack_size,
    }
    if handlers is not None:
        changes["co_exceptiontable"] = handlers
    elif original.co_cellvars:
        # The cells come from outside: for the code they are free variables, which follow them in the same order.
        changes["co_freevars"] = original.co_cellvars + original.co_freevars
        changes["co_cellvars"] = ()
        changes["co_flags"] = original.co_flags & ~_CO_NOFREE
    changes["co_linetable" if hasattr(original, "co_linetable") else "co_lnotab"] = lines
    if needs_name:
        changes["co_names"] = original.co_names + ("__doc__",)
    return original.replace(**changes)


def mark_of(code: CodeType) -> Any:
    """What a morph says of itself: (`MARK`, original, bytes before the body, …); None for other code."""
    mark = code.co_consts[-1] if code.co_consts else None
    return mark if type(mark) is tuple and mark and mark[0] == MARK else None


class _Handled:
    """An exception that a frame handles. Rebuilding the handler raises it again, which changes what it says of itself."""

    __slots__ = ("exception", "context", "suppress", "traceback", "is_raised")

    def __init__(self, exception: BaseException, is_first_entry: bool, caught: Optional[Tuple[Any]]) -> None:
        self.exception = exception
        self.context = exception.__context__
        self.suppress = exception.__suppress_context__
        self.traceback = exception.__traceback__
        #: Whether raising it is all that its traceback needs.
        self.is_raised = is_first_entry and caught is None and not _BODY_IS_MOVED

    def restore(self) -> None:
        if not self.is_raised:
            self.exception.__traceback__ = self.traceback

    def settle(self) -> None:
        self.exception.__context__ = self.context
        self.exception.__suppress_context__ = self.suppress


def _handled(records: Iterable[Tuple[BaseException, bool, Optional[Tuple[Any]]]]) -> List[_Handled]:
    """The exceptions of handlers, innermost frame first, each with the traceback that it needs for being raised by the outermost."""
    records = list(records)
    found = [_Handled(*record) for record in records]
    times: Dict[int, int] = {}
    for one in found:
        times[id(one.exception)] = times.get(id(one.exception), 0) + 1
    for one, (exception, is_first_entry, caught) in zip(found, records):
        if times[id(exception)] > 1:
            one.is_raised = False
        if caught is not None:
            exception.__traceback__ = caught[0]
        elif is_first_entry:
            # Raising puts the frame that handles it in front again, this time the real one.
            exception.__traceback__ = one.traceback and one.traceback.tb_next
    return found


def shell(
    original: CodeType,
    plan: Tuple[Any, ...],
    segments: List[List[Any]],
    closure: Any,
    variables: Any,
    decides: Any = None,
) -> Any:
    """A generator that still lacks its state: `segments` are empty lists that `fill_shell` fills. `decides` is the class of its
    completion, which gets its state there too."""
    completion = None if decides is None else decides.__new__(decides)
    return function((original, plan, segments, [], closure, variables, None, None, completion))()


def fill_shell(generator: Any, state: Tuple[Any, ...]) -> None:
    """Give a generator its state and run it up to the yield where it was suspended; one that ran is run by the program."""
    segments, values, handled, name, qualified_name, decided, is_live = state
    for segment, content in zip(segments, values):
        segment[:] = content
    generator.__name__ = name
    generator.__qualname__ = qualified_name
    if decided is not None:
        completion_of(generator).__dict__.update(decided)
    if is_live:
        return
    exceptions = _handled(handled)
    _prime(generator)
    for exception in exceptions:
        exception.restore()
        exception.settle()


def completion_of(generator: Any) -> Any:
    """The completion of a generator that was made by `shell`."""
    for name in ("gi_code", "cr_code", "ag_code"):
        code = getattr(generator, name, None)
        if code is not None:
            return code.co_consts[-1][5]
    raise TypeError(generator)


def _prime(generator: Any) -> None:
    if not hasattr(generator, "asend"):
        generator.send(None)
        return
    step = generator.asend(None)
    try:
        step.send(None)
    except StopIteration:
        return
    steps[id(generator)] = step


def step(generator: Any, state: str, sent: Any = None) -> Any:
    """A step of an async generator that has not begun, is in its middle, or is over."""
    if state == "old" and id(generator) in steps:
        return steps.pop(id(generator))
    if state == "over":
        return _over_step()
    return generator.asend(sent)


def _nothing_of(code: CodeType) -> Any:
    """A generator of the same kind as those of `code`."""

    async def asynchronous() -> Any:
        return
        yield

    def plain() -> Any:
        return
        yield

    return asynchronous() if code.co_flags & 0x200 else plain()  # CO_ASYNC_GENERATOR


def _over_step() -> Any:
    """A step that is over; closing one of the generator itself would end that."""

    async def nothing() -> Any:
        return
        yield

    made = nothing().asend(None)
    try:
        made.send(None)
    except StopAsyncIteration:
        pass
    return made


#: The step that an async generator is in the middle of, by the generator's `id`.
steps: Dict[int, Any] = {}


def fresh(
    code: CodeType,
    variables: Any,
    closure: Any,
    arguments: Tuple[Any, ...],
    keywords: Dict[str, Any],
    names: Any,
) -> Any:
    """A generator that has not been started."""
    generator = FunctionType(code, variables, code.co_name, None, closure or None)(*arguments, **keywords)
    generator.__name__, generator.__qualname__ = names
    return generator


def entered(
    code: CodeType, plan: Tuple[Any, ...], segments: Tuple[Any, ...], closure: Any, variables: Any, names: Any
) -> Any:
    """A generator that has not been started, of a function that had done something before it made it."""
    generator: Any = function((code, plan, list(segments), [], closure, variables, None, None, None))()
    generator.__name__, generator.__qualname__ = names
    return generator


def over(code: CodeType, variables: Any, names: Any) -> Any:
    """A generator that has come to its end."""
    cells = tuple((lambda value: lambda: value)(None).__closure__[0] for _ in code.co_freevars)  # type: ignore[index]
    made = FunctionType(code, variables, code.co_name, (None,) * code.co_argcount, cells or None)
    if code.co_kwonlyargcount:
        first = code.co_argcount
        made.__kwdefaults__ = dict.fromkeys(code.co_varnames[first : first + code.co_kwonlyargcount])
    try:
        generator = made()
    except TypeError:  # one that takes hold of its first iterator when it is made
        generator = _nothing_of(code)
    if hasattr(generator, "aclose"):
        try:
            generator.aclose().send(None)
        except StopIteration:
            pass
    else:
        generator.close()
    generator.__name__, generator.__qualname__ = names
    return generator
