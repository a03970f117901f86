# refused: 2
# axes: process
# requires: 3.14
# hops: 3
# Template strings keep their values; what formats them later hops.
from hop import hop


class Shown:
    def __format__(self, spec):
        return hop("<%s>" % spec)


def render(template):
    out = []
    for part in template:
        out.append(part if isinstance(part, str) else format(part.value, part.format_spec))
    return "".join(out)


def work(shown):
    template = t"one {shown:a} two {hop(shown):b}!"
    return render(template), template.strings, template.interpolations[0].expression


print(work(Shown()))
