# axes: process dump
# A hop in the loop over an open file's lines, with the file as context manager.
from hop import hop

with open("numbers.txt", "w") as made:
    made.write("1\n2\n3\n4\n")
total = []
with open("numbers.txt") as numbers:
    for line in numbers:
        total.append(int(line))
        if total[-1] == 2:
            hop()
print(total, numbers.closed)
