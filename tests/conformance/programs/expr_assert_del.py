# hops: 2
# assert, del and a discarded result.
from hop import hop

values = {"a": 1, "b": 2}
del values[hop("a")]
try:
    assert not values, hop("left: %s" % values)
except AssertionError as error:
    print(type(error).__name__, error)
