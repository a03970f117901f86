# axes: process
# A property keeps the name that its class gave it, which its messages say.
from hop import hop


def work():
    class Thing:
        absent = property()
        present = property(lambda self: 5)

    hop()
    thing = Thing()
    try:
        thing.absent
    except AttributeError as error:
        print(error)
    try:
        thing.present = 6
    except AttributeError as error:
        print(error)
    print(thing.present)


work()
