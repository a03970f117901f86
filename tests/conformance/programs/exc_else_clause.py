# hops: 2
# A hop in else is not guarded by the handlers beside it.
from hop import hop


def attempt():
    try:
        try:
            pass
        except ValueError:
            return "wrong"
        else:
            hop()
            raise ValueError("from else")
        finally:
            hop()
    except ValueError as error:
        return str(error)


print(attempt())
