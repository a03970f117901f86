"""Knows how functions, classes and exceptions are made again from their parts.

Must not know modules or streams; standard library only, every version.
"""

from __future__ import annotations

import builtins
import marshal
from types import CellType, CodeType, FunctionType, GetSetDescriptorType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

code = marshal.loads
function = FunctionType


def code_with_constants(skeleton: bytes, constants: Tuple[Any, ...]) -> CodeType:
    """A code object whose constants are not all of the kinds that marshal knows."""
    made: CodeType = marshal.loads(skeleton)
    return made.replace(co_consts=constants)


def make_function(
    code: CodeType, variables: Dict[str, Any], closure: Optional[Tuple[CellType, ...]]
) -> FunctionType:
    if closure is None and code.co_freevars:
        # It is about to get its own (SET_FUNCTION_ATTRIBUTE).
        closure = tuple(CellType() for _ in code.co_freevars)
    return FunctionType(code, variables, None, None, closure)


def set_function(made: FunctionType, state: Tuple[Any, Dict[str, Any]]) -> None:
    own, attributes = state
    for name, value in attributes.items():
        setattr(made, name, value)
    if own is not None:
        made.__dict__ = own


def empty_cell() -> CellType:
    return CellType()


def set_cell(cell: CellType, contents: Tuple[Any]) -> None:
    cell.cell_contents = contents[0]


def bound_in(owner: Any, name: str, kind: Any) -> Any:
    kind = type(owner) if kind is None else kind
    return kind.__dict__[name].__get__(owner, kind)


def bound_to_class(owner: type, name: str, home: type) -> Any:
    return home.__dict__[name].__get__(None, owner)


def _ignore(*_: Any, **__: Any) -> None:
    """Takes the place of `__init_subclass__` while a class is made again: it has had its effect already."""


def make_class(
    metaclass: Any,
    name: str,
    bases: Tuple[type, ...],
    variables: Dict[str, Any],
    order: Optional[Tuple[Optional[type], ...]] = None,
) -> type:
    """An empty class of that layout. No code of the program's runs: it ran when the class was first made.

    `order` is what the metaclass's own `mro` gave, with None for the class itself.
    """
    if order is not None:
        given: Tuple[Optional[type], ...] = order
        mro = metaclass.__dict__.get("mro")
        type.__setattr__(metaclass, "mro", lambda made: [made if one is None else one for one in given])
        try:
            return make_class(metaclass, name, bases, variables)
        finally:
            type.__delattr__(metaclass, "mro") if mro is None else type.__setattr__(metaclass, "mro", mro)
    hooks: List[Tuple[type, Any]] = []
    for base in {ancestor for direct in bases for ancestor in direct.__mro__}:
        hook = base.__dict__.get("__init_subclass__")
        if hook is not None and not issubclass(type(hook), _CLASS_METHOD):
            try:
                type.__setattr__(base, "__init_subclass__", classmethod(_ignore))
            except TypeError:
                continue
            hooks.append((base, hook))
    try:
        made: type = type.__new__(metaclass, name, bases, variables)
    finally:
        for base, hook in hooks:
            type.__setattr__(base, "__init_subclass__", hook)
    return made


_CLASS_METHOD = type(object.__dict__["__init_subclass__"])


def fill_class(made: type, state: Tuple[Dict[str, Any], Optional[List[type]], Tuple[str, ...]]) -> None:
    """Give a class its variables, the classes registered with it, and the order in which its dict has all that is in it (empty: as it comes)."""
    variables, registered, order = state
    abstract = variables.pop("__abstractmethods__", None)
    for name, value in variables.items():
        if type(name) is not str or name in _HIDING:  # a class's namespace may have keys that are no names
            _hide(made, name, value)
        else:
            type.__setattr__(made, name, value)
    if registered is not None:
        from _abc import _abc_init, _abc_register  # type: ignore[import-not-found]

        _abc_init(made)
        for subclass in registered:
            _abc_register(made, subclass)
    if abstract is not None:
        type.__setattr__(made, "__abstractmethods__", abstract)
    own = dict_of_class(made)
    if order and tuple(own) != order:
        everything = {**{name: own[name] for name in order if name in own}, **own}
        own.clear()
        own.update(everything)


#: The types of C that iterators over dicts know.
MAPPINGS: Tuple[Any, ...] = (dict, *(found for found in (getattr(builtins, "frozendict", None),) if found))


def mapping_base(mapping: Any) -> Any:
    """`dict` or `frozendict` (3.15+), whose methods are right for a mapping of a class below it too."""
    return next(base for base in MAPPINGS if issubclass(type(mapping), base))


def sentinel(name: str, module: str, *text: Any) -> Any:
    """A `sentinel` (3.15+), which takes the module that it says it is from from its caller."""
    namespace = {"__name__": module, "name": name, "text": text}
    return eval("sentinel(name, repr=text[0]) if text else sentinel(name)", namespace)


def dict_of_class(kind: type) -> Dict[str, Any]:
    """The dict behind the proxy that is a class's `__dict__`."""
    from gc import get_referents

    (found,) = get_referents(kind.__dict__)
    return found  # type: ignore[no-any-return]


#: What a class has to say of itself whether or not its variables have a word for its instances, such as a property `__name__`.
_HIDING = frozenset(
    name for name, found in type.__dict__.items() if hasattr(type(found), "__set__")
).difference(
    ("__doc__", "__module__", "__annotations__", "__annotate__", "__type_params__", "__abstractmethods__")
)


def _hide(made: type, name: str, value: Any) -> None:
    dict_of_class(made)[name] = value
    # Has the interpreter forget what it had looked up.
    type.__setattr__(made, "__doc__", made.__dict__.get("__doc__"))


def enum_member(kind: Any, arguments: Tuple[Any, ...], name: Optional[str] = None, raw: Any = None) -> Any:
    """A member of an enumeration that is itself being rebuilt, so that calling it would not find the member.

    One that is there already, as that of an enumeration known from before, is the member.
    """
    known = kind.__dict__.get("_member_map_")
    if known and name in known:
        return known[name]
    if known and raw is not None and raw in kind._value2member_map_:
        return kind._value2member_map_[raw]
    return static_base(kind).__new__(kind, *arguments)


_HEAP = 1 << 9


def static_base(kind: type) -> Any:
    """The nearest base that is no class of a program: it holds the C fields."""
    return next(base for base in kind.__mro__ if not base.__flags__ & _HEAP)


def bare_of(kind: type, base: Any, *value: Any) -> Any:
    """An instance without any code of its class having run."""
    return base.__new__(kind, *value)


def variables_of(instance: Any) -> Any:
    """The dict of an instance, whatever its class says of it."""
    for kind in type(instance).__mro__:
        found = kind.__dict__.get("__dict__")
        if type(found) is GetSetDescriptorType:
            return found.__get__(instance)
    return hidden_variables(instance)


def hidden_variables(instance: Any) -> Any:
    """The dict of an instance whose class has another attribute of that name, so that nothing in Python leads to it."""
    from ctypes import PYFUNCTYPE, c_void_p, py_object, pythonapi

    return PYFUNCTYPE(py_object, py_object, c_void_p)(("PyObject_GenericGetDict", pythonapi))(instance, None)


def fill_bare(instance: Any, state: Tuple[Any, Any, Any]) -> None:
    """Give an instance what its C base holds, its variables and its slots."""
    contents, variables, slots = state
    if contents is not None:
        base = static_base(type(instance))
        (dict.update if base is dict else list.extend if base is list else set.update)(instance, contents)
    if variables:
        variables_of(instance).update(variables)
    for kind, name, value in slots:
        kind.__dict__[name].__set__(instance, value)


def fill_collection(instance: Any, state: Tuple[Any, Any, Any, Any]) -> None:
    """The same where the base is one of the collections in C, which `__init__` sets up."""
    base, contents, variables, slots = state
    name = base.__name__
    if name == "defaultdict":
        base.__init__(instance, contents[0])
        dict.update(instance, contents[1])
    elif name == "OrderedDict":
        for key, value in contents:
            base.__setitem__(instance, key, value)
    elif name == "deque":
        base.__init__(instance, (), contents[0])
        base.extend(instance, contents[1])
    elif contents is not None:
        base.__init__(instance, contents)
    fill_bare(instance, (None, variables, slots))


def by_base(kind: type, arguments: Tuple[Any, ...]) -> Any:
    """An instance as its C base makes it: methods of its class ran when it was first made."""
    base = static_base(kind)
    made = base.__new__(kind, *arguments)
    base.__init__(made, *arguments)
    return made


def property_(
    kind: type, functions: Tuple[Any, ...], doc: Any, doc_is_getters: bool, named: Tuple[Any, ...]
) -> Any:
    """A property as its C fields say; `named` is empty where nothing has told it its name."""
    made = by_base(kind, functions if doc_is_getters else (*functions, doc))
    _DOC(made, doc)
    if named:
        property.__set_name__(made, None, named[0])  # type: ignore[attr-defined,unused-ignore]
    return made


_DOC = property.__dict__["__doc__"].__set__


def set_exception(made: BaseException, state: Tuple[Any, ...]) -> None:
    arguments, own, cause, context, fields, traceback = state
    made.args = arguments
    if own:
        made.__dict__.update(own)
    made.__cause__ = cause
    made.__context__ = context
    for name, value in fields.items():
        if value is None and getattr(made, name, None) is None:
            continue  # None and nothing at all make a difference to what the exception says
        try:
            setattr(made, name, value)
        except (AttributeError, TypeError):
            continue
    if traceback is not None:
        from .tracebacks import attach

        attach(made, traceback)


def set_exception_reduced(made: BaseException, state: Tuple[Any, ...]) -> None:
    """Like `set_exception`, for a class that says itself how it is pickled."""
    own, cause, context, suppress, traceback, setter = state
    if own is not None:
        if setter is not None:
            setter(made, own)
        elif hasattr(made, "__setstate__"):
            made.__setstate__(own)
        else:
            made.__dict__.update(own)
    made.__cause__ = cause
    made.__context__ = context
    made.__suppress_context__ = suppress
    if traceback is not None:
        from .tracebacks import attach

        attach(made, traceback)


def gone_method() -> Any:
    return _Gone().method


def dead_reference() -> Any:
    return weak_reference(_Gone(), None)


class _Gone:
    """What a reference to something that is no more refers to."""

    def method(self) -> None:
        pass


def weak_proxy(target: Any, callback: Any) -> Any:
    from _weakref import proxy

    return proxy(target, callback) if callback is not None else proxy(target)


def dead_proxy(callable: bool) -> Any:
    return weak_proxy((_GoneCallable if callable else _Gone)(), None)


class _GoneCallable(_Gone):
    def __call__(self) -> None:
        pass


def view(mapping: Any, name: str) -> Any:
    """A dict's keys, values or items; a class stands for its dict."""
    return getattr(dict_of_class(mapping) if issubclass(type(mapping), type) else mapping, name)()


def buffer_view(owner: Any, form: str, shape: Any) -> memoryview:
    made = memoryview(owner)
    return made if made.format == form and made.shape == shape else made.cast("B").cast(form, shape)  # type: ignore[call-overload]


def buffer_part(owner: Any, form: str, start: int, count: int, stride: int, readonly: bool) -> memoryview:
    """A view of some of the items of a buffer, which it shares."""
    whole = memoryview(owner).cast("B")
    size = memoryview(b"").cast("B").cast(form).itemsize  # type: ignore[call-overload]
    first = min(start, start + (count - 1) * stride)
    made = whole[first : first + (count - 1) * abs(stride) + size] if count else whole[:0]
    made = made.cast(form)  # type: ignore[call-overload]
    if count > 1 and stride != size:
        made = made[:: stride // size]
    return made.toreadonly() if readonly and not made.readonly else made  # type: ignore[no-any-return]


def weak_reference(target: Any, callback: Any) -> Any:
    from _weakref import ref

    return ref(target, callback) if callback is not None else ref(target)


def proxy(variables: Any) -> Any:
    from types import MappingProxyType

    return MappingProxyType(variables)


def set_descriptor(made: Any, own: Dict[str, Any]) -> None:
    made.__dict__.update(own)
