"""Knows the secret that this interpreter's hashes of texts depend on, and how another interpreter starts with the same.

Without it sets of texts would give their elements in another order over there, and a hash that the program has kept would be of no use.
A seed in PYTHONHASHSEED says all, and is passed on as it is. Otherwise the secret is random, and the interpreter over there is
given it by a library that is loaded before it (Sources/HashSecret) and answers in place of the kernel.
Must not know the link. What the far side does to start anew is `arrival.hashes`.
"""

from __future__ import annotations

import os
import sys

from . import _bundle, _native, _process
from .arrival import hashes
from .arrival.hashes import mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Optional

__all__ = ["fixed_seed", "image", "lend", "mark", "restart"]

_PLACEHOLDER = b"pyteleport: hash secret\0"


def fixed_seed() -> Optional[int]:
    """Return the number in PYTHONHASHSEED that this interpreter was started with, None if there was none."""
    seed = (_process.first_environment() or {}).get(b"PYTHONHASHSEED", b"")
    return int(seed) if seed.isdigit() and not sys.flags.ignore_environment else None


def image() -> Optional[bytes]:
    """Return the library that gives an interpreter the secret of this one, None if it can't be had."""
    try:
        secret = _native.engine().hash_secret()
        with open(_bundle.secret_path(), "rb") as file:
            library = file.read()
    except OSError:
        return None
    if secret is None or library.count(_PLACEHOLDER) != 1:
        return None
    return library.replace(_PLACEHOLDER, secret)


def lend(environment: Dict[str, str]) -> Optional[int]:
    """Let an interpreter that is started here with `environment` have this one's secret.

    Returns:
        A file descriptor that it must inherit, to be closed when it has been started; None if there is nothing to inherit.
    """
    began = (_process.first_environment() or {}).get(b"PYTHONHASHSEED")
    if began is None:
        environment.pop("PYTHONHASHSEED", None)
    else:
        environment["PYTHONHASHSEED"] = os.fsdecode(began)
    library = None if fixed_seed() is not None else image()
    if library is None:
        return None
    try:
        descriptor = hashes.hold(library)
    except OSError:
        return None
    environment["LD_PRELOAD"] = hashes.preload(descriptor, environment.get("LD_PRELOAD"))
    return descriptor


def restart() -> Optional[bytes]:
    """Return the text that lets the interpreter which executes it start anew with this one's secret, None if that can't be had."""
    library = image()
    if library is None:
        return None
    with open(hashes.__file__, "rb") as file:
        return file.read() + b"\nrestart(%r)\nanswer_again()\n" % (library,)
