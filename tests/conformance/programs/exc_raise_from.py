# hops: 2
# Causes and contexts made before and after hops.
from hop import hop


def attempt():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            hop()
            raise ValueError("from") from error
    except ValueError as error:
        caught = error
        try:
            hop()
            raise KeyError("quiet") from None
        except KeyError as last:
            return caught, last


value, key = attempt()
print(repr(value.__cause__), value.__cause__ is value.__context__, value.__suppress_context__)
print(key.__cause__, key.__context__ is value, key.__suppress_context__)
