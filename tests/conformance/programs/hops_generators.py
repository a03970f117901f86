# hops: 3
# A suspended generator moves three times, advancing between.
from hop import hop


def numbers():
    try:
        for i in range(10):
            with_value = yield i
            print("sent", with_value)
    finally:
        print("closed")


generator = numbers()
out = [next(generator)]
for i in range(3):
    hop()
    out.append(generator.send(i))
generator.close()
print(out)
