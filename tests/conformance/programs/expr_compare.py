# hops: 3
# Comparison chains: the middle operand is on the stack twice.
from hop import hop

low, high = 1, 9
print(low < hop(5) < high, low < hop(0) < high)
print(1 < 2 < 3 in [hop(3)])
