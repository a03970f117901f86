# axes: process
# hops: 5
# Exceptions whose __init__ hops when they are raised; raised by class, by call, from another.
from hop import hop


class Failure(Exception):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = hop("extra")

    def __str__(self):
        return "failure %s" % (self.args,)


def work(how):
    try:
        if how == "class":
            raise Failure
        if how == "call":
            raise Failure(1, [2])
        try:
            raise LookupError("before")
        except LookupError as error:
            raise Failure("after") from error
    except Failure as failure:
        return str(failure), failure.extra, repr(failure.__cause__), repr(failure.__context__)


print(work("class"))
print(work("call"))
print(work("from"))


def generate():
    try:
        yield 1
    except Failure as failure:
        yield failure.extra, failure.args


generator = generate()
next(generator)
print(generator.throw(Failure("thrown")))
try:
    try:
        raise KeyError
    finally:
        raise Failure("in finally")
except Failure as failure:
    print(failure, repr(failure.__context__))
