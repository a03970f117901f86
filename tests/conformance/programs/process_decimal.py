# The decimal context of the program goes along, and local ones that it is in.
# hops: 3
import decimal

from hop import hop


def divided():
    return decimal.Decimal(2) / decimal.Decimal(3)


outside = decimal.getcontext()
outside.prec = 5
outside.rounding = decimal.ROUND_DOWN
hop()
print(divided(), decimal.getcontext().prec, decimal.getcontext().rounding)
with decimal.localcontext() as inside:
    inside.prec = 3
    hop()
    print(divided(), inside is decimal.getcontext(), outside.prec)
    with decimal.localcontext(decimal.Context(prec=9)) as further:
        waiting = decimal.localcontext(decimal.Context(prec=2))
        hop()
        print(divided(), further is decimal.getcontext())
    print(divided(), inside is decimal.getcontext())
print(divided(), outside is decimal.getcontext())
with waiting as entered:
    print(divided(), entered is decimal.getcontext())
print(divided(), outside is decimal.getcontext())
