"""Knows where the interpreters differ in what objects hold and are: each difference has its name here, and no reducer asks for a version.

Must not know any reducer. What can be seen by looking (`hasattr`) is looked at where it is needed.
"""

from __future__ import annotations

import sys

_VERSION = sys.version_info[:2]

#: The items of a `SimpleQueue` are the end of one list; later they are in a ring, and visited one by one (Modules/_queuemodule.c).
QUEUE_HOLDS_LIST = _VERSION < (3, 13)

#: How often a memory map is exported is an int, later a size (Modules/mmapmodule.c, mmap_object).
MMAP_EXPORTS_ARE_INT = _VERSION < (3, 9)

#: Iterators of itertools can be pickled (up to 3.13); the last versions that do so warn of it.
ITERTOOLS_PICKLE = _VERSION < (3, 14)
ITERTOOLS_WARN = (3, 12) <= _VERSION < (3, 14)

#: `itertools.batched` may be strict (3.13+).
BATCHED_MAY_BE_STRICT = _VERSION >= (3, 13)

#: A flag of the code says that its first constant is the function's documentation (3.14+).
CODE_FLAGS_DOCUMENTATION = _VERSION >= (3, 14)

#: Arguments of a call are borrowed from the variables that they are read from (3.14+), so that no reference is theirs.
ARGUMENTS_ARE_BORROWED = _VERSION >= (3, 14)

#: The dict of an instance may have its values in the instance (3.13+).
VALUES_ARE_INLINE = _VERSION >= (3, 13)

#: The lowest bit of `LOAD_GLOBAL` says whether a NULL is pushed (3.11+).
LOADS_GLOBALS_BY_BIT = _VERSION >= (3, 11)
