"""Knows what of a program lies in the process and not in its objects: arguments, signal handlers, exit callbacks, …

Must not know frames. What the far side does with it is `arrival.process`.
"""

from __future__ import annotations

import os
import sys

from . import _native, _patches, _read, _settings
from .arrival import descriptors
from .errors import CaptureError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

__all__ = ["description", "directory", "first_environment", "held", "streams"]


def description() -> Dict[str, Any]:
    """What can be said of the process in plain data, for the manifest."""
    global _last
    path = list(sys.path)
    if path != _last[0]:
        path = [entry for entry in path if isinstance(entry, str)]
        _last = path, _before_the_interpreters_own(path)
    return {
        "argv": list(sys.argv),
        "path": path,
        "first": _last[1],
        "cwd": directory(),
        "optimize": sys.flags.optimize,
        "recursion_limit": sys.getrecursionlimit(),
        "interactive": "ps1" in sys.__dict__,
    }


def streams() -> List[Any]:
    """How each of the interpreter's own standard streams is set: what its `reconfigure` takes, or the name of the method that has put an end
    to it; None where there is nothing to be set."""
    return [_setting(stream) for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__)]


def _setting(stream: Any) -> Any:
    if stream is None or not hasattr(stream, "reconfigure"):
        return None
    try:
        if stream.closed:
            return "close"
        is_written = stream.writable()
    except ValueError:
        return "detach"
    options = {"encoding": stream.encoding, "errors": stream.errors}
    if is_written:
        options.update(line_buffering=stream.line_buffering, write_through=stream.write_through)
    return options


def directory() -> Optional[str]:
    """The working directory, None if it is no more."""
    try:
        return os.getcwd()
    except OSError:
        return None


#: The search path that was described last, and how many of its entries go before the standard library.
_last: Tuple[List[str], int] = ([], 0)

_ARCHIVE = "python%d%d.zip" % sys.version_info[:2]


def _before_the_interpreters_own(path: List[str]) -> int:
    """How many entries of the search path go before the standard library."""
    library = os.__file__
    for place, entry in enumerate(path):
        if entry.endswith(_ARCHIVE) or entry == library[: len(entry)] == library.rpartition("/")[0]:
            return place
    return 0


def held(collects: bool) -> Dict[str, Any]:
    """The program's objects that the process holds for it. `collects`: whether the program has its garbage collected."""
    found: Dict[str, Any] = {}
    hooks = sys.modules.get("pyteleport.arrival.hooks")
    if hooks is not None and hooks.held() is not None:
        found["hooks"] = hooks.held()
    random = sys.modules.get("random")
    if random is not None:
        found["random"] = random.getstate()
    decimal = sys.modules.get("decimal")
    if decimal is not None:
        found["decimal"] = decimal.getcontext()
    handlers = _signal_handlers()
    if handlers:
        found["signals"] = handlers
    environment = _environment()
    if environment:
        found["environ"] = environment
    callbacks = _exit_callbacks()
    if callbacks:
        found["atexit"] = callbacks
    finalizers = _finalizers()
    if finalizers:
        found["finalizers"] = finalizers
    found.update(_patches.held())
    reductions = _patches.reductions()
    if reductions:
        found["copyreg"] = reductions
    settings = _settings.held(collects)
    if settings:
        found["settings"] = settings
    if _has_more_open():
        found["open"] = True
    umask = _umask()
    if umask is not None:
        found["umask"] = umask
    read = _read.below(directory())
    if read:
        found["read"] = read
    return found


def _finalizers() -> List[Any]:
    """What the program has asked to be called when objects of it end, of which only `weakref` itself may know."""
    weakref = sys.modules.get("weakref")
    registry: Any = weakref.finalize._registry if weakref is not None else {}
    return [one for one, information in list(registry.items()) if travels(information.func)]


def _has_more_open() -> bool:
    """Whether more is open than the standard streams and what is ours; looking opens one."""
    numbers = {int(number) for number in os.listdir("/proc/self/fd")}
    return len(numbers - descriptors.ours - {0, 1, 2}) > 1


def _umask() -> Optional[int]:
    """The mask for new files, unless it is the usual one."""
    mask = os.umask(0o077)
    os.umask(mask)
    return None if mask == 0o022 else mask


#: The environment that this process was started with, once it was asked for. It stays so: a fork has the same, and
#: the interpreter never writes there.
_began: Optional[Dict[bytes, bytes]] = None


def first_environment() -> Optional[Dict[bytes, bytes]]:
    global _began
    if _began is None:
        try:
            with open("/proc/self/environ", "rb", 0) as file:
                entries = file.read().split(b"\0")
        except OSError:
            return None
        pairs = (entry.partition(b"=") for entry in entries)
        _began = {name: value for name, equals, value in pairs if equals}
    return _began


def _environment() -> Dict[str, Any]:
    """What the program has changed in its environment: new values by name, None for what it has deleted."""
    environb = os.environb
    began = first_environment()
    now: Dict[bytes, bytes] = getattr(environb, "_data", None) or dict(environb)  # the same, without decoding
    if began is None or began == now:
        return {}
    changes: Dict[Any, Any] = {name: value for name, value in now.items() if began.get(name) != value}
    changes.update((name, None) for name in began if name not in now)
    return changes


def _signal_handlers() -> Dict[int, Any]:
    """What the program has set, by number. The interpreter's own handlers and what C code has set are not named."""
    import _signal  # type: ignore[import-not-found]

    usual = {_signal.SIGINT: _signal.default_int_handler, _signal.SIGPIPE: 1, _signal.SIGXFSZ: 1}
    handlers = {}
    for number in range(1, _signal.NSIG):
        try:
            handler = _signal.getsignal(number)
        except ValueError:
            continue
        if handler is not None and handler != usual.get(number, 0):
            handlers[number] = handler
    return handlers


def _exit_callbacks() -> List[Tuple[Any, Any, Any]]:
    """What the program has registered with `atexit`, in that order. Callbacks of modules that are imported over there are
    registered there by themselves."""
    import atexit

    probe = _Probe()
    atexit.unregister(probe)  # type: ignore[arg-type]
    if not any(map(travels, probe.met)):
        return []
    found = _native.engine().exit_callbacks()
    if found is None:
        found = _from_list(probe.met) or _from_module(probe.met)
    functions = [callback[0] for callback in found]
    if functions != probe.met:
        raise CaptureError(
            "what `atexit` holds can't be read.", "unregister the exit callbacks before the hop", "atexit"
        )
    return [(function, args or (), keywords or {}) for function, args, keywords in found if travels(function)]


class _Probe:
    """Compared with each registered function when it is unregistered, which it never is."""

    def __init__(self) -> None:
        self.met: List[Any] = []

    def __eq__(self, other: object) -> bool:
        self.met.append(other)
        return False

    __hash__ = None  # type: ignore[assignment]


def travels(function: Any) -> bool:
    from .reducers import modules

    home = sys.modules.get(getattr(function, "__module__", None) or "")
    owner = type(getattr(function, "__self__", None))
    if type(function) is type(len) and owner.__module__ not in sys.modules:
        return False  # an extension module registers its own when it is imported
    return home is None or home.__name__ == "builtins" or modules.fate(home, home.__name__) == modules.CARRIED


def is_programs(thing: Any) -> bool:
    """Whether a function or class, or the class of an instance, belongs to a module that travels."""
    from .reducers import modules

    name = getattr(thing, "__module__", None)
    home = sys.modules.get(name) if type(name) is str else None
    if home is None or thing is None:
        return False
    return home.__dict__.get("__name__") == name and modules.fate(home, name) == modules.CARRIED  # type: ignore[arg-type]


def _from_list(functions: List[Any]) -> List[Tuple[Any, Any, Any]]:
    """3.14+ (`Modules/atexitmodule.c`) has them in a list of tuples, the newest first."""
    import gc

    for entry in gc.get_referrers(functions[0]):
        if type(entry) is tuple and len(entry) == 3 and entry[0] is functions[0]:
            for holder in gc.get_referrers(entry):
                if type(holder) is not list or len(holder) != len(functions):
                    continue
                callbacks = [one for one in holder if type(one) is tuple and len(one) == 3]
                if [one[0] for one in callbacks] == functions[::-1]:
                    return callbacks[::-1]
    return []


def _from_module(functions: List[Any]) -> List[Tuple[Any, Any, Any]]:
    """3.8, 3.9: the module itself refers to function, arguments and keywords (where there are any) of each."""
    import atexit
    import gc

    callbacks: List[Tuple[Any, Any, Any]] = []
    coming = list(reversed(functions))
    for thing in gc.get_referents(atexit):
        if coming and thing is coming[-1] and (not callbacks or callbacks[-1][1] is not None):
            callbacks.append((coming.pop(), None, None))
        elif callbacks and type(thing) is tuple and callbacks[-1][1] is None:
            callbacks[-1] = (callbacks[-1][0], thing, None)
        elif callbacks and type(thing) is dict and thing is not vars(atexit):
            callbacks[-1] = callbacks[-1][:2] + (thing,)
    return callbacks
