# hops: 2
# Open files keep their numbers, those that no object has too; a file that is opened next gets the lowest that is free.
import os

from hop import hop


def show(file):
    print(file.fileno(), os.get_inheritable(file.fileno()), os.fstat(file.fileno()).st_ino == os.stat(file.name).st_ino)


first, gap, second = open("/etc/passwd"), open(os.devnull), open("/etc/passwd", "rb", 0)
plain = os.open(os.devnull, os.O_WRONLY)
by_number = {first.fileno(): "first", second.fileno(): "second", plain: "plain"}
far = os.dup2(plain, 150)
gap.close()
hop()
show(first)
show(second)
print(sorted(by_number.items()), by_number[second.fileno()], os.write(plain, b"lost"), os.write(150, b"lost"))
print(os.get_inheritable(plain), os.get_inheritable(150))
next_one = open(os.devnull)
print(next_one.fileno())
hop()
show(first)
show(next_one)
print(os.write(far, b"lost"), open(os.devnull).fileno())
