# Decorators made with functools.wraps.
import functools

from hop import hop


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        trail.append("in " + function.__name__)
        try:
            return function(*args, **kwargs)
        finally:
            trail.append("out")

    return wrapper


def repeated(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            return [function(*args) for _ in range(times)][-1]

        return wrapper

    return decorate


trail = []


@repeated(1)
@traced
def work(x):
    """Do the work."""
    return hop(x) + 1


print(work(1), trail, work.__name__, work.__doc__, work.__wrapped__.__name__)
