# A comprehension that captures a variable, and functions made in it.
from hop import hop


def make(base):
    functions = [lambda x, i=i: base + i * x for i in range(3)]
    late = [lambda: i for i in range(3)]
    values = [hop(f(10)) if n == 1 else f(10) for n, f in enumerate(functions)]
    base = 100
    return values, [f(1) for f in functions], [f() for f in late]


print(make(1))
