# The decimal context of the program goes along.
import decimal

from hop import hop

decimal.getcontext().prec = 5
decimal.getcontext().rounding = decimal.ROUND_DOWN
hop()
print(decimal.Decimal(2) / decimal.Decimal(3), decimal.getcontext().prec, decimal.getcontext().rounding)
