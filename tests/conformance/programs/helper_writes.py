# program: no
# Writes into an imported module while it is imported itself, and its function that does so is gone afterwards.
import csv
import textwrap


def once():
    csv.by_function = 5


csv.by_body = "body"
textwrap.TextWrapper.x = "\N{HORIZONTAL ELLIPSIS}"
once()
del once


def shown():
    return csv.by_body, csv.by_function, textwrap.TextWrapper.x
