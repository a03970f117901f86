# Local variables that are unbound or deleted during the hop.
from hop import hop


def attempt(flag):
    gone = 1
    if flag:
        never = 2
    del gone
    hop()
    out = []
    for name in ("gone", "never"):
        try:
            out.append(gone if name == "gone" else never)
        except UnboundLocalError:
            out.append(name + " unbound")
    gone = "again"
    return out, gone, sorted(locals())


print(attempt(False))
