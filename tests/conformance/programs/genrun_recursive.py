# axes: process
# hops: 4
# Recursive generators: a tree walked by yield from and by nested for loops.
from hop import hop

tree = (((None, 1, None), 2, (None, 3, None)), 4, (None, 5, None))


def delegate(node):
    if node:
        yield from delegate(node[0])
        yield hop(node[1]) if node[1] in (1, 3) else node[1]
        yield from delegate(node[2])


def loop(node, depth=0):
    if node:
        for value in loop(node[0], depth + 1):
            yield value
        yield hop((node[1], depth)) if node[1] in (3, 5) else (node[1], depth)
        for value in loop(node[2], depth + 1):
            yield value


def work():
    out = []
    for value in delegate(tree):
        out.append(value)
    for value in loop(tree):
        out.append(value)
    return out


print(work())
