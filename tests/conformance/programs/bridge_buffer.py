# refused: 2
# axes: process
# requires: 3.12
# hops: 2
# __buffer__ and __release_buffer__ of a class of the program's own.
from hop import hop


class Buffer:
    def __init__(self):
        self.data, self.released = bytearray(b"data"), 0

    def __buffer__(self, flags):
        hop()
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.released += hop(1)
        view.release()


def work(buffer):
    copied = bytes(buffer)
    return copied, buffer.released


print(work(Buffer()))
