# axes: process dump
# hops: 3
# refused: 2
# A lock belongs to the process or to what it has open: a program that holds one is told so, and keeps it.
import fcntl
import os

from hop import hop

file = open("lock", "w")
raw = os.open("other", os.O_RDWR | os.O_CREAT)
fcntl.flock(file, fcntl.LOCK_EX)
hop()
fcntl.flock(file, fcntl.LOCK_UN)
fcntl.lockf(raw, fcntl.LOCK_EX)
hop()
fcntl.lockf(raw, fcntl.LOCK_UN)
hop()
fcntl.flock(file, fcntl.LOCK_EX)
print(file.fileno(), raw)
