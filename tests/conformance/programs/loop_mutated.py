# The list under the loop goes on growing after the hop, and its length is seen.
from hop import hop

queue = [3]
out = []
for item in queue:
    if item == 2:
        hop()
    out.append(item)
    if item:
        queue.append(item - 1)
print(out, queue)
