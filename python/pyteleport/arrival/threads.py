"""Knows how threads that do not run, queues and thread pools are made again.

Must not know how their state was read; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Tuple


def main() -> Any:
    import threading

    return threading.main_thread()


def empty(kind: Any) -> Any:
    return kind.__new__(kind)


def fill(made: Any, state: Tuple[Any, ...]) -> None:
    import threading

    target, name, arguments, keywords, daemon, ended, own = state
    threading.Thread.__init__(made, None, target, name, arguments, keywords, daemon=daemon)
    made.__dict__.update(own)
    if ended:
        made._started.set()
        for attribute in ("_target", "_args", "_kwargs"):
            made.__dict__.pop(attribute, None)
        handle: Any = made.__dict__.get("_handle")
        if handle is None:
            made._is_stopped = True
        else:
            from _thread import start_joinable_thread  # type: ignore[attr-defined,unused-ignore]

            # Only a handle that was started can be done (3.13+).
            start_joinable_thread(int, handle=handle, daemon=True)
            handle.join()


def simple_queue(*items: Any) -> Any:
    from _queue import SimpleQueue

    made: Any = SimpleQueue()
    for item in items:
        made.put(item)
    return made


def pool(
    kind: Any, workers: int, prefix: str, initializer: Any, arguments: Tuple[Any, ...], closed: bool
) -> Any:
    made = kind(workers, prefix, initializer, arguments)
    if closed:
        made.shutdown()
    return made
