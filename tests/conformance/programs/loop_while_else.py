# hops: 3
# while, its else, break and continue after the hop.
from hop import hop

n, out = 0, []
while n < 4:
    n += 1
    if hop(n) == 2 if n == 2 else False:
        continue
    out.append(n)
else:
    out.append(hop("else"))
while True:
    out.append("once")
    if hop(True):
        break
else:
    out.append("never")
print(out)
