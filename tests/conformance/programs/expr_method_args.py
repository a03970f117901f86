# hops: 3
# Arguments of methods of built-in types.
from hop import hop

items = [1]
items.append(hop(2))
items.insert(0, hop(0))
print(items, "{}-{}".format("a", hop("b")), end="\n")
