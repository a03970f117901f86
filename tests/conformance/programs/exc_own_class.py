# The program's own exception, with state and a custom constructor, is handled during the hop.
from hop import hop


class Refused(Exception):
    def __init__(self, code, *, why):
        super().__init__("refused %d" % code)
        self.code, self.why = code, why


def attempt():
    try:
        raise Refused(7, why=["because"])
    except (KeyError, Refused) as error:
        kept = error
        hop()
        return kept.code, kept.why, str(kept), isinstance(error, Refused), type(kept) is Refused


print(attempt())
