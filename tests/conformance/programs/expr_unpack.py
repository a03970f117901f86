# hops: 3
# Unpacking what a hop gives.
from hop import hop

first, *middle, last = hop([1, 2, 3, 4])
(a, b), c = (hop("xy"), 3)
print(first, middle, last, a, b, c)
print(*hop([7, 8]), sep=",")
