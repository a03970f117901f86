# axes: process
# One generator twice in what is pickled stays one; the original goes on by itself; a snapshot is loaded twice.
import pyteleport
from hop import hop


def numbers(items):
    for item in items:
        try:
            yield item
        except ValueError as error:
            items.append(str(error))


items = [1, 2, 3]
generator = numbers(items)
next(generator)
data = pyteleport.dumps({"one": generator, "same": [generator], "items": items})
first = pyteleport.loads(data)
next(generator), next(generator)
hop()
second = pyteleport.loads(data)
print(first["one"] is first["same"][0], first["one"] is second["one"])
print(next(first["one"]), first["one"].throw(ValueError("thrown")), next(first["same"][0]), first["items"])
print(list(second["one"]), second["items"], next(generator, "over"), items)
print(second["one"].gi_frame, first["one"].gi_frame.f_lineno, first["one"].__name__)
