# hops: 2
# Several managers, nested ones, and a loop left from inside.
from hop import hop


class Named:
    log = []

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.log.append("+" + self.name)
        return self.name

    def __exit__(self, *exc):
        self.log.append("-" + self.name)


for i in range(3):
    with Named("a%d" % i) as a, Named("b") as b:
        with Named("c"):
            if i == 1:
                print(a, b, hop("inside"))
                break
            hop()
print(Named.log)
