# requires: 3.11
# Notes added before and after the hop stay with the exception.
from hop import hop

try:
    raise ValueError("noted")
except ValueError as error:
    error.add_note("before")
    hop()
    error.add_note("after")
    print(error.__notes__)
