# Line numbers and names in the traceback of an exception raised after the hop.
from hop import hop


def inner(x):
    hop()

    raise ValueError(x)


def outer(x):
    return (
        inner(x),
        "never",
    )


try:
    outer(5)
except ValueError as error:
    tb = error.__traceback__
    while tb is not None:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
