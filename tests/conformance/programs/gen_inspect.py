# What a suspended generator tells about itself after the hop.
import inspect

from hop import hop


def numbers(limit):
    for i in range(limit):
        yield i

        yield -i


part, fresh, done = numbers(3), numbers(1), numbers(0)
next(part), next(part)
list(done)
hop()
print(part.gi_frame.f_lineno, sorted(part.gi_frame.f_locals.items()), part.gi_running)
print(part.__name__, part.__qualname__, part.gi_code.co_name)
print([inspect.getgeneratorstate(g) for g in (part, fresh, done)], done.gi_frame)
print(inspect.getgeneratorlocals(part), fresh.gi_frame.f_lineno)
