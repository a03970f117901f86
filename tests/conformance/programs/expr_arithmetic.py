# hops: 4
# Operators with operands waiting on the value stack.
from hop import hop

x, y = 7, 2.5
print(x + hop(1) * y - x // hop(3))
print(-x ** 2 + (x << hop(2)) % 5, ~x | hop(16))
