# hops: 3
# Set and dict comprehensions.
from hop import hop


def step(x):
    if x == 2:
        hop()
    return x * 10


print(sorted({step(x) % 3 for x in range(4)}))
print({x: step(x) for x in range(4)}, {step(x): x for x in range(4)})
