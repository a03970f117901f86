# hops: 3
# refused: 2
# What is open under a number of the program's and can't be opened anywhere else is named, and the program goes on here.
import os

from hop import hop

read, write = os.pipe()
hop()
print(os.write(write, b"text"), os.read(read, 4))
os.close(write)


class Holder:
    pass


def within():
    holder = Holder()
    holder.ends = {read: "read"}
    hop()
    return [os.read(one, 1) for one in holder.ends]


print(within())
os.close(read)
hop()
print("gone on")
