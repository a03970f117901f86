# StringIO and BytesIO keep contents and position.
import io

from hop import hop

text, data = io.StringIO("one\ntwo\nthree\n"), io.BytesIO(b"abcdef")
text.readline()
data.seek(2)
hop()
print(repr(text.readline()), data.read(2), text.getvalue().count("\n"), data.tell())
