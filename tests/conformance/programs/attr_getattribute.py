# axes: process
# hops: 6
# __getattribute__ that answers, and one that raises AttributeError so that __getattr__ is asked.
from hop import hop


class Answers:
    value = 5

    def __getattribute__(self, name):
        got = object.__getattribute__(self, name)
        return hop(got)


class Declines:
    def __getattribute__(self, name):
        hop()
        raise AttributeError("declined " + name)

    def __getattr__(self, name):
        return hop("then %s" % name)


class Only:
    def __getattribute__(self, name):
        raise AttributeError(hop("no " + name))


def work(answers, declines):
    return [answers.value + 1, declines.missing]


print(work(Answers(), Declines()))
try:
    Only().x
except AttributeError as error:
    print(error)
print(Declines().y)
