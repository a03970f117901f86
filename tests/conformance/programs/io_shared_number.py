# axes: process dump
# Several file objects and numbers for one open file have one position, also after the hop; one that was opened apart has its own.
import os

from hop import hop

with open("data.txt", "w") as made:
    made.write("abcdefghijklmnopqrstuvwxyz")
raw = open("data.txt", "rb", 0)
copy = os.dup(raw.fileno())
view = open(raw.fileno(), "rb", 0, closefd=False)
apart = open("data.txt", "rb", 0)
writer = open("written.txt", "w")
beside = os.dup(writer.fileno())
raw.read(2)
writer.write("one ")
hop()
print(view.fileno() == raw.fileno(), view.closefd, raw.closefd, view.name == raw.fileno(), raw.name)
print(raw.read(2), os.read(copy, 2), view.read(2), apart.read(2))
writer.flush()
os.write(beside, b"two ")
writer.write("three")
writer.close()
view.close()
print(raw.read(2), open("written.txt").read(), os.close(copy), os.close(beside))
