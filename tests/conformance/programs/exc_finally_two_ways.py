# hops: 20
# The body of a `finally` that is reached in several ways: with a value to return, by break and continue, by an exception, or just so.
from hop import hop


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


def shown(*values, **options):
    hop()
    return list(values) + sorted(options.items())


def work(way):
    found = []
    for number in range(3):
        try:
            with Manager():
                if way == "return":
                    return [way, found]
                if way == "int":
                    return 1 + number
                if number == 1 and way == "break":
                    break
                if number == 1 and way == "continue":
                    continue
            if way == "raise":
                raise ValueError(way)
        finally:
            found.append([len([1, shown(number, way=way)]), {"k": shown(1, width=[number, len(found)])}])
    return found


for way in "return", "int", "break", "continue", "raise":
    try:
        print(way, work(way))
    except ValueError as error:
        print(repr(error))


def nested(way):
    try:
        try:
            if way:
                return "value"
        finally:
            print("inner", *shown(way, 2, a=3))
    finally:
        print("outer", *shown(way, b=4))


print(nested(0), nested(1))
