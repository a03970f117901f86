# hops: 6
# Half-built tuples, lists, sets and dicts.
from hop import hop

print((1, 2, hop(3), 4))
print([1, *range(3), hop(3), *"ab"])
print(sorted({5, hop(6), 7}))
print({"a": 1, "b": hop(2), hop("c"): 3})
print({**{"x": 0}, "y": hop(1), **{"z": 2}})
