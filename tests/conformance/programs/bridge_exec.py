# refused: 1
# axes: process
# hops: 6
# exec and eval, with namespaces of their own, the caller's, and code made before.
from hop import hop


def work():
    local = {"x": 1}
    exec("y = x + hop(2)\ndef f(): return x", {"hop": hop, "x": 10}, local)
    print(sorted(local), local["y"])
    print([eval("hop(z) + 1", {"hop": hop}, {"z": 5}), 0])
    own = {"hop": hop}
    exec("def g(n):\n    return hop(n) * 2\nclass C:\n    value = g(4)", own)
    return own["C"].value, eval("a + hop(1)", globals(), {"a": 1})


print(work())
code = compile("top = [hop('compiled')]", "<compiled>", "exec")
exec(code)
print(top, code.co_filename)  # noqa: F821
print(eval("[hop(i) if i else i for i in range(2)]"))
