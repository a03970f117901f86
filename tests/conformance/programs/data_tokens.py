# hops: 5
# What `set` of context variables has returned is still good for `reset`, once, in the context where it was made.
import contextvars

from hop import hop

plain = contextvars.ContextVar("plain")
filled = contextvars.ContextVar("filled", default="default")
other = contextvars.ContextVar("other")
copied = contextvars.ContextVar("copied")


def show():
    print([one.get("nothing") for one in (plain, filled, other)], filled in contextvars.copy_context())


def attempt(token):
    try:
        token.var.reset(token)
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, str(error)[:12])


first, again = plain.set(1), plain.set(2)
one, two, three = filled.set("a"), filled.set("b"), filled.set("c")
module = other.set([5])
filled.reset(three)
elsewhere = contextvars.copy_context().run(copied.set, 3)
hop()
show()
attempt(three)
attempt(elsewhere)
plain.reset(again)
filled.reset(two)
show()
hop()
attempt(again)
plain.reset(first)
filled.reset(one)
show()
other.get().append(6)
hop()
show()
other.reset(module)
show()
missing = contextvars.Token.MISSING
hop()
print(first.old_value is missing is contextvars.Token.MISSING, two.old_value, two.var is filled)


def within():
    token = filled.set("within")
    inner = plain.set("inner")
    hop()
    print(filled.get(), plain.get())
    filled.reset(token)
    plain.reset(inner)
    attempt(token)
    attempt(kept)
    print(filled.get(), plain.get("nothing"))


kept = filled.set("kept")
context = contextvars.copy_context()
context.run(within)
show()
filled.reset(kept)
show()
