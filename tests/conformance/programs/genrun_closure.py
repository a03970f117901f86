# axes: process
# hops: 3
# Cells that a running generator shares with its maker and with functions made inside.
from hop import hop


def make():
    count = 0

    def generate(step):
        nonlocal count
        while count < 5:
            count += step
            local = count

            def show():
                return local, count

            if count in (2, 4):
                hop()
            yield show

    def current():
        return count

    return generate, current


generate, current = make()
shown = []
for show in generate(1):
    shown.append(show)
    print(show(), current())
print([show() for show in shown], current())
again, now = make()
for show in again(4):
    print(show(), now())
