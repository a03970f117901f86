# One mebibyte in a bytearray, with a bytes and a memoryview of it beside it.
import hashlib

from hop import hop


def work():
    data = bytearray(i * 7 % 256 for i in range(1 << 20))
    copy = bytes(data)
    alias = [data]
    hop()
    data[0] = 255
    return len(data), alias[0] is data, alias[0][0], copy[0], hashlib.sha256(copy).hexdigest()


print(work())
