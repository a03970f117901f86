"""Knows calls: of wrappers, of classes, of C functions whose effect is known.

A C function whose own state can't be read while it calls back (`sorted`, `sum`, `re.sub`, …) is not in any table here, and
refused by its name.
"""

from __future__ import annotations

import builtins
import gc
import operator
import sys
from functools import partial
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    WrapperDescriptorType,
)

from ..arrival.completions import Applied, Around, Constant, Repeated
from ..arrival.completions.calls import AnyOf, Cached, Defaulted, Initialized
from ..arrival.completions.iteration import Next
from . import attributes, classes, gathering, iteration, operators
from .facts import METHODS_ARE_OVERWRITTEN, SLOTS_BELOW_ARGUMENTS
from .site import (
    MISSING,
    Site,
    class_name,
    completed,
    is_a,
    lookup,
    method_runs,
    refuse_instruction,
    refuse_native,
    result,
    runs,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

    from .site import Answer


def call(site: Site) -> Answer:
    if site.made is not None:
        return completed(Initialized(site.made))
    if site.operands is None:
        refuse_instruction(site)
    callable, arguments, keywords = _taken_apart(site)
    if arguments is None:
        # What `f(*iterable)` was given is not there any more: the tuple that was made of it is nowhere to be read. Or it is just being made.
        given = (site.operands or ())[SLOTS_BELOW_ARGUMENTS:]
        if all(given) and (len(given) == 1 or type(given[1][0]) is dict):
            keywords = dict(given[1][0]) if len(given) > 1 else {}
            return gathering.spread(site, callable, given[0][0], keywords, _name(callable))
        return _called_with_unknown(site, callable)
    return called(site, callable, arguments, keywords)


def _called_with_unknown(site: Site, callable: Any) -> Answer:
    if site.generator is None and runs(callable, site.inner):
        return result()
    kind = callable
    if callable is type.__call__:
        kind = type(site.first_argument())  # the only thing that `type.__call__` initialises
    elif type(callable) is MethodWrapperType and callable.__name__ == "__call__":
        kind = callable.__self__
    elif issubclass(type(callable), type) and lookup(type(callable), "__call__") is not type.__call__:
        refuse_native(_name(callable))
    made = classes.initialized(site, kind) if issubclass(type(kind), type) else MISSING
    if made is not MISSING:
        return completed(Initialized(made))
    refuse_native(_name(callable))


def _taken_apart(site: Site) -> Tuple[Any, Optional[List[Any]], Dict[str, Any]]:
    """Callable, arguments and keyword arguments as they lie on the stack."""
    operands = list(site.operands or ())
    name = site.mnemonic
    if name == "CALL_FUNCTION_EX":
        callable = (operands[0] or operands[1])[0]
        given = operands[SLOTS_BELOW_ARGUMENTS:]
        if (
            not all(given)
            or type(given[0][0]) is not tuple
            or len(given) > 1
            and type(given[1][0]) is not dict
        ):
            return callable, None, {}
        return callable, list(given[0][0]), dict(given[1][0]) if len(given) > 1 else {}
    names: Tuple[str, ...] = ()
    if name in ("CALL_FUNCTION_KW", "CALL_KW"):
        names = site.operand(-1)
        operands.pop()
    elif site.keyword_names >= 0:
        names = site.code.co_consts[site.keyword_names]
    if name in ("CALL_FUNCTION", "CALL_FUNCTION_KW"):
        present = site.values()[: len(operands)]
    else:
        # NULL stands beside a callable without an object of its own.
        present = [operand[0] for operand in operands if operand]
    if len(present) <= site.argument:
        refuse_instruction(site)  # a call that is over has let go of some of them (3.14+)
    arguments = present[1:]
    count = len(arguments) - len(names)
    return present[0], arguments[:count], dict(zip(names, arguments[count:]))


def called(site: Site, callable: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`callable(*arguments, **keywords)`, where the inner frame is what C code has entered for it."""
    if site.generator is None and runs(callable, site.inner):
        return result()
    kind = type(callable)
    if all(argument is None for argument in arguments) and _is_exit(site, callable, arguments):
        return result()
    if kind is partial:
        return called(site, callable.func, [*callable.args, *arguments], {**callable.keywords, **keywords})
    if kind is MethodType:  # of something else than a function, such as a class
        return called(site, callable.__func__, [callable.__self__, *arguments], keywords)
    if issubclass(kind, type):
        known = _CLASSES.get(callable)
        if known is not None:
            return known(site, callable, arguments, keywords)
        return classes.instantiate(site, callable, arguments, keywords)
    if kind is BuiltinFunctionType:
        known = _FUNCTIONS.get(callable) if not keywords or callable in _WITH_KEYWORDS else None
        if known is not None:
            return known(site, callable, arguments, keywords)
        owner = callable.__self__
        if owner is not None and type(owner) is not type(sys):
            return _method(site, type(owner), callable.__name__, owner, arguments, keywords)
    elif kind is MethodWrapperType:
        return _slot(site, callable.__name__, callable.__self__, arguments, keywords)
    elif kind is WrapperDescriptorType and arguments:
        return _slot(site, callable.__name__, arguments[0], arguments[1:], keywords)
    elif kind is MethodDescriptorType and arguments:
        return _method(site, callable.__objclass__, callable.__name__, arguments[0], arguments[1:], keywords)
    elif kind is ClassMethodDescriptorType:
        pass
    elif kind.__name__ in _GETTERS and kind.__module__ == "operator":
        return operators.getter(site, callable, arguments)
    elif kind.__module__ == "functools" and kind.__name__ == "_lru_cache_wrapper":
        return _cached(site, callable, arguments, keywords)
    elif METHODS_ARE_OVERWRITTEN and _is_bound_class(site, callable):
        return completed(Initialized(site.first_argument()))
    refuse_native(_name(callable))


def _is_bound_class(site: Site, owner: Any) -> bool:
    """Whether what is called is a method bound to `owner`, whose function is a class that initialises a new object: which method, the
    stack does not say (`_is_exit`), so that all there are must agree."""
    if len(site.arguments) < 2 or not site.argument_is(1, owner):
        return False
    methods = [one for one in gc.get_referrers(owner) if type(one) is MethodType and one.__self__ is owner]
    functions = [method.__func__ for method in methods if type(method.__func__) is not FunctionType]
    kinds = [one for one in functions if issubclass(type(one), type)]
    return len(kinds) == len(functions) and any(
        lookup(type(kind), "__call__") is type.__call__ and classes.initialized(site, kind) is not MISSING
        for kind in kinds
    )


#: How many calls of a `functools.lru_cache` the frames of this capture are in, by its `id`: those have been counted already.
open_caches: Dict[int, int] = {}


def _cached(site: Site, wrapper: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """A cache of the program, which is made anew over there: what the function gives is put into that."""
    from ..reducers import modules

    home = sys.modules.get(getattr(wrapper, "__module__", None) or "")
    if (
        home is None
        or modules.fate(home, home.__name__) != modules.CARRIED
        or not runs(wrapper.__wrapped__, site.inner)
    ):
        refuse_native("functools.lru_cache of %s" % getattr(wrapper, "__qualname__", "a function"))
    open_caches[id(wrapper)] = open_caches.get(id(wrapper), 0) + 1
    return completed(Cached(wrapper, arguments, keywords))


def _is_exit(site: Site, callable: Any, arguments: List[Any]) -> bool:
    """The call at the normal end of a `with` statement: of a bound method, which has its object in the callable's place while it
    runs (`method_vectorcall`, Objects/classobject.c)."""
    return len(arguments) == 3 and any(
        method_runs(type(callable), name, site.inner) for name in ("__exit__", "__aexit__")
    )


_GETTERS = ("attrgetter", "itemgetter", "methodcaller")


def _name(callable: Any) -> str:
    kind = type(callable)
    if kind in (BuiltinFunctionType, MethodDescriptorType, WrapperDescriptorType, MethodWrapperType):
        owner = getattr(callable, "__objclass__", None)
        module = getattr(callable, "__module__", None)
        if owner is not None:
            return "%s.%s" % (owner.__name__, callable.__name__)
        if module and module != "builtins":
            return "%s.%s" % (module, callable.__name__)
        return str(callable.__qualname__)
    if issubclass(kind, type):
        return str(callable.__name__)
    return kind.__name__


# Methods of C types.


def _method(
    site: Site, kind: type, name: str, owner: Any, arguments: List[Any], keywords: Dict[str, Any]
) -> Answer:
    known = _METHODS.get((kind.__name__, name))
    if known is not None:
        return known(site, owner, arguments, keywords)
    refuse_native("%s.%s" % (kind.__name__, name))


def _context_run(site: Site, context: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    if arguments and runs(arguments[0], site.inner):
        return completed(Around(context.run))
    refuse_native("Context.run")


def _type_new(site: Site, owner: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    named = classes.named_attribute(site, keywords)
    if named is not None:
        return completed(named)
    made = classes.finished_class(site)
    if made is not MISSING:
        return completed(Constant(made))
    refuse_native("type.__new__")


_METHODS: Dict[Tuple[str, str], Callable[..., Answer]] = {
    ("Context", "run"): _context_run,
    ("generator", "send"): iteration.sent,
    ("generator", "throw"): iteration.sent,
    ("generator", "close"): iteration.closed,
    ("generator", "__next__"): iteration.stepped,
    ("coroutine", "send"): iteration.sent,
    ("coroutine", "throw"): iteration.sent,
    ("coroutine", "close"): iteration.closed,
    ("coroutine_wrapper", "send"): iteration.sent,
    ("coroutine_wrapper", "throw"): iteration.sent,
    ("async_generator_asend", "send"): iteration.stepped,
    ("str", "join"): gathering.join,
    ("list", "extend"): iteration.extended,
    ("set", "update"): iteration.extended,
    ("deque", "extend"): iteration.extended,
    ("type", "__new__"): _type_new,
}


def _slot(site: Site, name: str, owner: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """A special method of a C type, called by its name: `super().__setattr__(…)`, `object.__getattribute__(…)`."""
    if name == "__call__":
        if issubclass(type(owner), type):
            return classes.made_by_type(site, owner, arguments, keywords)
        return called(site, owner, arguments, keywords)
    if name == "__next__" and not arguments:
        return iteration.stepped(site, owner, arguments, keywords)
    if name in ("__getattribute__", "__getattr__") and arguments:
        return attributes.loaded(site, owner, arguments[0], is_told=False)
    if name in ("__setattr__", "__delattr__") and arguments:
        return attributes.changed(site, owner, arguments[0], name)
    if name == "__new__" and arguments and type(owner) is type and issubclass(owner, type):
        return _type_new(site, owner, arguments, keywords)
    if name == "__get__" and runs(owner, site.inner):
        return result()
    refuse_native("%s.%s" % (type(owner).__name__, name))


# Functions of C that convert what a special method gives, or catch what it raises.


def _converting(*methods: str) -> Callable[..., Answer]:
    """A function that calls the first of these methods that the argument has, and checks or converts what it gives."""

    def bridge(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
        if arguments:
            for method in methods:
                if method_runs(type(arguments[0]), method, site.inner):
                    return completed(
                        Applied(function, arguments, keywords, 0, method, class_name(arguments[0]))
                    )
                if type(lookup(type(arguments[0]), method)) is FunctionType:
                    break
        refuse_native(_name(function))

    return bridge


def _checking(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`isinstance` and `issubclass`."""
    method = "__instancecheck__" if function is isinstance else "__subclasscheck__"
    if len(arguments) == 2 and method_runs(type(arguments[1]), method, site.inner):
        return completed(Applied(function, arguments, {}, 1, method, class_name(arguments[1])))
    if len(arguments) == 2 and type(arguments[1]) is tuple:
        asked = [
            place for place, kind in enumerate(arguments[1]) if method_runs(type(kind), method, site.inner)
        ]
        told = [place for place in asked if site.argument_is(0, arguments[1][place])]
        if len(told) == 1:
            kinds = arguments[1]
            name = class_name(kinds[told[0]])
            return completed(AnyOf(function, arguments[0], kinds[told[0] + 1 :], name))
    refuse_native(function.__name__)


def _getattr(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    owner, name = arguments[0], arguments[1]
    if not attributes.finds(site, owner, name):
        refuse_native("getattr")
    if len(arguments) == 2:
        return attributes.loaded(site, owner, name)
    return completed(Defaulted(arguments[2], None, attributes.fallback(site, owner, name)))


def _hasattr(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    owner, name = arguments[0], arguments[1]
    if not attributes.finds(site, owner, name):
        refuse_native("hasattr")
    return completed(Defaulted(False, (True,), attributes.fallback(site, owner, name)))


def _setattr(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    return attributes.changed(
        site, arguments[0], arguments[1], "__setattr__" if function is setattr else "__delattr__"
    )


def _item(method: str) -> Callable[..., Answer]:
    """Functions of `operator` for items."""

    def bridge(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
        if arguments and site.generator is None and method_runs(type(arguments[0]), method, site.inner):
            return result() if method == "__getitem__" else completed(Constant(None))
        refuse_native(_name(function))

    return bridge


def _next(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    if site.generator is None and iteration.asked(site, arguments[0]) is None:
        return result() if len(arguments) == 1 else completed(Next(arguments[1]))
    return iteration.stepped(site, arguments[0], arguments[1:], keywords)


def _print(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """What stands before the argument whose text is being made has been written."""
    places = [place for place, argument in enumerate(arguments) if argument is site.first_argument()]
    if len(places) == 1:
        argument = arguments[places[0]]
        for method in ("__str__", "__repr__"):
            if method_runs(type(argument), method, site.inner):
                rest = arguments[places[0] :]
                return completed(Applied(print, rest, keywords, 0, method, class_name(argument)))
            if type(lookup(type(argument), method)) is FunctionType:
                break
    refuse_native("print")


def _resumable(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`any`, `all`: hold nothing but the iterator, so that they go on with the rest of it."""
    if iteration.drives(site, arguments[0]):
        return iteration.again_with_generator(site)
    return gathering.tested(site, function, arguments, keywords)


def _execute(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    code = arguments[0]
    is_its = code is site.inner or (not is_a(code, type(site.inner)) and site.inner.co_name == "<module>")
    if not is_its:
        refuse_native(function.__name__)
    return result() if function is eval else completed(Constant(None))


def _build_class(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    return classes.build(site, arguments, keywords)


def _import(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    """`__import__`: called again when the import machinery has ended, it finds the module."""
    if site.is_importing:
        return completed(Repeated(partial(function, *arguments, **keywords)))
    refuse_native("__import__")


def _binary(name: str) -> Callable[..., Answer]:
    def bridge(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
        if len(arguments) == 2:
            return operators.between(site, name, function, arguments[0], arguments[1])
        refuse_native(_name(function))

    return bridge


def _str(site: Site, function: Any, arguments: List[Any], keywords: Dict[str, Any]) -> Answer:
    if len(arguments) == 1 and not keywords:
        return _converting("__str__", "__repr__")(site, function, arguments, keywords)
    refuse_native("str")


_CLASSES: Dict[Any, Callable[..., Answer]] = {
    bool: _converting("__bool__", "__len__"),
    int: _converting("__int__", "__index__", "__trunc__"),
    float: _converting("__float__", "__index__"),
    complex: _converting("__complex__", "__float__", "__index__"),
    str: _str,
    bytes: _converting("__bytes__"),
    reversed: _converting("__reversed__"),
    enumerate: _converting("__iter__"),
}

_FUNCTIONS: Dict[Any, Callable[..., Answer]] = {
    len: _converting("__len__"),
    abs: _converting("__abs__"),
    repr: _converting("__repr__"),
    ascii: _converting("__repr__"),
    hash: _converting("__hash__"),
    bin: _converting("__index__"),
    oct: _converting("__index__"),
    hex: _converting("__index__"),
    chr: _converting("__index__"),
    iter: _converting("__iter__"),
    format: _converting("__format__", "__str__", "__repr__"),
    round: _converting("__round__"),
    dir: _converting("__dir__"),
    operator.index: _converting("__index__"),
    operator.length_hint: _converting("__len__"),
    operator.neg: _converting("__neg__"),
    operator.pos: _converting("__pos__"),
    operator.invert: _converting("__invert__"),
    operator.getitem: _item("__getitem__"),
    operator.setitem: _item("__setitem__"),
    operator.delitem: _item("__delitem__"),
    operator.truth: _converting("__bool__", "__len__"),
    operator.not_: _converting("__bool__", "__len__"),
    isinstance: _checking,
    issubclass: _checking,
    getattr: _getattr,
    hasattr: _hasattr,
    setattr: _setattr,
    delattr: _setattr,
    next: _next,
    print: _print,
    any: _resumable,
    all: _resumable,
    exec: _execute,
    eval: _execute,
    builtins.__build_class__: _build_class,
    __import__: _import,
    divmod: _binary("divmod"),
}
for _symbol in operators.SYMBOLS:
    _function = getattr(operator, "__%s__" % _symbol, None)
    if _function is not None and not _symbol.startswith("i"):
        _FUNCTIONS[_function] = _binary(_symbol)

_FUNCTIONS.update(gathering.FUNCTIONS)
_CLASSES.update(gathering.FUNCTIONS)

_WITH_KEYWORDS = frozenset((builtins.__build_class__, __import__, exec, print, sorted))
