# hops: 10
# Ten hops, one in each turn of a loop.
from hop import hop

total = 0
for i in range(10):
    total += hop(i) * i
print(total)
