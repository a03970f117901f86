"""Knows which values in imported modules the program's own code has written there, that do not show whose they are.

Must not know how they travel. What is carried is where the program's code writes to, and is not what the import gives.
"""

from __future__ import annotations

import sys
from operator import is_
from types import CodeType, FunctionType, ModuleType

from . import _stores

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

    Stores = Tuple[Tuple[_stores.Store, ...], Tuple[_stores.Binding, ...]]
    #: An attribute that the program's code may have written: the module, the way to it, what was done, and whether the
    #: code surely means that module.
    Place = Tuple[str, Tuple[str, ...], str, bool]


__all__ = ["held"]

#: Of `sys`, what has its own way to travel or belongs to the process.
_OF_SYS = frozenset(
    "stdin stdout stderr __stdin__ __stdout__ __stderr__ argv path modules meta_path path_hooks path_importer_cache warnoptions"
    " excepthook displayhook unraisablehook breakpointhook dont_write_bytecode ps1 ps2 last_type last_value last_traceback last_exc"
    " flags".split()
)
_OF_OTHERS = frozenset(
    (
        ("logging", "raiseExceptions"),
        ("copyreg", "dispatch_table"),
        ("gc", "callbacks"),
        ("os", "environ"),
        ("warnings", "filters"),
    )
)
_PLAIN = frozenset((int, float, complex, bool, str, bytes, type(None)))
_CONTAINERS = frozenset((list, dict, set))
_MISSING = object()

#: By module: its spec, which no reload keeps, or the codes that were looked at; and what was found there.
_known: Dict[str, Tuple[List[Any], Stores]] = {}


def held(own: Dict[str, ModuleType], homes: Dict[str, ModuleType], found: Set[Any]) -> Dict[str, Any]:
    """What is to be put back over there; see `_patches.held`.

    Args:
        own: the modules that travel.
        homes: those that are imported there.
        found: `(id(owner), names)` of what travels already.
    """
    stores = {name: _of_module(name, module) for name, module in own.items()}
    result: Dict[str, Any] = {}
    kept = {name: one for name, one in stores.items() if name != "__main__" and name in _known}
    if kept:
        result["stores"] = kept
    imported = _imported(homes, stores)
    if imported:
        result["imported"] = imported
    places = [one for one in _places(own, homes, stores) if (id(homes[one[0]]), one[1]) not in found]
    if places:
        _compare(places, homes, result)
    return result


def _of_module(name: str, module: ModuleType) -> Stores:
    """What the code of a module that travels writes into: that of its body, or of its functions where that is not at hand."""
    loader, spec = module.__dict__.get("__loader__"), module.__dict__.get("__spec__")
    told = getattr(loader, "pyteleport_stores", None)
    if told is not None and type(loader).__module__ == "pyteleport.arrival.objects":
        _known[name] = ([], told)
        return told  # type: ignore[no-any-return]
    known = _known.get(name)
    if name == "__main__":
        codes = _main_codes(module)
    elif known is not None and spec is not None and known[0][0] is spec:
        return known[1]
    else:
        from . import _fresh

        body = _fresh.body(name, module)
        codes = list(_function_codes(module)) if body is None else [body]
    if known is None or len(known[0]) != len(codes) or not all(map(is_, known[0], codes)):
        known = (codes if name == "__main__" else [spec], _stores.scan(codes))
        _known[name] = known
    return known[1]


def _main_codes(main: ModuleType) -> List[CodeType]:
    frame = sys._getframe()
    found: List[CodeType] = []
    while frame.f_back is not None:
        frame = frame.f_back
        if frame.f_globals is main.__dict__ and frame.f_code.co_name == "<module>":
            found = [frame.f_code]
    return found or list(_function_codes(main))


def _imported(homes: Dict[str, ModuleType], stores: Dict[str, Stores]) -> List[str]:
    """The submodules that are imported there too: those that the program's code imports, and all of packages of the standard
    library that it imports. Nothing else may refer to them: `xml.dom.minidom` is an attribute of `xml` to the program."""
    from .reducers import modules

    wanted = {
        one
        for _, bindings in stores.values()
        for _, _, taken, name in bindings
        for one in (name, name + "." + taken)
    }
    tops = {one.partition(".")[0] for one in wanted} & homes.keys()
    library = {one for one in tops if modules.fate(homes[one], one) == modules.IMPORTED}
    library -= {"pyteleport", "cloudpickle"}
    return [name for name in homes if "." in name and (name in wanted or name.partition(".")[0] in library)]


def _function_codes(module: ModuleType) -> Iterator[CodeType]:
    space = module.__dict__
    for value in list(space.values()):
        members = (
            list(value.__dict__.values())
            if issubclass(type(value), type) and value.__module__ == space.get("__name__")
            else [value]
        )
        for one in members:
            one = getattr(one, "__func__", one) if type(one) in (staticmethod, classmethod) else one
            if type(one) is FunctionType and one.__globals__ is space:
                yield one.__code__


def _places(
    own: Dict[str, ModuleType], homes: Dict[str, ModuleType], stores: Dict[str, Stores]
) -> List[Place]:
    found: Dict[Place, None] = {}
    loose: Dict[str, None] = {}
    for name, (written, bindings) in stores.items():
        space = own[name].__dict__
        imported: Dict[str, List[Tuple[str, str]]] = {}
        for variable, source, taken, _ in bindings if written else ():
            imported.setdefault(variable, []).append((source, taken))
        for kind, names, act in written:
            roots = _roots(kind, names[0], space, imported)
            if roots is None:
                if act == _stores.SET and names[-1] != "__dict__":
                    loose[names[-1]] = None
                continue
            for root in roots:
                place = _place(root, names[1:], act, homes)
                if place is not None:
                    found[place] = None
    if loose:
        for name, module in _nameable(own, homes, stores):
            space = module.__dict__
            for key in loose:
                value = space.get(key, _MISSING)
                if type(value) in _PLAIN and key not in ("__name__", "__doc__", "__file__", "__package__"):
                    if (name, (key,), _stores.SET, True) not in found:
                        found[name, (key,), _stores.SET, False] = None
    return list(found)


def _roots(
    kind: str, name: str, space: Dict[str, Any], imported: Dict[str, List[Tuple[str, str]]]
) -> Optional[List[Any]]:
    """The modules and classes that a variable may hold; none if it holds something else; None if that can't be told."""
    if kind == "module":
        return [sys.modules[name]] if name in sys.modules else []
    roots = []
    for module, taken in imported.get(name, ()):
        if taken:
            value = sys.modules.get(module + "." + taken) or getattr(
                sys.modules.get(module), "__dict__", {}
            ).get(taken)
        else:
            value = sys.modules.get(module)
        roots.append(value)
    if kind == "global" and name in space:
        roots.append(space[name])
    if roots:
        return [one for one in roots if type(one) is ModuleType or isinstance(one, type)]
    return None


def _place(root: Any, names: Tuple[str, ...], act: str, homes: Dict[str, ModuleType]) -> Optional[Place]:
    owner = root
    *way, last = names or ("__dict__",)
    for name in way:
        if name == "__dict__":
            continue
        if type(owner) is not ModuleType and not isinstance(owner, type):
            return None
        owner = owner.__dict__.get(name)
    if type(owner) is ModuleType:
        home, path = owner.__name__, [last]
    elif issubclass(type(owner), type):
        home, path = owner.__module__, [*owner.__qualname__.split("."), last]
    else:
        return None
    if homes.get(home) is None or type(owner) is ModuleType and homes[home] is not owner:
        return None
    if last == "__dict__" or home == "sys" and path[0] in _OF_SYS or (home, path[0]) in _OF_OTHERS:
        return None
    if home.partition(".")[0] in ("pyteleport", "cloudpickle") or path[0] == "__builtins__":
        return None
    value: Any = homes[home]
    for name in path[:-1]:
        value = getattr(value, "__dict__", {}).get(name)
    if value is not owner:
        return None
    return home, tuple(path), act, True


def _nameable(
    own: Dict[str, ModuleType], homes: Dict[str, ModuleType], stores: Dict[str, Stores]
) -> Iterator[Tuple[str, ModuleType]]:
    """The imported modules that the program's code can name, with their submodules."""
    tops = {module for _, bindings in stores.values() for _, module, _, _ in bindings}
    for module in own.values():
        tops.update([value.__name__ for value in module.__dict__.values() if type(value) is ModuleType])
    tops -= {"sys", "pyteleport", "cloudpickle"}
    packages = tuple([name + "." for name in tops if hasattr(homes.get(name), "__path__")])
    for name in tops:
        if name in homes:
            yield name, homes[name]
    if packages:
        for name, module in homes.items():
            if name.startswith(packages) and name not in tops:
                yield name, module


def _value(module: ModuleType, names: Tuple[str, ...]) -> Any:
    value: Any = module
    for name in names:
        value = value.__dict__.get(name, _MISSING)
        if value is _MISSING:
            break
    return value


def _compare(places: List[Place], homes: Dict[str, ModuleType], result: Dict[str, Any]) -> None:
    """Enter into `result` what is not as the import gives it."""
    from . import _fresh

    asked: List[Place] = []
    for place in places:
        home, names, act, _ = place
        value = _value(homes[home], names)
        if (
            (value is _MISSING) != (act == _stores.DELETE)
            or act == _stores.AMEND
            and type(value) not in _CONTAINERS
        ):
            continue
        verdict = _by_code(place, homes[home], value) if act == _stores.SET else None
        if verdict is None:
            asked.append(place)
        elif verdict:
            result.setdefault("patches", []).append((homes[home], names, value))
    if not asked:
        return
    wanted = [(home, names, act == _stores.AMEND) for home, names, act, _ in asked]
    now, fresh = _fresh.look(wanted, False), _fresh.ask(wanted)
    for (home, names, act, _), one, other in zip(asked, now, fresh):
        if one == other:
            continue
        module = homes[home]
        if act == _stores.DELETE:
            result.setdefault("deleted", []).append((module, names))
        elif act == _stores.SET:
            result.setdefault("patches", []).append((module, names, _value(module, names)))
        elif type(one) is list:
            other = other if type(other) is list else []  # no answer: the program's code does write there
            result.setdefault("amended", []).append(
                (module, names, *_changes(_value(module, names), one, other))
            )


def _by_code(place: Place, module: ModuleType, value: Any) -> Optional[bool]:
    """Whether a value was put there, as far as the module's own code tells."""
    from . import _fresh

    home, (name, *more), _, is_sure = place
    if more:
        return None
    given = _fresh.given(home, module)
    if given is None:
        return None if is_sure else False
    if not is_sure and name in given.own:
        return False
    if name not in given.constants:
        return None if given.is_open and is_sure else not given.is_open
    constants = given.constants[name]
    if constants is None:
        return None
    if any(type(one) is type(value) and one == value for one in constants):
        return None if is_sure and len(constants) > 1 else False
    return True


def _changes(container: Any, now: List[Any], fresh: List[Any]) -> Tuple[Any, Any]:
    """What to put into a container, and which of the import's keys or members to take out; a list is replaced."""
    from ast import literal_eval

    kind = type(container)
    if kind is list:
        return list(container), None
    if kind is set:
        known = {repr(one) for one in fresh}
        put: Any = {value for value, told in zip(container, now) if repr(told) not in known}
        keys, left = fresh, {repr(told) for told in now}
    else:
        before = {repr(key): value for key, value in fresh}
        pairs = zip(container.items(), now)
        put = {key: value for (key, value), (told, one) in pairs if before.get(repr(told), _MISSING) != one}
        keys, left = [key for key, _ in fresh], {repr(told) for told, _ in now}
    return put, [literal_eval(key[1]) for key in keys if repr(key) not in left and key[0] in _LITERAL]


_LITERAL = frozenset(("int", "float", "bool", "str", "bytes", "NoneType"))
