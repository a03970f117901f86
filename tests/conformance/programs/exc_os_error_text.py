# axes: process
# What an OSError says depends on which of its fields there are, None or not.
from hop import hop

kept = [OSError("text"), OSError(), OSError(2, "two"), OSError(2, "two", "file"), OSError(2, "two", None), OSError(1, None)]
before = [str(one) for one in kept]
hop()
print([str(one) for one in kept] == before, before, [one.filename for one in kept], [one.args for one in kept])
