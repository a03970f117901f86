# A generator expression, half consumed, travels as a value.
from hop import hop

base = 10
squares = (x * x + base for x in range(6) if x % 2)
print(next(squares))
base = hop(20)
print(list(squares), list(squares))
