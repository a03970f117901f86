"""How the programs here hop: as soon as no C function of a library stands in the way. Must not know which program calls it."""

import os
import sys

ON = os.environ.get("PYTELEPORT_AXIS", "none") != "none"
began = os.getpid()
asked = 0


def hop(value=None):
    """Move the program to a new process; returns `value`."""
    global asked
    asked += 1
    if ON:
        import pyteleport

        pyteleport.teleport(when="possible")
    return value


def moved():
    """Tell the runner at the end, past all buffers, whether the program has moved."""
    os.write(2, b"@moved %d of %d\n" % (began != os.getpid(), asked))
    return sys.version_info[:2]
