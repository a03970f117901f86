"""The helper that every conformance program calls in the middle of something interesting.

Knows the ways to move (the axis); must not know which program calls it. It is one of the program's own modules, so its
frame, its source and its counter travel with the program.
"""

import os
import platform
import sys

AXIS = os.environ.get("PYTELEPORT_AXIS", "none")
DUMP = os.environ.get("PYTELEPORT_DUMP", "")
SSH_CONFIG = os.environ.get("PYTELEPORT_SSH_CONFIG", "")
#: Whether hops of this program may be refused: it goes on where it is then, and shows the same.
MAY_REFUSE = bool(os.environ.get("PYTELEPORT_MAY_REFUSE"))

LIMIT = 60  # a program that is resumed at the wrong place may hop for ever
DUMPED = 75  # exit status of the near side after a dump: the runner goes on from the file

hops = 0


def report(what):
    """Tell the runner, past all buffers, which process and host this is."""
    line = "@%s %d %d %s\n" % (what, hops, os.getpid(), platform.node())
    os.write(2, line.encode())


def hop(value=None):
    """Move the program; return `value` on the far side."""
    global hops
    hops += 1
    if hops > LIMIT:
        os.write(2, b"too many hops: the program runs in circles\n")
        os._exit(98)
    report("leaves")
    try:
        move()
    except Exception as error:
        # When the interpreter shuts down, nothing can be imported any more.
        is_refusal = type(error).__module__.startswith("pyteleport") or sys.meta_path is None
        if not MAY_REFUSE or not is_refusal:
            raise
        report("refused")
    else:
        report("arrives")
    return value


def move():
    if AXIS == "process" or (AXIS == "ssh" and hops > 1):
        import pyteleport

        pyteleport.teleport()
    elif AXIS == "ssh":
        import pyteleport

        python = "python%d.%d" % sys.version_info[:2]
        pyteleport.tp_bash("ssh", "-F", SSH_CONFIG, "farhost", python=python)
    elif AXIS == "dump":
        import pyteleport

        near, path = os.getpid(), "%s%d.pyc" % (DUMP, hops)
        pyteleport.dump(path)
        if os.getpid() == near:
            os._exit(DUMPED)
