"""Knows how torch's tensors get their memory and gradients, and how its settings are put back.

Must not know how they were found; every version.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

#: What is asked for a setting of the same name, and what sets it.
SETTINGS = {
    "random": ("get_rng_state", "set_rng_state"),
    "dtype": ("get_default_dtype", "set_default_dtype"),
    "threads": ("get_num_threads", "set_num_threads"),
    "deterministic": ("are_deterministic_algorithms_enabled", "use_deterministic_algorithms"),
}


def set_grad(made: Any, grad: Any) -> None:
    made.grad = grad


def storage(content: Any) -> Any:
    import torch  # type: ignore[import-not-found,unused-ignore]

    if not len(content):
        return torch.UntypedStorage(0)
    # Copied into memory of torch's own, which can be resized.
    return torch.frombuffer(content, dtype=torch.uint8).clone().untyped_storage()


def same(kept: Any) -> Any:
    return kept


def typed(untyped: Any, dtype: Any) -> Any:
    from torch.storage import TypedStorage  # type: ignore[import-not-found,unused-ignore]

    return TypedStorage(wrap_storage=untyped, dtype=dtype, _internal=True)


def take(held: Dict[str, Any]) -> None:
    __import__("torch")
    torch: Any = sys.modules["torch"]
    for name, (_, put) in SETTINGS.items():
        if name in held:
            getattr(torch, put)(held[name])
    torch._C._set_grad_enabled(held["grad"])
