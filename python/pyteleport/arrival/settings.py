"""Knows how settings of modules of the standard library are put back.

Must not know how they were found; standard library only, every version.
"""

from __future__ import annotations

from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple


def take(held: Dict[str, Any]) -> None:
    for name, value in held.items():
        _TAKE[name](value)


def _sys(values: Dict[str, Any]) -> None:
    import sys

    for name, value in values.items():
        # A name of a function that sets it, or of what is set.
        if name == "set_int_max_str_digits" and sys.get_int_max_str_digits() == value:
            continue  # setting it makes other `sys.flags` (3.14+)
        if name.startswith("set"):
            getattr(sys, name)(*(value if type(value) is tuple else (value,)))
        else:
            setattr(sys, name, value)


def _imports(values: Tuple[Any, ...]) -> None:
    import sys

    finders, hooks, asked, cache = values
    listed: Any
    for listed, own in ((sys.meta_path, finders), (sys.path_hooks, hooks)):
        for one, after in own:
            names = [getattr(other, "__qualname__", type(other).__qualname__) for other in listed]
            place = names.index(after) if after in names else len(names)
            while place and type(listed[place - 1]).__module__.startswith("pyteleport."):
                place -= 1
            listed.insert(place, one)
    for path in list(sys.path_importer_cache):
        if path not in asked:
            del sys.path_importer_cache[path]  # the program's hooks have not been asked for it yet
    sys.path_importer_cache.update(cache)


def _gc(values: Tuple[Any, ...]) -> None:
    import gc

    enabled, threshold, debug, callbacks = values
    gc.set_threshold(*threshold)
    gc.set_debug(debug)
    gc.callbacks.extend(callbacks)
    if not enabled:
        gc.disable()


def _warnings(held: Dict[str, Any]) -> None:
    import warnings

    module: Any = warnings
    version = held.pop("version", None)
    if "filters" in held:
        module.filters[:] = held.pop("filters")
    for name, value in held.items():
        setattr(module, name, value)
    module._filters_mutated()
    if version is not None:
        _take_registries(module, version)


def filters_version(module: Any) -> Any:
    """What marks registries of warnings that have been shown as made under the present filters (`already_warned`, Python/_warnings.c)."""
    from _warnings import warn_explicit  # not what a program may have put into its place

    filters = module.filters
    registry: Dict[Any, Any] = {}
    module.filters = [("ignore", None, Warning, None, 0)]
    try:
        warn_explicit("", UserWarning, "", 1, registry=registry)
    finally:
        module.filters = filters
    return registry.get("version")


def _take_registries(module: Any, version: Any) -> None:
    """What has been shown once is not shown again, under filters that here have another number."""
    import sys

    here = filters_version(module)
    for one in list(sys.modules.values()):
        registry = one.__dict__.get("__warningregistry__") if issubclass(type(one), ModuleType) else None
        if registry and registry.get("version") == version:
            registry["version"] = here


def _locale(values: Dict[str, str]) -> None:
    import _locale

    locale: Any = _locale

    for name, value in values.items():
        try:
            locale.setlocale(getattr(locale, name), value)
        except locale.Error:
            raise RuntimeError("the locale %r of the program (%s) is not there" % (value, name)) from None


def _faulthandler(_: bool) -> None:
    import faulthandler

    faulthandler.enable()


def _logging(values: Tuple[Any, ...]) -> None:
    import logging

    module: Any = logging
    loggers, names, settings, levels = values
    for level, name in names.items():
        logging.addLevelName(level, name)
    module.raiseExceptions = settings["raiseExceptions"]
    module.root.manager.disable = settings["disable"]
    for name, level, handlers, filters, propagate, disabled in loggers:
        logger: Any = logging.getLogger(name) if name else module.root
        # The lists themselves: a method of the logger may be changing them.
        logger.handlers, logger.filters = handlers, filters
        logger.propagate, logger.disabled = propagate, disabled
        logger.setLevel(level)
        for handler in handlers:
            module._addHandlerRef(handler)
            if handler.name is not None:
                module._handlers[handler.name] = handler
    for _ in range(levels):
        module._lock.acquire()


def _numpy(state: Any) -> None:
    from numpy import random  # type: ignore[import-not-found,unused-ignore]

    random.set_state(state)


def _numpy_errors(held: Dict[str, str]) -> None:
    import numpy  # type: ignore[import-not-found,unused-ignore]

    numpy.seterr(**held)


def _pandas(held: Dict[str, Any]) -> None:
    import pandas  # type: ignore[import-not-found,import-untyped,unused-ignore]

    for name, value in held.items():
        pandas.set_option(name, value)


def _torch(held: Dict[str, Any]) -> None:
    from . import tensors

    tensors.take(held)


def _socket(timeout: float) -> None:
    import _socket as socket

    socket.setdefaulttimeout(timeout)


def _monitoring(tools: Any) -> None:
    import sys

    monitoring = sys.monitoring  # type: ignore[attr-defined,unused-ignore]
    for tool, name, callbacks in tools:
        monitoring.use_tool_id(tool, name)
        for event, callback in callbacks:
            monitoring.register_callback(tool, event, callback)


def _imp(levels: int) -> None:
    import _imp

    for _ in range(levels):
        _imp.acquire_lock()


def _warnings_lock(levels: int) -> None:
    import _warnings

    for _ in range(levels):
        _warnings._acquire_lock()  # type: ignore[attr-defined,unused-ignore]


def _contextvars(values: Any) -> None:
    from .concurrency import context

    context(values)


_TAKE: Dict[str, Any] = {
    "sys": _sys,
    "imports": _imports,
    "monitoring": _monitoring,
    "gc": _gc,
    "warnings": _warnings,
    "_locale": _locale,
    "faulthandler": _faulthandler,
    "logging": _logging,
    "numpy.random": _numpy,
    "numpy": _numpy_errors,
    "pandas._config.config": _pandas,
    "torch": _torch,
    "_socket": _socket,
    "_imp": _imp,
    "_warnings": _warnings_lock,
    "_contextvars": _contextvars,
}
