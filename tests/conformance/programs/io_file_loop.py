# axes: process dump
# hops: 8
# refused: 1
# A hop in the loop over an open file's lines, with the file as context manager; `tell` is forbidden there before and after it.
import socket

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


def tells(file):
    try:
        return file.tell()
    except OSError as error:
        return str(error)


def refused(lines):
    pair = socket.socketpair()
    hop()
    for each in pair:
        each.close()
    return lines


for encoding in "utf-8", "utf-16", "shift_jis":
    with open("words.txt", "w", encoding=encoding, newline="") as made:
        made.write("einz\r\nzwei\nあい\nvier\n")
    with open("words.txt", encoding=encoding) as words:
        for line in words:
            print(repr(line), tells(words))
            if line in ("zwei\n", "あい\n"):
                hop()
                print(tells(words))
        print(tells(words) == words.tell())
with open("words.txt", encoding="shift_jis") as words:
    next(words)
    refused(words)
    print(tells(words), next(words), words.readline(), tells(words))
    words.seek(0)
    print(tells(words), words.readline())
    print(tells(words))
