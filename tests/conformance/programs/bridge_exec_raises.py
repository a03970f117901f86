# hops: 3
# axes: process dump
# exec and eval whose code raises after the hop: the traceback shows the made-up file.
import traceback

from hop import hop


def work(text):
    try:
        exec(compile(text, "<made up>", "exec"), {"hop": hop})
    except ZeroDivisionError:
        return traceback.format_exc()


print(work("x = 1\nhop()\nx / 0\n"))
print(work("def f(x):\n    return hop(x) / 0\nf(1)"))
try:
    eval("{}[hop('missing')]")
except KeyError:
    print(traceback.format_exc())
