"""Knows what torch's own reduction of tensors leaves out: shared memory, gradients, the graph, an iterator over a data loader.

Must not import torch: whoever has a tensor has it.
"""

from __future__ import annotations

import sys
from pickle import PickleBuffer

from ..arrival import rebuild, tensors
from .refusal import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict


def tensor(pickler: Any, thing: Any) -> Any:
    if thing.grad_fn is not None:
        raise Refusal(
            "it belongs to a graph of gradients, which lies in C++",
            "call `backward` before the hop and let go of the results (`del loss`), or keep `x.detach()`",
        )
    if thing.device.type not in ("cpu", "meta"):
        raise Refusal("its memory is on the device %s" % thing.device, "move it with `.cpu()` before the hop")
    function, arguments = thing.__reduce_ex__(5)[:2]
    arguments = tuple(_one_storage(pickler, one) for one in arguments)
    grad = thing.grad if thing.is_leaf else None
    if grad is None:
        return function, arguments
    return function, arguments, grad, None, None, tensors.set_grad


def _one_storage(pickler: Any, value: Any) -> Any:
    """Tensors that share memory have each an object of their own for it: one stands for all."""
    if type(value).__module__ == "torch.storage" and type(value).__name__ == "TypedStorage":
        untyped = value._untyped_storage
        known: Dict[Any, Any] = vars(pickler).setdefault("storages", {})
        kept = known.setdefault(untyped._cdata, untyped)
        return _Typed(kept, value.dtype)
    if type(value) is tuple:
        return tuple(_one_storage(pickler, one) for one in value)
    return value


class _Typed:
    """A typed view of a storage, made again for each tensor."""

    def __init__(self, untyped: Any, dtype: Any) -> None:
        self.untyped, self.dtype = untyped, dtype

    def __reduce__(self) -> Any:
        return tensors.typed, (self.untyped, self.dtype)


def storage(pickler: Any, thing: Any) -> Any:
    if thing.device.type != "cpu":
        return NotImplemented
    known: Dict[Any, Any] = vars(pickler).setdefault("storages", {})
    kept = known.setdefault(thing._cdata, thing)
    if kept is not thing:
        return tensors.same, (kept,)
    size = thing.nbytes()
    if not size:
        return tensors.storage, (b"",)
    return tensors.storage, (PickleBuffer(_memory(thing, size)),)


def _memory(thing: Any, size: int) -> Any:
    """The storage's own memory, which it keeps as long as it lives."""
    import ctypes

    made = (ctypes.c_char * size).from_address(thing.data_ptr())
    made._of = thing  # type: ignore[attr-defined]
    return memoryview(made).cast("B")


def as_it_is(pickler: Any, thing: Any) -> Any:
    """An instance with all its variables, of a class that leaves some out for those who store a model: a program that moves needs them."""
    if pickler.by_value:
        return NotImplemented
    return (
        rebuild.bare_of,
        (type(thing), object),
        (None, dict(vars(thing)), []),
        None,
        None,
        rebuild.fill_bare,
    )


def settings() -> Any:
    """What torch holds for the program in C++: random state, modes of this thread, defaults. None for what is not known there."""
    torch: Any = sys.modules["torch"]
    held = {
        name: getattr(torch, look)() for name, (look, _) in tensors.SETTINGS.items() if hasattr(torch, look)
    }
    held["grad"], held["inference"] = torch.is_grad_enabled(), torch.is_inference_mode_enabled()
    if held.pop("inference"):
        raise Refusal("torch.inference_mode is on", "hop outside of it, or use torch.no_grad")
    return held
