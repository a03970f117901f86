# Structures that contain themselves, and one object seen from several frames.
from hop import hop


class Node:
    def __init__(self, name):
        self.name, self.links = name, []


def work(shared, me):
    me.links.append(me)
    loop = [shared]
    loop.append(loop)
    table = {"self": None, "loop": loop}
    table["self"] = table
    hop()
    return loop[1] is loop, table["self"] is table, me.links[0] is me, loop


shared, node = [0], Node("n")
loop_ok, table_ok, node_ok, loop = work(shared, node)
shared.append(1)
print(loop_ok, table_ok, node_ok, loop[0] is shared, loop[0], node.links[0] is node)
