# refused: 1
# axes: process
# hops: 2
# A profile function that hops; the profile goes on.
import sys

from hop import hop

seen = []


def profile(frame, event, arg):
    if frame.f_code.co_name in ("work", "step"):
        seen.append((frame.f_code.co_name, event, getattr(arg, "__name__", arg)))
        if len(seen) in (2, 4):
            hop()


def step(x):
    return abs(x)


def work():
    return step(-1) + len("ab")


sys.setprofile(profile)
result = work()
sys.setprofile(None)
for each in seen:
    print(*each)
print(result)
