# super() without arguments before and after the hop, through three classes.
from hop import hop


class Base:
    def work(self, x):
        hop()
        return ["base", x]


class Middle(Base):
    def work(self, x):
        return ["middle"] + super().work(x + 1) + [__class__.__name__]


class Top(Middle):
    def work(self, x):
        result = super().work(x + 1)
        return ["top", super().work.__qualname__] + result


print(Top().work(0) if False else Top.work(Top(), 0))
