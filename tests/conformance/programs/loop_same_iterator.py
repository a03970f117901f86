# One iterator under two loops at once.
from hop import hop

numbers = iter(range(8))
out = []
for a in numbers:
    for b in numbers:
        if b == 3:
            hop()
        out.append((a, b))
        if b % 2:
            break
print(out, next(numbers, "empty"))
