# hops: 3
# Classes on collections in C: their own methods ran when the objects were made, and do not run because these move.
import collections
import types

from hop import hop

LOG = []


class Tree(collections.defaultdict):
    def __init__(self, name):
        super().__init__(self.make)
        self.name = name
        LOG.append("init " + name)

    def make(self):
        return Tree(self.name + "'")

    def __setitem__(self, key, value):
        LOG.append("set")
        super().__setitem__(key, value)


class Ordered(collections.OrderedDict):
    def __init__(self, *pairs):
        super().__init__()
        for key, value in pairs:
            super().__setitem__(key, (value, len(self)))

    def __setitem__(self, key, value):
        LOG.append("ordered")
        super().__setitem__(key, [value])

    def items(self):
        LOG.append("items")
        return super().items()


class Queue(collections.deque):
    __slots__ = ("taken",)

    def __new__(cls, name, limit):
        LOG.append("queue")
        return super().__new__(cls)

    def __init__(self, name, limit):
        super().__init__((), limit)
        self.taken = name

    def append(self, item):
        LOG.append("append")
        super().append(item * 2)

    def extend(self, items):
        LOG.append("extend")

    def __iter__(self):
        LOG.append("iter")
        return super().__iter__()


class Bytes(bytearray):
    def __init__(self, size):
        super().__init__(size)
        LOG.append("bytes")


class Space(types.SimpleNamespace):
    def __init__(self, x):
        super().__init__(x=x)
        self.twice = x * 2


class Counted(collections.Counter):
    def __init__(self, text):
        LOG.append("counter")
        super().__init__(text)


tree = Tree("root")
tree["a"]["b"] = 1
ordered = Ordered(("x", 1), ("y", 2))
ordered["z"] = 3
ordered.move_to_end("x")
queue = Queue("name", 3)
for number in range(4):
    queue.append(number)
data = Bytes(3)
data[1] = 7
space = Space(4)
counted = Counted("abca")
hop()
print(LOG)
print(tree.name, tree["a"].name, dict(tree["a"]), tree["a"].default_factory().name, tree.default_factory.__self__ is tree)
print(list(collections.OrderedDict.items(ordered)), ordered["z"], type(ordered).__name__)
print(list(queue), queue.taken, queue.maxlen, data, space, space.twice, counted["a"], counted["none"])
hop()
print(LOG)


class Late(collections.deque):
    def __init__(self, items):
        super().__init__(items, 2)
        self.more = hop("more")


print(Late([1, 2, 3]), Late.__mro__[1].__name__)
