"""Knows what a program has set in modules of the standard library that it does not hold itself: logging, warnings, locale, …

Must not import any of these: a program that has not done so has set nothing there. What the far side does is `arrival.settings`.
"""

from __future__ import annotations

import sys

from .arrival.settings import filters_version
from .errors import CaptureError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Tuple

__all__ = ["held"]

_SYS_HOOKS = ("excepthook", "displayhook", "unraisablehook", "breakpointhook")
_FILTERS = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]


def held(collects: bool) -> Dict[str, Any]:
    """What differs from a new process, by what it belongs to. `collects`: whether the program has its garbage collected."""
    found: Dict[str, Any] = {}
    imports = _of_imports(sys)
    if imports:
        found["imports"] = imports
    monitoring = _of_monitoring(sys)
    if monitoring:
        found["monitoring"] = monitoring
    collector = _of_gc(collects)
    if collector:
        found["gc"] = collector
    for name, look in _LOOK.items():
        module = sys.modules.get(name)
        if module is not None:
            value = look(module)
            if value:
                found[name] = value
    return found


def _of_sys(module: Any) -> Dict[str, Any]:
    found = {
        name: getattr(module, name)
        for name in _SYS_HOOKS
        if getattr(module, name, None) is not getattr(module, "__%s__" % name, None)
    }
    if module.dont_write_bytecode and not module.flags.dont_write_bytecode:
        found["dont_write_bytecode"] = True
    hooks = module.get_asyncgen_hooks()
    if any(hooks):
        found["set_asyncgen_hooks"] = hooks[0], hooks[1]
    for name, usual in (
        ("_coroutine_origin_tracking_depth", 0),
        ("switchinterval", 0.005),
        ("_int_max_str_digits", None),
    ):
        get = getattr(module, "get" + name, None)
        if get is not None and get() != usual:
            found["set" + name] = get()
    return found


def _of_imports(module: Any) -> Any:
    """The program's own finders and hooks of the import system: each with what stands after it, which says where it belongs."""
    from ._process import is_programs

    def own(listed: List[Any]) -> List[Tuple[Any, Any]]:
        found: List[Tuple[Any, Any]] = []
        after = None
        for one in reversed(listed):
            if is_programs(one):
                found.append((one, after))
            else:
                after = getattr(one, "__qualname__", type(one).__qualname__)
        return found[::-1]

    finders, hooks = own(module.meta_path), own(module.path_hooks)
    if not finders and not hooks:
        return None
    cache = module.path_importer_cache
    return finders, hooks, list(cache), {path: one for path, one in cache.items() if is_programs(one)}


def _of_monitoring(module: Any) -> Any:
    """The tools of `sys.monitoring` (3.12+), each with its name and what it has registered.

    Raises:
        CaptureError: one watches all code: the frames that travel go on in code of their own.
    """
    monitoring: Any = getattr(module, "monitoring", None)
    tools = {} if monitoring is None else {tool: monitoring.get_tool(tool) for tool in range(6)}
    found = []
    for tool, name in tools.items():
        if name is None:
            continue
        if monitoring.get_events(tool):
            raise CaptureError(
                "the tool %r of sys.monitoring watches events everywhere, which can't be moved." % (name,),
                "set its events to 0 before the hop, and again after it",
                "monitoring",
            )
        callbacks = []
        for event in vars(monitoring.events).values():
            if type(event) is not int or event.bit_count() != 1:  # some are names for several
                continue
            callback = monitoring.register_callback(tool, event, None)
            if callback is not None:
                monitoring.register_callback(tool, event, callback)
                callbacks.append((event, callback))
        found.append((tool, name, callbacks))
    return found


def _of_gc(enabled: bool) -> Any:
    import gc

    threshold, debug, callbacks = gc.get_threshold(), gc.get_debug(), list(gc.callbacks)
    usual = ((700, 10, 10), (2000, 10, 10), (2000, 10, 0), (2000, 5, 0))
    if enabled and not debug and not callbacks and threshold in usual:
        return None
    return enabled, threshold, debug, callbacks


def _of_warnings(module: Any) -> Any:
    """The filters, and what shows warnings while `catch_warnings` records them."""
    filters = list(module.filters)
    found: Dict[str, Any] = {} if [tuple(one) for one in filters] == _FILTERS else {"filters": filters}
    for name in ("showwarning", "_showwarnmsg_impl"):
        value = getattr(module, name, None)
        if getattr(value, "__module__", None) not in (module.__name__, "_py_warnings"):
            found[name] = value
    from .reducers.modules import is_module

    loaded = list(sys.modules.values())
    if any("__warningregistry__" in one.__dict__ for one in loaded if is_module(one)):
        found["version"] = filters_version(module)
    return found


def _of_locale(module: Any) -> Any:
    names = ("LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
    found = {name: module.setlocale(getattr(module, name)) for name in names if hasattr(module, name)}
    found = {name: value for name, value in found.items() if value != "C"}
    if found:
        found["LC_CTYPE"] = module.setlocale(module.LC_CTYPE)
    return found


def _of_faulthandler(module: Any) -> bool:
    return bool(module.is_enabled()) and not sys.flags.dev_mode and "faulthandler" not in sys._xoptions


def _of_logging(module: Any) -> Any:
    """The loggers that the program has set up, by name: a logger travels by its name alone."""
    root = module.root
    found: List[Tuple[Any, ...]] = []
    loggers = {"": root, **root.manager.loggerDict}
    alone = module.Logger("alone")
    getrefcount = sys.getrefcount
    for name, logger in list(loggers.items()):
        if type(logger) is module.PlaceHolder:
            continue
        # Importing a library adds these again.
        has_handlers = any(type(one) is not module.NullHandler for one in logger.handlers)
        usual = module.WARNING if logger is root else module.NOTSET
        # One that is being set up: what runs has the list already.
        has_handlers |= getrefcount(logger.handlers) > getrefcount(alone.handlers)
        if has_handlers or logger.filters or logger.level != usual or logger.disabled or not logger.propagate:
            state = (logger.level, logger.handlers, logger.filters, logger.propagate, logger.disabled)
            found.append((name, *state))
    names = {level: name for level, name in module._levelToName.items() if _LEVELS.get(level) != name}
    settings = {"disable": root.manager.disable, "raiseExceptions": module.raiseExceptions}
    levels = _levels(module._lock.acquire, module._lock.release)
    if not found and not names and not levels and settings == {"disable": 0, "raiseExceptions": True}:
        return None
    return found, names, settings, levels


_LEVELS = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}


def _of_numpy(module: Any) -> Any:
    return module.get_state(legacy=False)


def _of_torch(module: Any) -> Any:
    from .reducers import tensors

    return tensors.settings() if hasattr(module, "get_rng_state") else None


def _of_numpy_errors(module: Any) -> Any:
    usual = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
    held = module.geterr() if hasattr(module, "geterr") else usual
    return held if held != usual else None


def _of_pandas(module: Any) -> Dict[str, Any]:
    """Options that are not what they are at first."""
    found = {}
    for name, option in module._registered_options.items():
        value: Any = module._global_config
        for part in name.split("."):
            value = value.get(part) if type(value) is dict else None
        if value is not option.defval and value != option.defval:
            found[name] = value
    return found


def _of_socket(module: Any) -> Any:
    return module.getdefaulttimeout()


def _of_contextvars(module: Any) -> Any:
    """What is set in context variables of imported modules, as a web framework keeps the request that it answers."""
    if all(one.name in _OF_C for one in module.copy_context()):
        return None
    from .reducers import concurrency, modules

    values = {one: value for one, value in concurrency.base_context().items() if one.name not in _OF_C}

    found: Dict[int, Tuple[Any, Any]] = {}
    for name, home in list(sys.modules.items()):
        if type(home) is type(sys) and modules.fate(home, name) != modules.CARRIED:
            for one in list(home.__dict__.values()):
                if type(one) is module.ContextVar and one in values:
                    found[id(one)] = one, values[one]
    return list(found.values())


#: Context variables of C code, which has other ways to set them.
_OF_C = frozenset(("decimal_context", "numpy.ufunc.extobj"))


def _of_imp(module: Any) -> int:
    """How often this thread holds the import lock, which the finders of `sys.meta_path` run under."""
    return _levels(module.acquire_lock, module.release_lock)


def _of_warnings_lock(module: Any) -> int:
    """The same of the lock that the filters are changed under (3.14+)."""
    return _levels(module._acquire_lock, module._release_lock) if hasattr(module, "_acquire_lock") else 0


def _levels(acquire: Callable[[], Any], release: Callable[[], Any]) -> int:
    """How often this thread holds a lock, which only giving it back tells. There is no other thread that could take it."""
    levels = 0
    while True:
        try:
            release()
        except RuntimeError:
            break
        levels += 1
    for _ in range(levels):
        acquire()
    return levels


_LOOK: Dict[str, Callable[[Any], Any]] = {
    "sys": _of_sys,
    "warnings": _of_warnings,
    "_locale": _of_locale,
    "faulthandler": _of_faulthandler,
    "logging": _of_logging,
    "numpy.random": _of_numpy,
    "numpy": _of_numpy_errors,
    "pandas._config.config": _of_pandas,
    "torch": _of_torch,
    "_socket": _of_socket,
    "_imp": _of_imp,
    "_warnings": _of_warnings_lock,
    "_contextvars": _of_contextvars,
}
