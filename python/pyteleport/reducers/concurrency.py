"""Knows locks, thread-local and context variables, and weak references.

Must not know threads: a lock held by another one can't travel with this.
"""

from __future__ import annotations

import gc
import sys
from _thread import LockType, RLock, get_ident
from _thread import _local as Local  # type: ignore[attr-defined,unused-ignore]
from _weakref import CallableProxyType, ProxyType, ReferenceType, getweakrefs

from ..arrival import concurrency, objects, rebuild
from .pickler import Pickler, register, register_named
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@register(LockType)
def _reduce_lock(pickler: Pickler, lock: Any) -> Any:
    return concurrency.lock, (lock.locked(),)


@register(RLock)
def _reduce_reentrant_lock(pickler: Pickler, lock: Any) -> Any:
    if lock._is_owned():
        state = lock._release_save()
        lock._acquire_restore(state)
        return concurrency.reentrant_lock, (state[0],)
    if not lock.acquire(False):
        raise Refusal("another thread holds the lock", "let the other threads end before the hop")
    lock.release()
    return concurrency.reentrant_lock, (0,)


@register(Local, subclasses=True)
def _reduce_local(pickler: Pickler, local: Any) -> Any:
    return concurrency.local, (type(local),), dict(local.__dict__), None, None, rebuild.set_descriptor


@register_named("_contextvars:ContextVar", "builtins:ContextVar")
def _reduce_context_variable(pickler: Pickler, variable: Any) -> Any:
    missing = concurrency.MISSING
    name = _lookup_constant(pickler, variable)
    if name is not None:
        return name
    value = base_context().get(variable, missing)
    default = _default(variable)
    if value is missing:
        return concurrency.context_variable, (variable.name, default)
    return (
        concurrency.context_variable,
        (variable.name, default),
        (value,),
        None,
        None,
        concurrency.set_context_variable,
    )


def _lookup_constant(pickler: Pickler, variable: Any) -> Any:
    """Variables of imported modules stay theirs; their values are the library's."""
    from . import modules

    for home, module in list(sys.modules.items()):
        if not modules.is_module(module) or home == "__main__":
            continue
        for name, value in list(module.__dict__.items()):
            if value is variable and modules.fate(module, home) != modules.CARRIED:
                pickler.refer(home)
                return objects.constant, (home, name)
    return None


@register_named("_contextvars:Token", "builtins:Token", "Token:Token")
def _reduce_token(pickler: Pickler, token: Any) -> Any:
    from contextvars import Context, Token

    if pickler.by_value:
        return NotImplemented  # it is good in its own context only, which stays
    (home,) = [one for one in gc.get_referents(token) if type(one) is Context]
    old = (token.old_value,) if token.old_value is not Token.MISSING else None
    return concurrency.token, (home, token.var, old, "used" in repr(token).split(" var=")[0].split())


@register_named("Token:MISSING")
def _reduce_missing(pickler: Pickler, missing: Any) -> Any:
    return objects.standing, ("_contextvars", "Token.MISSING")


def base_context() -> Any:
    """The context that the thread began with: the first of those that have been entered, each of which knows the one before."""
    from contextvars import Context

    found, before = None, [concurrency.current_context()]
    while before:
        found = before[0]
        before = [one for one in gc.get_referents(found) if type(one) is Context]
    return found


def _default(variable: Any) -> Any:
    """The default of a context variable, seen from a context in which nothing is set."""
    from contextvars import Context

    return Context().run(_get, variable)


def _get(variable: Any) -> Any:
    try:
        return variable.get()
    except LookupError:
        return concurrency.MISSING


@register(ReferenceType)
def _reduce_reference(pickler: Pickler, reference: Any) -> Any:
    target = reference()
    if target is None:
        return rebuild.dead_reference, ()
    return rebuild.weak_reference, (target, reference.__callback__)


@register_named("weakref:KeyedRef")
def _reduce_keyed_reference(pickler: Pickler, reference: Any) -> Any:
    target = reference()
    if target is None:
        raise Refusal("a weak reference in a dictionary has just died", "hop again")
    return type(reference), (target, reference.__callback__, reference.key)


@register(ProxyType, CallableProxyType)
def _reduce_weak_proxy(pickler: Pickler, proxy: Any) -> Any:
    for name in ("__str__", "mro"):
        # A proxy's `__repr__` is its own; everything else is its target's, and `mro` is a class's.
        try:
            target = getattr(getattr(proxy, name), "__self__", None)
        except ReferenceError:
            return rebuild.dead_proxy, (type(proxy) is CallableProxyType,)
        except AttributeError:
            continue
        if any(reference is proxy for reference in getweakrefs(target)):
            return rebuild.weak_proxy, (target, None)
    raise Refusal("what this weak proxy refers to can't be found", "use weakref.ref instead")


@register_named("_frozen_importlib:_ModuleLock", "importlib._bootstrap:_ModuleLock")
def _reduce_module_lock(pickler: Pickler, lock: Any) -> Any:
    """A module is being imported: its lock is held by the thread that goes on over there."""
    state = dict(lock.__dict__)
    if state["owner"] not in (None, get_ident()):
        raise Refusal("another thread imports a module", "let the other threads end before the hop")
    return concurrency.module_lock, (type(lock),), state, None, None, concurrency.set_module_lock
