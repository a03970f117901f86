# NaN equals nothing: containers find it by its identity, which stays.
import math

from hop import hop

nan, other = float("nan"), float("nan")
listed, keyed, constant = [nan, 1.0, nan], {nan: "found"}, math.nan


def work(own):
    local = [own, constant]
    hop()
    print(listed.count(nan), nan in listed, other in listed, keyed[nan], keyed.get(other), own is nan)
    print(local.count(own), constant is math.nan, local.index(math.nan), listed == [nan, 1.0, nan], {nan} == {nan})


work(nan)
