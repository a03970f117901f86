# hops: 4
# for with else, leaving two nested loops by return.
from hop import hop


def find(rows, wanted):
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value == wanted:
                return hop((r, c))
        else:
            hop()
            continue
        break
    else:
        return "nowhere"


print(find([[1, 2], [3, 4]], 4), find([[1], [2]], 9))
