# hops: 8
# for over list, tuple, str, bytes and range, nested.
from hop import hop

out = []
for i in [1, 2]:
    for j in (3, 4):
        for c in "ab":
            if c == "b":
                hop()
            out.append((i, j, c))
for byte in b"xyz":
    for k in range(10, 30, 10):
        if byte == ord("y"):
            hop()
        out.append((byte, k))
for big in range(2 ** 70, 2 ** 70 + 4, 2):
    hop()
    out.append(big)
print(out)
