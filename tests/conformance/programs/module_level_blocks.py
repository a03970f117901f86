# hops: 4
# Hops in the module's own frame: in for, try, with, if and an expression.
import contextlib

from hop import hop

log = []
for i in range(3):
    if i == 1:
        try:
            with contextlib.suppress(KeyError):
                log.append(("inside", i, hop(i)))
                raise KeyError
            log.append("suppressed")
            raise ValueError(hop("module"))
        except ValueError as error:
            log.append(hop(str(error)))
        finally:
            log.append("finally")
print(log, i, [i, hop("expression")][1], "error" in globals())
