# hops: 2
# A bound method is called with one more thing on the value stack.
from hop import hop


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.log = []

    def pay(self, amount, note="-"):
        self.log.append(amount)
        hop()
        self.log.append(note)
        return self


account = Account("ann")
print([1, account.pay(5).log, 2], account.owner)
pay = account.pay
print(pay(6, note="six") is account, pay.__self__ is account, account.log)
