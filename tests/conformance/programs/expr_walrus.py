# hops: 4
# Assignment expressions.
from hop import hop

total = 0
while (n := hop(total)) < 3:
    total += 1
print(n, total, [y := 5, y ** 2, y])
