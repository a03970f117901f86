"""Knows threads that do not run, queues of C, and thread pools at rest.

Must not know threads that run: these can't travel.
"""

from __future__ import annotations

import gc

from ..arrival import threads
from .facts import QUEUE_HOLDS_LIST
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_JOIN = "let the other threads end (join them) before the hop"
#: Made by the constructor, or only of use to the thread that has ended.
_NOT_CARRIED = frozenset(
    (
        "_target",
        "_args",
        "_kwargs",
        "_name",
        "_daemonic",
        "_ident",
        "_native_id",
        "_tstate_lock",
        "_started",
        "_is_stopped",
        "_initialized",
        "_stderr",
        "_invoke_excepthook",
        "_handle",
        "_os_thread_handle",
    )
)


def thread(pickler: Any, found: Any) -> Any:
    import threading

    if found is threading.main_thread():
        return threads.main, ()
    if type(found) is threading._DummyThread or found.is_alive():
        raise Refusal("the thread runs", _JOIN)
    own = {name: value for name, value in found.__dict__.items() if name not in _NOT_CARRIED}
    state = (
        getattr(found, "_target", None),
        found.name,
        getattr(found, "_args", ()),
        getattr(found, "_kwargs", {}),
        found.daemon,
        found._started.is_set(),
        own,
    )
    return threads.empty, (type(found),), state, None, None, threads.fill


def simple_queue(pickler: Any, queue: Any) -> Any:
    count = queue.qsize()
    if not count:
        return threads.simple_queue, ()
    held = [one for one in gc.get_referents(queue) if one is not type(queue)]
    # Up to 3.12 the items are the end of one list; afterwards they are visited one by one (Modules/_queuemodule.c).
    items = held[-count:]
    if len(held) <= 2 and type(held[-1]) is list and len(held[-1]) >= count and QUEUE_HOLDS_LIST:
        items = held[-1][-count:]
    if len(items) != count:
        raise Refusal("the items of this queue can't be read", "take them out before the hop")
    return threads.simple_queue, tuple(items)


def pool(pickler: Any, executor: Any) -> Any:
    idle = executor._idle_semaphore._value
    if not executor._work_queue.empty() or idle < len(executor._threads):
        raise Refusal("the thread pool is at work", "wait for its futures before the hop")
    return threads.pool, (
        type(executor),
        executor._max_workers,
        executor._thread_name_prefix,
        getattr(executor, "_initializer", None),
        getattr(executor, "_initargs", ()),
        executor._shutdown,
    )
