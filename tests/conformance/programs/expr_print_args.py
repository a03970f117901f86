# hops: 2
# Arguments of a builtin, the hop among them.
from hop import hop

before, after = "before", "after"
print(before, hop("between"), after)
print(before, after, sep=hop("|"), end=".\n")
