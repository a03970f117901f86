"""Knows how a program is run so that it stops at its instructions and is written down there.

Must not know what becomes of a snapshot: a file and a message go to the sweep, which answers when the program may go on.
"""

from __future__ import annotations

import marshal
import mmap
import os
import sys
from types import FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any, Callable, Dict, List, Optional, Tuple

__all__ = ["COUNT_SLOTS", "main"]

#: What the sweep reads in the shared counters: all instructions, those that can be boundaries, whether tracing held to the end.
COUNT_SLOTS = ALL, ELIGIBLE, HELD = 0, 1, 2

#: What the interpreter itself puts into `__main__` up to 3.13, and up to 3.14.
_MAIN_HAS_ANNOTATIONS = sys.version_info < (3, 14)
_MAIN_HAS_CACHED = sys.version_info < (3, 15)

_HIGH = 200
_write, _read, _open, _close, _stat = os.write, os.read, os.open, os.close, os.fstat


def main(config: Dict[str, Any]) -> None:
    """Start the program that `config` names, traced. Called by the sweep's start text; never returns.

    Args:
        config: `program` (a path) or `module`, `arguments`; `control`, `answers`, `counters`: descriptors; `capture`: whether to;
            `snapshot`: the file to write to; `only`: patterns of files; `imports`: whether module bodies of others count;
            `places`: how often the same instruction counts, or 0; `every`, `share`, `shares`: which of them are boundaries;
            `number`: the only one, or 0.
    """
    from ..arrival.descriptors import numbers, ours
    from ..arrival.start import start_from_hook

    program = _load(config)
    stopper = _Stopper(config) if config["capture"] else None
    tracer = _tracer(config, stopper)
    ours.update(numbers())
    sys._getframe().f_trace_opcodes = True  # 3.12 gives no such events unless a frame wanted them before
    sys.settrace(_Tracer(tracer))
    start_from_hook([program], False)


class _Tracer:
    """The trace function as the program sees it, which may keep it (as doctest does): where it arrives, there is none."""

    def __init__(self, call: Callable[..., Any]) -> None:
        self.call = call

    def __call__(self, frame: FrameType, event: str, argument: object) -> Any:
        return self.call(frame, event, argument)

    def __reduce__(self) -> Any:
        return type(None), ()


def _load(config: Dict[str, Any]) -> Callable[..., object]:
    """The program's `__main__` as a function, with the module's variables as the interpreter itself sets them."""
    main = sys.modules["__main__"]
    namespace = main.__dict__
    namespace.clear()
    if config["module"]:
        import runpy

        if sys.path[0] == "":
            sys.path[0] = os.getcwd()
        _, spec, code = runpy._get_module_details(config["module"] + _package_main(config["module"]))  # type: ignore[attr-defined]
        values = {
            "__name__": "__main__",
            "__doc__": None,
            "__package__": spec.parent,
            "__loader__": spec.loader,
            "__spec__": spec,
        }
        if _MAIN_HAS_ANNOTATIONS:
            values["__annotations__"] = {}
        values.update(__builtins__=sys.modules["builtins"], __file__=spec.origin, __cached__=spec.cached)
        if not _MAIN_HAS_CACHED:
            del values["__cached__"]
        sys.argv[:] = [spec.origin, *config["arguments"]]
    else:
        from importlib.machinery import SourceFileLoader

        path = config["program"]
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        values = {
            "__name__": "__main__",
            "__doc__": None,
            "__package__": None,
            "__loader__": SourceFileLoader("__main__", path),
            "__spec__": None,
        }
        if _MAIN_HAS_ANNOTATIONS:
            values["__annotations__"] = {}
        values.update(__builtins__=sys.modules["builtins"], __file__=path)
        if _MAIN_HAS_CACHED:
            values["__cached__"] = None
        sys.path[0] = os.path.dirname(os.path.realpath(path))
        sys.argv[:] = [path, *config["arguments"]]
    namespace.update(values)
    return FunctionType(code, namespace)


def _package_main(name: str) -> str:
    from importlib.util import find_spec

    spec = find_spec(name)
    return ".__main__" if spec is not None and spec.submodule_search_locations is not None else ""


def _tracer(config: Dict[str, Any], stopper: Optional[_Stopper]) -> Callable[..., Any]:
    """The trace function. Its own names are cells: that is what is quickest to reach, and it is called for each instruction."""
    from ..arrival import start

    counters = memoryview(mmap.mmap(config["counters"], 4096)).cast("Q")
    _close(config["counters"])
    only, places = config["only"], config["places"]
    every, share, shares, wanted = config["every"], config["share"], config["shares"], config["number"]
    start_code = start.start_from_hook.__code__
    start_codes = [one for one in start_code.co_consts if hasattr(one, "co_code")]
    counted: Dict[str, bool] = {}
    visits: Dict[int, Tuple[CodeType, Dict[int, int]]] = {}
    imports: List[FrameType] = []
    number = eligible = 0
    ended = False

    def reached(frame: FrameType) -> None:
        nonlocal eligible
        if wanted:
            if number == wanted and stopper is not None:
                stopper.stop(frame, number)
            return
        if places:
            code = frame.f_code
            entry = visits.get(id(code))
            if entry is None:
                entry = visits[id(code)] = (code, {})
            seen = entry[1].get(frame.f_lasti, 0)
            entry[1][frame.f_lasti] = seen + 1
            if seen >= places:
                return
        eligible += 1
        counters[ELIGIBLE] = eligible
        if stopper is not None and eligible % every == 0 and (eligible // every) % shares == share:
            stopper.stop(frame, number)

    def each(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal number
        if event == "opcode" and not ended:
            number += 1
            counters[ALL] = number
            reached(frame)
        return each

    def until_import_ends(frame: FrameType, event: str, argument: object) -> Any:
        if event == "return" and imports and imports[0] is frame:
            imports.clear()
        return until_import_ends

    def until_program_ends(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal ended
        if event == "return":
            counters[HELD] = 1
            ended = True  # exit callbacks and the interpreter's own end are not the program's frames
        return until_program_ends

    def call(frame: FrameType, event: str, argument: object) -> Any:
        if imports or ended:
            return None
        code = frame.f_code
        file = code.co_filename
        counts = counted.get(file)
        if counts is None:
            counts = counted[file] = _counts(file, only)
        if code.co_name == "<module>" and not config["imports"] and _is_foreign_import(frame):
            imports.append(frame)
            frame.f_trace_lines = False
            return until_import_ends
        if not counts:
            if code in start_codes:
                frame.f_trace_lines = False
                return until_program_ends
            return None
        frame.f_trace = each
        frame.f_trace_lines = False
        frame.f_trace_opcodes = True
        return each

    def end_in_child() -> None:
        nonlocal ended
        ended = True
        if stopper is not None:
            stopper.close()

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=end_in_child)
    return call


def _counts(file: str, only: List[str]) -> bool:
    """Whether instructions of this file's code can be boundaries: not those of the import system's C-like core, nor ours."""
    if file.startswith("<frozen importlib") or file.startswith(_PACKAGE):
        return False
    if not only:
        return True
    from fnmatch import fnmatchcase

    return any(fnmatchcase(file, pattern) or fnmatchcase(os.path.basename(file), pattern) for pattern in only)


_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


def _is_foreign_import(frame: FrameType) -> bool:
    """Whether this is the body of a module that is being imported and that would not travel."""
    if frame.f_back is None or not frame.f_back.f_code.co_filename.startswith("<frozen importlib"):
        return False
    from ..reducers import modules

    name = frame.f_globals.get("__name__")
    module = sys.modules.get(name) if isinstance(name, str) else None
    return module is not None and modules.fate(module, str(name)) != modules.CARRIED


class _Stopper:
    """Writes the program down where it stands, and waits until the sweep has seen what becomes of it."""

    def __init__(self, config: Dict[str, Any]) -> None:
        import opcode

        from .. import _capture, errors

        self.capture: Any = _capture.capture
        self.errors = errors
        self.names = opcode.opname
        self.path = config["snapshot"]
        self.control, self.answers = (_moved(config[name]) for name in ("control", "answers"))

    def close(self) -> None:
        _close(self.control)
        _close(self.answers)

    def stop(self, frame: FrameType, number: int) -> None:
        """Report one boundary. Nothing that goes wrong here may reach the program."""
        report = self.report(frame, number)
        data = marshal.dumps(report)
        _write_all(self.control, len(data).to_bytes(4, "little") + data)
        if not _read(self.answers, 1):
            os._exit(70)

    def report(self, frame: FrameType, number: int) -> Dict[str, Any]:
        from .. import _process

        code = frame.f_code
        offset = frame.f_lasti
        report: Dict[str, Any] = {
            "number": number,
            "file": code.co_filename,
            "line": frame.f_lineno or 0,
            "function": getattr(code, "co_qualname", code.co_name),
            "offset": offset,
            "instruction": self.names[code.co_code[offset]] if offset >= 0 else "",
            "stdio": _process.streams(),
        }
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (AttributeError, ValueError):
                pass
        report["written"] = (_size(1), _size(2))
        try:
            snapshot = self.capture(frame, None, interrupted=True)
            descriptor = _open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            try:
                for chunk in snapshot.chunks:
                    _write_all(descriptor, chunk)
            finally:
                _close(descriptor)
            report["bytes"] = snapshot.nbytes
            report["manifest"] = snapshot.manifest
        except self.errors.CaptureError as error:
            report["refusal"] = (str(error.code), error.message)
        except BaseException as error:
            report["refusal"] = (
                "unexpected",
                "%s instead of a CaptureError: %s" % (type(error).__name__, error),
            )
        report["modules"] = _imported()
        return report


def _imported() -> List[str]:
    """Names of the modules that the far side imports by itself."""

    from ..reducers import modules

    return [
        name
        for name, module in list(sys.modules.items())
        if modules.is_module(module)
        and not name.startswith(("pyteleport", "cloudpickle"))
        and modules.fate(module, name) != modules.CARRIED
    ]


def _size(descriptor: int) -> int:
    try:
        return _stat(descriptor).st_size
    except OSError:
        return -1


def _write_all(descriptor: int, data: Any) -> None:
    view = memoryview(data).cast("B")
    while view:
        view = view[_write(descriptor, view) :]


def _moved(descriptor: int) -> int:
    """The descriptor out of the way: the program's own files get the numbers that they get without us."""
    from fcntl import F_DUPFD_CLOEXEC, fcntl

    moved = fcntl(descriptor, F_DUPFD_CLOEXEC, _HIGH)
    _close(descriptor)
    return moved
