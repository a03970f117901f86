# hops: 1
# Types of C that are nowhere under their own name.
import contextvars
import sys

from hop import hop

variable = contextvars.ContextVar("variable", default=7)
kinds = [contextvars.ContextVar, contextvars.Context, contextvars.Token, type(sys.flags), type(sys.version_info)]
kinds += [type(sys.float_info), type(sys.hash_info), type(sys.implementation), variable.set, type(iter(()))]
nothing, dots, never = type(None), type(...), type(NotImplemented)
hop()
print(type(None) is nothing, type(...) is dots, type(NotImplemented) is never)
print(type(variable) is kinds[0], type(contextvars.copy_context()) is kinds[1], type(kinds[8](3)) is kinds[2])
print(isinstance(sys.flags, kinds[3]), isinstance(sys.version_info, kinds[4]), isinstance(sys.float_info, kinds[5]))
print(isinstance(sys.hash_info, kinds[6]), isinstance(sys.implementation, kinds[7]), variable.get(), kinds[9].__name__)
