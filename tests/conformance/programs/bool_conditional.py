# axes: process
# hops: 5
# Conditional expressions and assert.
from hop import hop


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return hop(self.value)


def work(a, b):
    out = [1, "yes" if a else "no", 2, "no" if not b else "yes"]
    assert a, "not shown"
    assert not b
    try:
        assert b, "shown"
    except AssertionError as error:
        out.append(str(error))
    return out


print(work(Truth(True), Truth(False)))
