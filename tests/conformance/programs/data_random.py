# The state of the random generators, the module's own and a private one.
import random

from hop import hop

random.seed(5)
private = random.Random(7)
before = [random.random(), private.randint(0, 100)]
hop()
print(before, random.random(), private.randint(0, 100), random.getrandbits(80))
