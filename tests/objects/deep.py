"""Structures that are nested deeper than any stack: linked lists forth and back, lists in lists, dicts in dicts."""

import pyteleport

DEPTH = 100000


class Node:
    def __init__(self, following):
        self.following = following
        self.before = None


class Slim:
    __slots__ = ("following",)

    def __init__(self, following):
        self.following = following


class Chosen:
    """Its constructor looks at what it is given."""

    def __init__(self, given):
        self.given = given
        self.size = len(given)

    def __reduce__(self):
        return Chosen, (self.given,)


def main():
    head = slim = None
    nested, table = [], {}
    for _ in range(DEPTH):
        new = Node(head)
        if head is not None:
            head.before = new
        head, slim, nested, table = new, Slim(slim), [nested], {"in": table}
    near = [head, head, slim, nested, table, {head: 1}, Chosen([1, 2])]
    near.append(near)
    far = pyteleport.loads(pyteleport.dumps(near))
    first, second, slim, nested, table, keyed, chosen, again = far
    assert first is second and again is far and keyed[first] == 1 and chosen.size == 2
    counts = [0, 0, 0]
    while first is not None:
        counts[0] += 1
        assert first.following is None or first.following.before is first
        first = first.following
    while slim is not None:
        counts[1] += 1
        slim = slim.following
    while nested:
        assert len(table) == 1
        counts[2] += 1
        nested, table = nested[0], table["in"]
    print(*counts)
    tower = ()
    for _ in range(DEPTH):
        tower = (tower,)
    try:
        pyteleport.dumps(tower)
    except pyteleport.UnsupportedObjectError:
        print("refused")


main()
