# hops: 3
# Conditional expressions with things left on the stack.
from hop import hop

flag = True
print([1, hop("yes") if flag else "no", (2, "no" if not flag else hop("still"))])
print("a" + ("b" if hop(flag) else "c") + "d")
