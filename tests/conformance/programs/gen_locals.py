# axes: process
# Locals of suspended generators: unbound, deleted, cells, arguments, star-arguments, nested functions.
from hop import hop


def generate(a, *args, k=1, **kwargs):
    cell = [a]

    def inner():
        return cell, a

    deleted = 5
    del deleted
    yield inner
    try:
        yield deleted  # noqa: F821
    except UnboundLocalError as error:
        yield type(error).__name__
    unbound_until_now = k
    yield args, kwargs, unbound_until_now, inner()
    a = "changed"
    yield inner()


generator, keyword = generate(1, 2, 3, k=4, z=5), generate(6)
inner = next(generator)
hop()
print(inner(), sorted(name for name in generator.gi_frame.f_locals if name != "inner"))
print([value for value in generator][:3], inner())
print(next(keyword)(), next(keyword))
