# A captured variable that has no value yet during the hop.
from hop import hop


def attempt():
    def early():
        return late

    hop()
    try:
        early()
    except NameError as error:
        print(type(error).__name__)
    late = "bound now"
    return early()


print(attempt())
