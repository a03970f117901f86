"""Every public class of the standard library that can be made without arguments: it comes back equal, or is refused.

Prints a line for each that does neither, and at last how many came back and how many were refused.
"""

import importlib
import inspect
import io
import os
import pkgutil
import re
import signal
import sys
import tempfile
import types
import warnings

import pyteleport

warnings.simplefilter("ignore")

#: Modules that do something when they are imported, or classes that wait for somebody.
SKIPPED = {
    "antigravity",
    "this",
    "idlelib",
    "tkinter",
    "turtle",
    "turtledemo",
    "test",
    "lib2to3",
    "ensurepip",
    "pydoc_data",
    "distutils",
    "msilib",
    "_pyrepl",
    "site",
    "sitecustomize",
    "usercustomize",
}
WAIT = {"Manager", "SyncManager", "BaseManager", "SharedMemoryManager", "Console", "InteractiveConsole"}
#: Of no use alone: even their `repr` fails or waits.
INCOMPLETE = {"AsyncMagicMixin", "MagicMixin", "ThreadingMock"}

#: Equal to nothing but themselves, or made anew by their own `__reduce__` with other attributes.
COMPARED_BY_TYPE = {"object", "ShareableList"}


def modules():
    names = getattr(sys, "stdlib_module_names", None)
    if names is None:
        names = set(sys.builtin_module_names) | {
            info.name for info in pkgutil.iter_modules([os.path.dirname(os.__file__)])
        }
    for name in sorted(names):
        if name in SKIPPED or name.startswith("_"):
            continue
        try:
            module = importlib.import_module(name)
        except BaseException:
            continue
        yield name, module
        for info in pkgutil.iter_modules(getattr(module, "__path__", None) or []):
            if info.name.startswith("_") or info.name in ("tests", "test"):
                continue
            try:
                yield name + "." + info.name, importlib.import_module(name + "." + info.name)
            except BaseException:
                continue


def plain(value):
    try:
        return re.sub(r"0x[0-9a-f]+", "0x", repr(value))
    except AttributeError:  # what was made without arguments may lack what it shows
        return str(type(value))


def same(one, other, depth=0):
    if type(one) is not type(other) and not inspect.isclass(one):
        if type(one).__qualname__ != type(other).__qualname__:
            return "type %s" % type(other)
    kind = type(one)
    if one is other:
        return None
    if kind in (types.FunctionType, types.MethodType, types.BuiltinFunctionType, type) or depth > 4:
        return None
    if isinstance(one, dict) and kind.__eq__ is dict.__eq__:
        if len(one) != len(other):
            return "%d items, not %d" % (len(other), len(one))
        return next(filter(None, (same(a, b, depth + 1) for a, b in zip(one.values(), other.values()))), None)
    if isinstance(one, (list, tuple)) and kind.__eq__ in (list.__eq__, tuple.__eq__):
        if len(one) != len(other):
            return "%d items, not %d" % (len(other), len(one))
        return next(filter(None, (same(a, b, depth + 1) for a, b in zip(one, other))), None)
    if kind.__eq__ is not object.__eq__:
        try:
            if bool(one == other):
                return None
        except Exception:
            pass
    own, others = getattr(one, "__dict__", None), getattr(other, "__dict__", None)
    if isinstance(own, dict):
        if own.keys() != others.keys():
            return "attributes %s" % sorted(own.keys() ^ others.keys())
        for name in own:
            different = same(own[name], others[name], depth + 1)
            if different:
                return ".%s: %s" % (name, different)
        return None
    return None if plain(one) == plain(other) else "%s, not %s" % (plain(other)[:100], plain(one)[:100])


class TooLong(BaseException):
    pass


def alarm(*_):
    raise TooLong


def main():
    signal.signal(signal.SIGALRM, alarm)
    os.chdir(tempfile.mkdtemp())
    said, sys.stdout, sys.stderr = sys.stdout, io.StringIO(), io.StringIO()
    seen = set()
    back = refused = 0
    for name, module in modules():
        for attribute, kind in sorted(vars(module).items()):
            if not isinstance(kind, type) or attribute.startswith("_") or kind in seen:
                continue
            if attribute in WAIT or attribute in INCOMPLETE:
                continue
            seen.add(kind)
            signal.alarm(10)
            try:
                thing = kind()
            except BaseException:
                signal.alarm(0)
                continue
            try:
                try:
                    data = pyteleport.dumps(thing)
                except pyteleport.UnsupportedObjectError as error:
                    assert "hint:" in str(error), error
                    refused += 1
                    continue
                arrived = pyteleport.loads(data)
                different = None if kind.__name__ in COMPARED_BY_TYPE else same(thing, arrived)
                if different:
                    print("WRONG %s.%s: %s" % (name, attribute, different), file=said)
                back += 1
            except BaseException as error:
                print("BROKEN %s.%s: %r" % (name, attribute, error), file=said)
            finally:
                signal.alarm(0)
    print("%d came back, %d refused" % (back, refused), file=said)
    said.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
