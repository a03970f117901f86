"""Knows how the running program becomes a snapshot: frames from the engine, and with them all that they reach.

Must not know how a snapshot travels.
"""

from __future__ import annotations

import gc
import sys
from itertools import chain
from types import FunctionType

from . import _hashes, _native, _process, errors, reducers
from .arrival.frames import CO_GENERATORS, is_hidden

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any, Dict, Iterator, List, NoReturn, Tuple

__all__ = ["Snapshot", "capture"]

MAGIC = b"PYTELEPORT\x01"

_CO_OPTIMIZED = 1

#: Places in a frame's record (`_engine.pyi`).
_SEGMENTS, _GLOBALS, _NAMESPACE, _GENERATOR = 2, 5, 6, 7
#: In its plan: which locals come first in the first segment.
_LOCALS = 11

#: Modules whose frames only start a program: what lies below its `__main__` is not part of it.
_LAUNCHERS = (
    "runpy",
    "code",
    "codeop",
    "_pyrepl.main",
    "_pyrepl.simple_interact",
    "_pyrepl.console",
    "_pyrepl.__main__",
    "pyteleport.arrival.start",
)


class Snapshot:
    """A program that has been written down.

    `manifest` says what is in it, `chunks` are the bytes of its contents in order (large buffers are the program's own, so
    it must not go on before they are written), `nbytes` is their total size.
    """

    def __init__(self, manifest: Dict[str, Any], buffers: List[Any], pickled: List[Any]) -> None:
        self.manifest = manifest
        self.chunks = buffers + pickled
        self.nbytes = sum(map(len, self.chunks))

    def with_files(self, are_here: bool) -> Dict[str, Any]:
        """The manifest with the files of the packages that travel, but for those that are `here`, at the same place, over there."""
        if all(entry["path"] is None for entry in self.manifest["modules"]):
            return self.manifest
        from . import _resources

        return {**self.manifest, "files": _resources.files(self.manifest, are_here)}

    def head(self) -> bytes:
        """What stands before the contents where a snapshot is kept: the manifest, to be read without executing anything."""
        import json

        text = json.dumps(self.manifest, separators=(",", ":")).encode()
        return MAGIC + len(text).to_bytes(4, "little") + text


def capture(frame: FrameType, value: object = None, interrupted: bool = False) -> Snapshot:
    """Write down the program as it waits in `frame`.

    Args:
        frame: the innermost frame that moves. What runs inside of it does not.
        value: what the call gives, that the frame waits for, when the program goes on.
        interrupted: the frame waits for nothing: it stands before an instruction, stopped by a trace function.

    Raises:
        NativeFrameError: a frame can't be moved from where it stands.
        UnsupportedObjectError: something that the program holds can't be moved.
    """
    global _is_capturing
    if _is_capturing:
        raise errors.CaptureError(
            "a hop is being prepared, and looking at an object of the program has begun another one.",
            "do not hop from methods that are called when an object is looked at or pickled",
            "nested",
        )
    _is_capturing = True
    # No finalizer of the program's may run, and change what is being written down, because our own objects made it time.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _write_down(frame, value, interrupted, collects)
    finally:
        _is_capturing = False
        if collects:
            gc.enable()


_is_capturing = False


def _write_down(frame: FrameType, value: object, interrupted: bool, collects: bool) -> Snapshot:
    engine = _native.engine()
    _check_threads()
    last = _outermost(frame)
    loaded = sys.modules.get(__package__ + ".bridges")
    if loaded is not None:
        loaded.begin()
    try:
        records = engine.capture(frame, last, _bridge, _handler_codes, interrupted)
    except engine.Refusal as refusal:
        _refuse(frame, *refusal.args)
    frames = [frame]
    while frames[-1] is not last:
        frames.append(frames[-1].f_back)  # type: ignore[arg-type]
    owners = _owners(records)
    live = {}
    whole = [record for record in records if not is_hidden(record)]
    for index, record in enumerate(records):
        if record[_GENERATOR] is not None:
            # The generator's object and the frame's record are two views of one state, which lies with the object.
            empty: List[List[Any]] = [[] for _ in record[_SEGMENTS]]
            live[id(record[_GENERATOR])] = (record, empty)
            records[index] = record[:_SEGMENTS] + (empty,) + record[_SEGMENTS + 1 :]
    held = _process.held(collects)
    tracing = _tracing(frames)
    if tracing:
        held["tracing"] = tracing
    tables = held.pop("shared", []) + _tables_of(frames)
    if tables:
        held["tables"] = [(home, name, type(table)(table)) for home, name, table in tables]
    dumped = reducers.dump(
        (records, value, held),
        reducers.Live(
            frames={id(one): index for index, one in enumerate(frames)},
            generators=live,
            receivers=frozenset(map(id, _first_arguments(whole))),
            owners=owners,
            tables=tables,
            spaces=_spaces(whole),
            has_more_open=held.pop("open", False),
        ),
        describe=lambda: _labels(frames, whole),
    )
    manifest = {
        "python": "%d.%d" % sys.version_info[:2],
        "hexversion": sys.hexversion,
        "buffers": [len(buffer) for buffer in dumped.buffers],
        "pickle": sum(map(len, dumped.chunks)),
        "modules": dumped.modules,
        "needs": dumped.needs,
        "hash": _hashes.mark(),
        "ordered": dumped.is_ordered,
        "descriptors": dumped.descriptors,
        "frames": [
            {"file": one.f_code.co_filename, "line": one.f_lineno, "function": one.f_code.co_name}
            for one in reversed(frames)
        ],
        "process": _process.description(),
    }
    return Snapshot(manifest, dumped.buffers, dumped.chunks)


def _check_threads() -> None:
    if len(sys._current_frames()) == 1:  # not kept: this frame is among them
        return
    import threading

    names = sorted(thread.name for thread in threading.enumerate() if thread.ident != threading.get_ident())
    raise errors.CaptureError(
        "the program has other threads, which can't be moved: %s."
        % (", ".join(names) or "started by a C library"),
        "join them before the hop",
        "threads",
    )


def _bridge(facts: Tuple[Any, ...]) -> Tuple[Any, ...]:
    """Ask the table of bridges, which a stack of plain calls does not need."""
    from . import bridges

    return bridges.answer(facts)


def _first_arguments(records: List[Any]) -> Iterator[Any]:
    """What the functions were given first that run: of a method the object. And what a `__new__` is making."""
    for record in records:
        places = record[1][_LOCALS]
        if record[0].co_name == "__new__" and record[_SEGMENTS]:
            yield from record[_SEGMENTS][0][: len(places)]
        elif record[0].co_argcount and 0 in places and record[_SEGMENTS]:
            yield record[_SEGMENTS][0][places.index(0)]


def _tracing(frames: List[FrameType]) -> Any:
    """How the program is traced; None, as nearly always, if it is not."""
    if sys.gettrace() is None and sys.getprofile() is None and all(one.f_trace is None for one in frames):
        return None
    from .reducers import running

    between = sys.modules.get(__package__ + ".bridges.between")
    return running.tracing(frames, between is not None and between.is_tracing)


def _tables_of(frames: List[FrameType]) -> List[Any]:
    for one in frames:
        if one.f_globals.get("__name__") != "__main__":
            from . import _tables

            return _tables.find(frames)
    return []


def _owners(records: List[Any]) -> List[Any]:
    for record in records:
        for segment in record[_SEGMENTS]:
            if dict in map(type, segment):
                from .reducers import variables

                return variables.find(one[_SEGMENTS] for one in records)
    return []


def _spaces(records: List[Any]) -> List[Any]:
    """Dicts that are those of modules, by what is in them, which frames run in or hold."""
    found = {}
    for record in records:
        for value in (record[_GLOBALS], record[_NAMESPACE], *chain.from_iterable(record[_SEGMENTS])):
            if type(value) is dict and "__spec__" in value:
                found[id(value)] = value
    return list(found.values())


def _handler_codes() -> Tuple[Any, ...]:
    """The code of each function that is called on a signal."""
    import _signal  # type: ignore[import-not-found]

    found = []
    for number in range(1, _signal.NSIG):
        try:
            handler = _signal.getsignal(number)
        except ValueError:
            continue
        function = getattr(handler, "__func__", handler)
        if type(function) is FunctionType:
            found.append(function.__code__)
    return tuple(found)


def _outermost(frame: FrameType) -> FrameType:
    """The frame that the program began with: what started it stays."""
    found = frame
    while found.f_back is not None and not (_is_main(found) and _are_launchers(found.f_back)):
        found = found.f_back
    if not _is_main(found):
        if found.f_code.co_flags & CO_GENERATORS:
            # 3.9, while an exception is thrown through it: nothing leads to what drives it.
            _refuse(found, 0, "generator", "")
        raise errors.CaptureError(
            "the program's main module is not running (any more): this is called from %s." % _place(found),
            "hop before the program ends, and not from exit callbacks or hooks of the interpreter",
            "no-main",
        )
    return found


def _is_main(frame: FrameType) -> bool:
    # Not by its being `sys.modules["__main__"]`: that may be another for a while, which `runpy` runs.
    return frame.f_globals.get("__name__") == "__main__" and frame.f_code.co_name == "<module>"


def _are_launchers(frame: FrameType) -> bool:
    below = frame
    while True:
        if below.f_globals.get("__name__") not in _LAUNCHERS and not _is_repl(below):
            return False
        if below.f_back is None:
            return True
        below = below.f_back


def _is_repl(frame: FrameType) -> bool:
    # From 3.13 `python` on a terminal runs the session in Python code of its own, whose `__main__` is the session's.
    return frame.f_code.co_filename.startswith("<frozen") or "_pyrepl" in frame.f_code.co_filename


def _labels(frames: List[FrameType], records: List[Any]) -> List[Tuple[str, object]]:
    """What the frames hold, each with how a message names it."""
    labels: List[Tuple[str, object]] = []
    for frame, record in zip(frames, records):
        is_function = frame.f_code.co_flags & _CO_OPTIMIZED
        kind = "local" if is_function or frame.f_locals is not frame.f_globals else "global"
        for name, value in _variables(record) if is_function else frame.f_locals.items():
            labels.append(("frame %s \u2192 %s %s" % (_place(frame), kind, name), value))
    return labels


def _variables(record: Any) -> Iterator[Tuple[str, Any]]:
    """A function's variables. Not by `f_locals`: up to 3.12 the frame keeps the dict that it makes, and all that is in it."""
    code, places = record[0], record[1][_LOCALS]
    names = [*code.co_varnames, *(name for name in code.co_cellvars if name not in code.co_varnames)]
    segments = record[_SEGMENTS]
    yield from zip((names[place] for place in places), segments[0] if segments else ())
    yield from zip(code.co_freevars, record[4][-len(code.co_freevars) :])


def _place(frame: FrameType) -> str:
    code = frame.f_code
    return "%s at %s:%d" % (getattr(code, "co_qualname", code.co_name), code.co_filename, frame.f_lineno or 0)


def _refuse(frame: FrameType, depth: int, reason: str, detail: str) -> NoReturn:
    found = frame
    for _ in range(max(depth, 0)):
        if found.f_back is None:
            break
        found = found.f_back
    message, hint = _REASONS["event" if detail.startswith(("the ", "an ", "a ")) else reason]
    error = errors.NativeFrameError(
        "can't move frame %s: %s." % (_place(found), message.format(_named(detail))),
        hint,
        reason if reason != "native" else "native-frame",
    )
    error.frame = found if depth >= 0 else None
    try:
        raise error from None
    finally:
        del error  # it refers to this frame, and through it to the program's: they would live until the collector finds them


def _named(detail: str) -> str:
    """What the user wrote, for an instruction's name; other details are names already."""
    if detail.startswith(("BINARY_", "INPLACE_", "UNARY_")) and detail not in _FAMILIES:
        return "an operator (%s)" % detail
    return _FAMILIES.get(detail, detail) or "a C function"


_OUTSIDE = (
    'hop outside of it: let it finish, keep its result, and call teleport afterwards; or say when="possible", and the hop'
    " happens as soon as it has returned"
)

_REASONS: Dict[str, Tuple[str, str]] = {
    "native": (
        "it waits for {}, which is not a plain Python function and runs Python code from within",
        _OUTSIDE,
    ),
    "event": ("it waits for {}, from which Python code runs", _OUTSIDE),  # "native" too, but no function
    "instruction": ("it waits for {}, which runs Python code from within an operation", _OUTSIDE),
    "generator": (
        "it belongs to a generator or coroutine that is running",
        "hop outside of the loop or call that drives the generator, or outside of the coroutine",
    ),
    "state": ("its state is not understood: {}", "please report this with the code of that function"),
}

#: Instructions by what the user wrote.
_FAMILIES: Dict[str, str] = {
    "FOR_ITER": "the next item of an iterator (`for`)",
    "GET_ITER": "`__iter__`",
    "SEND": "`await` or `yield from`",
    "YIELD_FROM": "`await` or `yield from`",
    "LOAD_ATTR": "an attribute (a property or `__getattr__`)",
    "LOAD_METHOD": "an attribute (a property or `__getattr__`)",
    "STORE_ATTR": "the assignment of an attribute",
    "DELETE_ATTR": "the deletion of an attribute",
    "BINARY_SUBSCR": "a subscript (`__getitem__`)",
    "STORE_SUBSCR": "an assignment to a subscript (`__setitem__`)",
    "DELETE_SUBSCR": "the deletion of a subscript (`__delitem__`)",
    "BINARY_OP": "an operator",
    "COMPARE_OP": "a comparison",
    "CONTAINS_OP": "`in`",
    "SETUP_WITH": "`__enter__` of a `with` statement",
    "BEFORE_WITH": "`__enter__` of a `with` statement",
    "WITH_EXCEPT_START": "`__exit__` of a `with` statement that an exception leaves",
    "WITH_CLEANUP_START": "`__exit__` of a `with` statement",
    "IMPORT_NAME": "an `import` statement",
    "TO_BOOL": "a truth value (`__bool__`)",
}
