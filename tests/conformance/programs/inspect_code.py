# The code of a frame that moved: its name, file, flags, variables and first line.
import os
import sys

from hop import hop


def work(a, b=2, *args, c, **kw):
    local = a
    hop()
    code = sys._getframe().f_code
    print(code.co_name, os.path.basename(code.co_filename), code.co_firstlineno, code.co_flags)
    print(code.co_varnames, code.co_argcount, code.co_kwonlyargcount, code.co_freevars)
    return local, sys._getframe().f_locals["kw"], sys._getframe().f_globals is globals()


print(work(1, c=3, d=4))
