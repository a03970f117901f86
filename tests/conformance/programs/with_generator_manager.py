# axes: process
# hops: 4
# A with block inside of a generator that runs, and one that is closed or exhausted.
from hop import hop


class Manager:
    def __enter__(self):
        return hop("entered")

    def __exit__(self, kind, error, trace):
        print("exit", kind and kind.__name__)
        hop()


def generate():
    with Manager() as value:
        yield value
        yield "second"


out = []
for value in generate():
    out.append(value)
print(out)
generator = generate()
print(next(generator))
generator.close()
print(generator.gi_frame)
