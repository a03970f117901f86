# Containers of the standard library keep their kind, order and state.
import array
import collections
import datetime
import decimal
import fractions
import pathlib
import uuid

from hop import hop


def work():
    order = collections.OrderedDict([("z", 1), ("a", 2)])
    order.move_to_end("z")
    ring = collections.deque([1, 2, 3], maxlen=3)
    default = collections.defaultdict(list, {"k": [1]})
    count = collections.Counter("hello")
    chain = collections.ChainMap({"a": 1}, default)
    numbers = array.array("d", [1.5, 2.5])
    when = datetime.datetime(2024, 2, 29, 12, tzinfo=datetime.timezone.utc)
    hop()
    ring.append(4)
    default["new"].append(2)
    print(list(order), list(ring), ring.maxlen, sorted(default.items()), count.most_common(1))
    print(chain["a"], chain.maps[1] is default, numbers, when.isoformat())
    print(decimal.Decimal("1.10"), fractions.Fraction(1, 3), pathlib.PurePosixPath("a") / "b")
    return uuid.UUID(int=5)


print(work())
