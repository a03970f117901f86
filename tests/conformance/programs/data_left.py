# axes: process dump
# What can't travel stays, when that is asked for; a list says what.
import os
import socket

from hop import AXIS, DUMP, hop, report


def work():
    import hop as module

    box = {"connection": socket.socket(), "kept": [1, 2]}
    if AXIS == "none":
        hop()
        left = ["one"]
    else:
        import pyteleport

        module.hops += 1
        report("leaves")
        near = os.getpid()
        if AXIS == "dump":
            left = pyteleport.dump(DUMP + "1.pyc", unsupported="leave")
            if os.getpid() == near:
                assert left == [box["connection"]], left
                os._exit(75)
        else:
            left = pyteleport.teleport(unsupported="leave")
        report("arrives")
        assert left[0] is box["connection"] and "socket.socket" in repr(left[0]), left
        try:
            box["connection"].send(b"")
            raise AssertionError
        except pyteleport.LeftBehindError:
            pass
    print(len(left), box["kept"])


work()
