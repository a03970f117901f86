# until: 3.13
# hops: 8
# Generators and iterators hop while their items become the arguments of a call.
from hop import hop


def letters(text, *places):
    for place, letter in enumerate(text):
        if place in places:
            hop()
        yield letter


def shown(*arguments, **keywords):
    return hop((arguments, keywords))


class Callable:
    def __init__(self, *arguments):
        self.arguments = arguments

    def __call__(self, *arguments, last):
        return self.arguments, arguments, last


print(*letters("abc", 0, 1), sep="-")
print(shown(*letters("abcdef", 3), k=1))
print(max(*letters("own", 1)), Callable(*letters("xyz", 2)).arguments)
print(Callable(1)(*letters("pq", 1), **{"last": 2}))


def failing():
    yield 1
    hop()
    raise LookupError("no more")


try:
    print(*failing())
except LookupError as error:
    print(repr(error), error.__traceback__.tb_next.tb_frame.f_code.co_name)
