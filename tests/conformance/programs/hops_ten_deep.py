# hops: 10
# Ten hops on the way down and up a recursion; frames move again and again.
from hop import hop


def walk(n):
    if n == 0:
        return []
    here = [hop(n)]
    below = walk(n - 1)
    for item in below:
        here.append(item)
    return here + [hop(-n)]


print(walk(5))
