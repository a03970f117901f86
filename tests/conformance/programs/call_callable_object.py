# A function kept as an attribute of an object is no method.
from hop import hop


class Box:
    pass


def act(x):
    hop()
    return x * 2


box = Box()
box.act = act
print(box.act(21), box.act is act)
