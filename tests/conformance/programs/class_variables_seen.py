# axes: process
# hops: 2
# refused: 1
# A hop that is refused writes nothing into a class.
from hop import hop


class Plain(list):
    def __getstate__(self):
        return {"said": "by itself"}

    def __setstate__(self, state):
        pass


Odd = type("Odd", (), {"plain": 1})
odd, plain = Odd(), Plain()
before = [sorted(vars(kind)) for kind in (Odd, Plain)]
sorted([1, 2], key=lambda number: hop(number) if number == 2 else number)
print([sorted(vars(kind)) for kind in (Odd, Plain)] == before)
hop()
print([sorted(vars(kind)) for kind in (Odd, Plain)] == before, odd.plain, type(plain).__name__)
