# Hooks: own ways of types to travel, callbacks, what stays.
import os

from hop import AXIS, hop

if AXIS != "none":
    import pyteleport
else:

    class pyteleport:
        register = staticmethod(lambda *_: None)
        on_departure = on_arrival = leave = staticmethod(lambda x: x)


class Connection:
    def __init__(self, address):
        self.address = address
        self.owner = os.getpid()


class Cached:
    def __init__(self):
        self.made = os.getpid()

    def __depart__(self):
        return "state"

    def __arrive__(self, state):
        self.made = os.getpid()
        self.state = state


moved = AXIS != "none"
pyteleport.register(Connection, lambda it: it.address, Connection)
told = []


@pyteleport.on_departure
def leave():
    told.append("departs")


@pyteleport.on_arrival
def arrive():
    told.append("arrives")


def work():
    connection, cached, kept = Connection("here"), Cached(), pyteleport.leave([1, 2])
    both = [connection, connection, {"it": cached}]
    hop()
    assert both[0] is both[1] is connection and both[2]["it"] is cached
    print(connection.address, connection.owner == os.getpid(), cached.made == os.getpid())
    assert told == (["departs", "arrives"] if moved else []), told
    if moved:
        assert cached.state == "state" and "list [1, 2]" in repr(kept), kept
        try:
            kept[0]
        except pyteleport.LeftBehindError as error:
            assert "stayed" in str(error)


work()
