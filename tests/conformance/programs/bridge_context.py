# axes: process
# hops: 4
# contextvars.Context.run: what is set inside stays inside, and is still there after the hop.
import contextvars

from hop import hop

name = contextvars.ContextVar("name", default="nobody")


def inner(*args, **kwargs):
    before = name.get()
    token = name.set("inner")
    hop()
    out = before, name.get(), args, kwargs
    name.reset(token)
    return out, name.get()


def work():
    name.set("outer")
    context = contextvars.copy_context()
    name.set("changed")
    print(context.run(inner, 1, k=2), name.get(), context[name])
    return context.run(lambda: hop(name.set("kept")).var is name), name.get(), context[name]


print(work())


def nested():
    name.set("nested")
    return contextvars.copy_context().run(lambda: (hop(name.get()), name.set("deep"))[0]), name.get()


print(contextvars.Context().run(nested), hop(name.get()))
