# hops: 4
# for over dict, its views, a set and a frozenset.
from hop import hop

table = {"one": 1, "two": 2, "three": 3}
out = []
for key in table:
    if key == "two":
        hop()
    out.append(key)
for key, value in table.items():
    if value == 2:
        hop()
    out.append((key, value))
for value in table.values():
    if value == 1:
        hop()
    table[key] = table[key] + value
out.append(table)
members = []
for member in {1, 2, 3}:
    if not members:
        hop()
    members.append(member)
print(out, sorted(members))
