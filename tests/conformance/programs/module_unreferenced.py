# What stands in sys.modules and nothing else refers to is not imported anew: modules of the program, and what it has put there.
import sys
from types import ModuleType

from hop import hop


class Place:
    where = "an object"


class Lazy(ModuleType):
    def __getattr__(self, name):
        return "made: " + name


def count():
    import helper_unreferenced

    helper_unreferenced.counter += 1
    return helper_unreferenced.counter


def put():
    made = ModuleType("made_by_hand")
    made.value = 5
    sys.modules["made_by_hand"] = made
    sys.modules["helper_place"] = Place()
    sys.modules["helper_alias"] = sys.modules["helper_unreferenced"]
    sys.modules["helper_none"] = None
    sys.modules["helper_lazily"] = Lazy("helper_lazily")


def look():
    import helper_alias
    import helper_lazily
    import helper_place
    import helper_unreferenced
    import made_by_hand

    print(made_by_hand.value, helper_place.where, helper_alias is helper_unreferenced)
    print(type(helper_lazily), helper_lazily.__name__, helper_lazily.something)
    try:
        import helper_none
    except ImportError as error:
        print(error)
    else:
        print(helper_none)


count()
put()
hop()
print(sorted(name for name in sys.modules if name.startswith("helper_")))
print(count())
look()
