# axes: process dump
# hops: 2
# What is open under numbers that only ints name goes along: files where they stand, as they were opened, and directories.
import fcntl
import os

from hop import hop

with open("data.txt", "w") as made:
    made.write("".join("%d" % (i % 10) for i in range(100)))
reader = os.open("data.txt", os.O_RDONLY)
twin, other = os.dup(reader), os.open("data.txt", os.O_RDONLY)
writer = os.open("written.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
appender = os.open("written.txt", os.O_WRONLY | os.O_APPEND | os.O_NONBLOCK)
os.mkdir("folder")
folder = os.open("folder", os.O_RDONLY)
os.set_inheritable(other, True)
print(os.read(reader, 7), os.read(other, 3), os.write(writer, b"near "))


class Holder:
    def __init__(self):
        self.number = os.open("data.txt", os.O_RDWR)
        os.lseek(self.number, 50, os.SEEK_SET)


def within():
    local = os.open("data.txt", os.O_RDONLY)
    os.lseek(local, 92, os.SEEK_SET)
    hop()
    return os.read(local, 3), os.close(local)


holder = Holder()
print(within())
print(os.read(reader, 2), os.read(twin, 2), os.read(other, 2), os.read(holder.number, 1))
print(os.write(writer, b"far "), os.write(appender, b"end"), os.get_blocking(appender), os.get_blocking(writer))
print([os.get_inheritable(one) for one in (reader, twin, other, writer)], fcntl.fcntl(appender, fcntl.F_GETFL) & os.O_APPEND != 0)
made = os.open("below", os.O_WRONLY | os.O_CREAT, dir_fd=folder)
print(os.listdir(folder), os.listdir("folder"), os.close(made))
hop()
print(os.read(twin, 2), os.read(reader, 2), os.read(other, 2), os.read(holder.number, 1))
print(os.write(writer, b"!"), open("written.txt").read())
for one in (reader, twin, other, writer, appender, folder, holder.number):
    os.close(one)
