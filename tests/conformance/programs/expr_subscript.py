# hops: 8
# Containers and keys that wait while the other is computed.
from hop import hop

data = {"k": [10, 20, 30, 40]}
print(data["k"][hop(1)], data[hop("k")][1:hop(3)], data["k"][:: hop(2)])
data["k"][hop(0)] = 11
data["k"][hop(1)] += hop(5)
data["n"] = hop("new")
print(sorted(data.items()))
