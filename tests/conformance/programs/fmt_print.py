# refused: 2
# axes: process
# hops: 5
# print() of objects whose __str__ hops, in between others; to a stream of the program's own.
import io

from hop import hop


class Shown:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return hop("shown " + self.name)


class Stream:
    def __init__(self):
        self.written = []

    def write(self, text):
        self.written.append(hop(text) if text == "b" else text)


print(Shown("first"))
print("before", Shown("a"), "between", Shown("b"), "after", sep="|", end="!\n")
memory = io.StringIO()
print(Shown("memory"), file=memory)
stream = Stream()
print("a", "b", file=stream)
print(memory.getvalue(), stream.written)
