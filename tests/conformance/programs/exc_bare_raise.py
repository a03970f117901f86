# A bare raise after the hop, deep in a function that the handler calls.
from hop import hop


def again():
    hop()
    raise


def attempt():
    try:
        raise LookupError("first")
    except LookupError:
        again()


try:
    attempt()
except LookupError as error:
    names, tb = [], error.__traceback__
    while tb is not None:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(repr(error), names[0], "again" in names)
