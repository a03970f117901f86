import os

kept = bytearray(1 << 30)
view = memoryview(kept)
done = 0
while done < len(view):
    done += os.readv(0, [view[done:]])
os.write(1, b"done\n")
