"""Knows functions, their code, cells and the descriptors that wrap functions.

Must not know classes, nor decide which modules travel: it asks the pickler.
"""

from __future__ import annotations

import gc
import marshal
import sys
from _weakref import ref
from types import (
    BuiltinFunctionType,
    CellType,
    ClassMethodDescriptorType,
    CodeType,
    FunctionType,
    GetSetDescriptorType,
    MappingProxyType,
    MemberDescriptorType,
    MethodDescriptorType,
    MethodType,
)

from ..arrival import objects, rebuild
from . import modules
from .facts import CODE_FLAGS_DOCUMENTATION
from .fields import MISSING, fields
from .instances import held_in_slots
from .pickler import Pickler, register
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional, Tuple

_HEAP = 1 << 9
#: References to a function's dict, or to its annotations: the function's, ours, and that of asking.
_REFERENCES = 3
_ANNOTATES_LATE = hasattr(FunctionType, "__annotate__")
_HAS_TYPE_PARAMETERS = hasattr(FunctionType, "__type_params__")
_CODE_HAS_QUALNAME = hasattr(CodeType, "co_qualname")
#: `CO_HAS_DOCSTRING` (Include/cpython/code.h).
_HAS_DOCSTRING = 0x4000000


def is_importable(pickler: Pickler, obj: Any, home: Optional[str], qualified: str) -> bool:
    """Whether importing module `home` on the far side and looking up `qualified` gives this very object."""
    if type(home) is not str:
        return False
    if home in pickler.carried:
        return False  # as that of nearly all functions that are met
    found: Any = sys.modules.get(home)
    if found is None or pickler.refer(home) == modules.CARRIED:
        return False
    try:
        for part in qualified.split("."):
            found = getattr(found, part)
    except AttributeError:
        return False
    return found is obj


@register(FunctionType)
def _reduce_function(pickler: Any, function: FunctionType) -> Any:
    if is_importable(pickler, function, function.__module__, function.__qualname__):
        return NotImplemented
    namespace = function.__globals__
    if pickler.by_value or id(namespace) not in pickler.table:
        namespace = shared_globals(pickler, namespace)
    arguments = (function.__code__, namespace, function.__closure__)
    attributes = _attributes(pickler, function)
    own = function.__dict__
    reduced: Tuple[Any, ...] = (rebuild.make_function, arguments)
    # The function's variables are one dict with what others hold of them, were it an empty one.
    is_held = bool(own) or sys.getrefcount(own) > _REFERENCES
    if attributes or is_held:
        reduced += ((own if is_held else None, attributes), None, None, rebuild.set_function)
    return pickler.with_globals(function, reduced) if pickler.by_value else reduced


def _attributes(pickler: Any, function: FunctionType) -> Dict[str, Any]:
    """What a function has and does not get from its code and globals alone."""
    code = function.__code__
    attributes: Dict[str, Any] = {}
    name = function.__name__
    if name != code.co_name:
        attributes["__name__"] = name
    qualified = function.__qualname__
    if qualified != (code.co_qualname if _CODE_HAS_QUALNAME else name):
        attributes["__qualname__"] = qualified
    elif not _CODE_HAS_QUALNAME and name != code.co_name:
        attributes["__qualname__"] = qualified
    # Loose globals may still be empty when the function is made, and give it no module then.
    variables = function.__globals__
    if function.__module__ != variables.get("__name__") or id(variables) not in pickler.table:
        attributes["__module__"] = function.__module__
    if function.__doc__ != _documentation(code):
        attributes["__doc__"] = function.__doc__
    if function.__defaults__ is not None:
        attributes["__defaults__"] = function.__defaults__
    if function.__kwdefaults__ is not None:
        attributes["__kwdefaults__"] = function.__kwdefaults__
    if _HAS_TYPE_PARAMETERS and getattr(function, "__type_params__", None):
        attributes["__type_params__"] = getattr(function, "__type_params__")  # noqa: B009 (newer than the stubs)
    if _ANNOTATES_LATE and getattr(function, "__annotate__", None) is not None:
        attributes["__annotate__"] = getattr(function, "__annotate__")  # noqa: B009 (newer than the stubs)
    else:
        annotations = function.__annotations__
        if annotations or sys.getrefcount(annotations) > _REFERENCES:
            attributes["__annotations__"] = annotations
    return attributes


def _documentation(code: CodeType) -> Optional[str]:
    """What `function.__doc__` is when a function is made of `code` (Objects/funcobject.c, PyFunction_NewWithQualName)."""
    if CODE_FLAGS_DOCUMENTATION and not code.co_flags & _HAS_DOCSTRING:
        return None
    constants = code.co_consts
    first = constants[0] if constants else None
    return first if isinstance(first, str) else None


def shared_globals(pickler: Any, namespace: Dict[str, Any]) -> Any:
    """Returns `namespace`, the globals of a function or frame, ready to be pickled as that one dict.

    Globals of no module in `sys.modules` are `exec`'s, or those of a module that is held elsewhere only, which is looked for.
    """
    if pickler.by_value:
        return pickler.stand_in(namespace)
    if id(namespace) in pickler.table or id(namespace) in pickler.globals_seen:
        return namespace
    pickler.globals_seen[id(namespace)] = namespace
    if "__name__" in namespace:
        for referrer in gc.get_referrers(namespace):
            if modules.is_module(referrer) and referrer.__dict__ is namespace:
                pickler.enter_loose_module(referrer)
                break
    return namespace


@register(CodeType)
def _reduce_code(pickler: Pickler, code: CodeType) -> Any:
    if pickler.tools and any(sys.monitoring.get_local_events(tool, code) for tool in pickler.tools):  # type: ignore[attr-defined,unused-ignore]
        raise Refusal(
            "a tool of sys.monitoring watches it, which can't be moved",
            "set its local events to 0 before the hop, and again after it",
        )
    known = _written.get(id(code))
    if known is not None:
        return rebuild.code, (known[1],)
    if not _has_sets(code):
        try:
            written = marshal.dumps(code)
        except ValueError:
            pass
        else:
            _written[id(code)] = ref(code, _Forget(code)), written
            return rebuild.code, (written,)
    return rebuild.code_with_constants, (marshal.dumps(code.replace(co_consts=())), code.co_consts)


#: Codes that were written, by their identity, while they live: they never change, and most are written again with the next snapshot.
_written: Dict[int, Tuple[Any, bytes]] = {}


class _Forget:
    """Called when a code object is freed that `_written` knows."""

    __slots__ = ("address",)

    def __init__(self, code: CodeType) -> None:
        self.address = id(code)

    def __call__(self, gone: object, written: Dict[int, Any] = _written) -> None:
        written.pop(
            self.address, None
        )  # as an argument: at the end of the interpreter the global has gone before


def _has_sets(code: CodeType) -> bool:
    """Whether a set that code loops over or looks into is among its constants: marshal keeps no order of these."""
    kinds = set(map(type, code.co_consts))
    return frozenset in kinds or (
        CodeType in kinds and any(type(one) is CodeType and _has_sets(one) for one in code.co_consts)
    )


@register(CellType)
def _reduce_cell(pickler: Pickler, cell: CellType) -> Any:
    try:
        contents = (cell.cell_contents,)
    except ValueError:
        return rebuild.empty_cell, ()
    return rebuild.empty_cell, (), contents, None, None, rebuild.set_cell


@register(BuiltinFunctionType)
def _reduce_builtin(pickler: Pickler, function: Any) -> Any:
    home = function.__module__
    if isinstance(home, str):
        pickler.refer(home)
    owner = function.__self__
    if modules.is_module(owner):
        if not modules.is_loaded(owner):
            return getattr, (owner, function.__name__)
        if getattr(owner, function.__name__, None) is not function:
            # The program has put something in its place; such as `sys.__excepthook__` it may be there by another name too.
            name = modules.name_of(function, owner)
            if name is not None:
                return getattr, (owner, name)
    if issubclass(type(owner), type) and owner.__flags__ & _HEAP:
        # What this class or its metaclass has under that name may be the program's own, as beside `super().__init_subclass__`.
        for base in owner.__mro__:
            found = base.__dict__.get(function.__name__)
            if type(found) is ClassMethodDescriptorType and found.__get__(None, owner) == function:
                return rebuild.bound_to_class, (owner, function.__name__, base)
    if (
        owner is None
        or modules.is_module(owner)
        or issubclass(type(owner), type)
        and not owner.__flags__ & _HEAP
    ):
        return NotImplemented
    for base in type(owner).__mro__:
        found = base.__dict__.get(function.__name__)
        if type(found) is MethodDescriptorType and found.__get__(owner, type(owner)) == function:
            # The type of an object is there where the object is, which of a nameless type is the only way to it.
            return rebuild.bound_in, (owner, function.__name__, None if base is type(owner) else base)
    return NotImplemented


@register(MethodType)
def _reduce_method(pickler: Any, method: MethodType) -> Any:
    if pickler.by_value:
        # Its class may be known over there, and have functions of its own.
        for name, function in type(method.__self__).__dict__.items():
            if function is method.__func__:
                return getattr, (method.__self__, name)
    return MethodType, (method.__func__, method.__self__)


@register(property, subclasses=True)
def _reduce_property(pickler: Pickler, wrapped: property) -> Any:
    *parts, doc_is_getters = fields(wrapped, _PROPERTY)
    fget, fset, fdel, doc, *named = (None if one is MISSING else one for one in parts)
    name = tuple(one for one in named if one is not None)
    arguments = (type(wrapped), (fget, fset, fdel), doc, bool(doc_is_getters), name)
    return _descriptor(wrapped, dict(getattr(wrapped, "__dict__", ())), rebuild.property_, arguments)


@register(staticmethod, classmethod, subclasses=True)
def _reduce_wrapped(pickler: Pickler, wrapped: Any) -> Any:
    function = wrapped.__func__
    own = dict(getattr(wrapped, "__dict__", ()))
    if own and type(function) is FunctionType:
        # What the wrapper has taken over (3.10+) and the function does not carry, it takes over again: it is one object with that.
        carried = _attributes(pickler, function)
        for name in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"):
            if name in own and name not in carried and own[name] is getattr(function, name):
                del own[name]
    return _descriptor(wrapped, own, rebuild.by_base, (type(wrapped), (function,)))


def _descriptor(wrapped: Any, own: Dict[str, Any], make: Any, arguments: Tuple[Any, ...]) -> Any:
    """A descriptor with what its class and the program have given it besides its functions."""
    slots = held_in_slots(wrapped)
    if not own and not slots:
        return make, arguments
    return make, arguments, (None, own, slots), None, None, rebuild.fill_bare


#: `propertyobject` of Objects/descrobject.c: the functions, `prop_doc`, `prop_name` (3.10+), `getter_doc`.
_PROPERTY = "OOOOOi" if property.__basicsize__ - object.__basicsize__ > 40 else "OOOOi"


@register(GetSetDescriptorType, MemberDescriptorType)
def _reduce_descriptor(pickler: Pickler, descriptor: Any) -> Any:
    return objects.member, (descriptor.__objclass__, descriptor.__name__)


@register(type(object.__init__), type(str.join), type(dict.__dict__["fromkeys"]))
def _reduce_slot(pickler: Pickler, descriptor: Any) -> Any:
    return objects.member, (descriptor.__objclass__, descriptor.__name__)


@register(type(object().__str__))
def _reduce_bound_slot(pickler: Pickler, method: Any) -> Any:
    return rebuild.bound_in, (method.__self__, method.__name__, method.__objclass__)


@register(MappingProxyType)
def _reduce_proxy(pickler: Pickler, proxy: Any) -> Any:
    referents = gc.get_referents(proxy)
    behind = referents[0] if referents else dict(proxy)
    from .classes import owner_of  # which knows functions

    owner = owner_of(behind)
    return (rebuild.proxy, (behind,)) if owner is None else (vars, (owner,))
