# sys.stdout replaced during the hop stays replaced.
import contextlib
import io
import sys

from hop import hop

kept = io.StringIO()
with contextlib.redirect_stdout(kept):
    print("into the buffer")
    hop()
    print("still there")
print(repr(kept.getvalue()), sys.stdout is sys.__stdout__)
