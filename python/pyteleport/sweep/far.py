"""Knows how snapshots become programs, each in a fresh fork of a process that has only loaded the arrival code.

Must not know what is compared. Requests and answers are marshalled dicts, each behind its length.
"""

from __future__ import annotations

import marshal
import os
import sys

from ..arrival import descriptors, frames, link, objects, process
from ..arrival.boot import set_streams
from ..arrival.start import enter_process, start_from_hook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, NoReturn, Optional

__all__ = ["main", "receive", "send"]


def send(descriptor: int, message: Dict[str, Any]) -> None:
    """Write one message."""
    data = marshal.dumps(message)
    link.write_all(descriptor, len(data).to_bytes(4, "little") + data)


def receive(descriptor: int) -> Optional[Dict[str, Any]]:
    """Read one message; None when the other side has gone."""
    try:
        size = int.from_bytes(link.read_exactly(descriptor, 4), "little")
        message: Dict[str, Any] = marshal.loads(link.read_exactly(descriptor, size))
    except link.LinkClosed:
        return None
    return message


def main(requests: int, answers: int) -> None:
    """Serve until the sweep ends. Returns never here; in a fork it raises what starts the program, see `start_from_hook`."""
    holder = _serve(requests, answers)
    if holder is None:
        os._exit(0)
    del requests, answers
    start_from_hook(holder, False)


def _serve(requests: int, answers: int) -> Any:
    while True:
        request = receive(requests)
        if request is None:
            return None
        for name in request["preload"]:
            _preload(name)
        ready_read, ready = os.pipe()
        pid = os.fork()
        if not pid:
            for descriptor in (requests, answers, ready_read):
                os.close(descriptor)
            return _become(request, ready)
        os.close(ready)
        send(answers, {"pid": pid})
        heard = _read_all(ready_read)
        os.close(ready_read)
        _, status = os.waitpid(pid, 0)
        send(
            answers, {"status": status, "ready": heard == b"ready", "error": heard.decode("utf-8", "replace")}
        )


def _read_all(descriptor: int) -> bytes:
    parts: List[bytes] = []
    while True:
        data = os.read(descriptor, 1 << 16)
        if not data:
            return b"".join(parts)
        parts.append(data)


def _preload(name: str) -> None:
    """Import what the program will need, once for all forks. A fork would do the same before anything of the program runs."""
    if name in sys.modules:
        return
    try:
        __import__(name)
    except BaseException:
        return


def _become(request: Dict[str, Any], ready: int) -> Any:
    (ready,) = descriptors.aside([ready], [entry[0] for entry in request["manifest"]["descriptors"]])
    try:
        os.setsid()
        _take_stdio(request)
        os.chdir(request["manifest"]["process"]["cwd"] or request["cwd"])
        return [_restore(request["snapshot"], request["manifest"], ready)]
    except BaseException as error:
        _give_up(ready, error)


def _give_up(ready: int, error: BaseException) -> NoReturn:
    import traceback

    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    link.write_all(ready, text.encode("utf-8", "backslashreplace"))
    os._exit(71)


def _take_stdio(request: Dict[str, Any]) -> None:
    set_streams(request["stdio"])
    for number, path, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, request["stdout"], os.O_WRONLY),
        (2, request["stderr"], os.O_WRONLY),
    ):
        descriptor = os.open(path, flags)
        os.dup2(descriptor, number)
        os.close(descriptor)


def _restore(path: str, manifest: Dict[str, Any], ready: int) -> Callable[..., object]:
    opened = manifest["descriptors"]
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    (descriptor,) = descriptors.aside([descriptor], [entry[0] for entry in opened])
    enter_process(manifest["process"], True)
    descriptors.take(opened, False)
    reader, buffers = link.read_snapshot(descriptor, os.fstat(descriptor).st_size, manifest)

    def stand_ready(value: Any = None) -> Any:
        """All is there: from now on, what happens is the program's."""
        descriptors.connect()
        process.arrived()
        os.write(ready, b"ready")
        os.close(ready)
        return value

    root = objects.load(manifest, reader, buffers)
    program: Callable[..., object] = frames.build(root, stand_ready, lambda error: _give_up(ready, error))
    os.close(descriptor)
    return program
