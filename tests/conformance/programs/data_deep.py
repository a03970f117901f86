# A linked list that is longer than any stack is deep.
from hop import hop


class Node:
    def __init__(self, following):
        self.following = following
        self.before = None


def work():
    head = None
    nested = []
    for _ in range(20000):
        new = Node(head)
        if head is not None:
            head.before = new
        head, nested = new, [nested]
    holder = {"head": head}
    hop()
    assert holder["head"] is head
    count = depth = 0
    while head is not None:
        assert head.following is None or head.following.before is head
        head, count = head.following, count + 1
    while nested:
        nested, depth = nested[0], depth + 1
    print(count, depth)


work()
