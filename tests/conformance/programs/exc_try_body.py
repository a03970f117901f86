# hops: 2
# A hop in a try body; what is raised afterwards finds the handler, and else runs where nothing is.
from hop import hop


def attempt(fail):
    try:
        hop()
        if fail:
            raise ValueError("late")
    except ValueError as error:
        return "caught %s" % error
    else:
        return "else"


print(attempt(False), attempt(True))
