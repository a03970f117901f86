# axes: process
# hops: 6
# Instructions that hop inside of finally bodies, entered in each way.
from hop import hop


class Thing:
    def __init__(self, log):
        self.log = log

    def __iadd__(self, other):
        self.log.append(hop(other))
        return self

    def __bool__(self):
        return hop(True)


def work(how, log):
    thing = Thing(log)
    for i in range(2):
        try:
            if how == "continue":
                continue
            if how == "return":
                return "returned"
            if how == "raise":
                raise KeyError(how)
            if how == "break":
                break
        finally:
            thing += (how, i)
            if how == "break" and thing:
                log.append("true")
    return "end"


log = []
print(work("continue", log), work("return", log), work("break", log))
try:
    work("raise", log)
except KeyError as error:
    print(error)
print(log)
