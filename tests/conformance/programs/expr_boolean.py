# hops: 3
# and, or, not, conditional expressions.
from hop import hop

a, b = [], "b"
print(a or hop(b) and b * 2)
print(not hop(a), b if hop(0) else "else")
