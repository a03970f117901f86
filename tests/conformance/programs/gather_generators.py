# hops: 44
# refused: 3.8 <=12, 3.9 <=8, 3.10-3.13 <=3, 3.14-3.15 <=10
# Generators and iterators hop while `list`, `tuple`, `set`, `sorted`, `deque` and `join` gather what they give.
from collections import deque

from hop import hop


def letters(text, *places):
    for place, letter in enumerate(text):
        if place in places:
            hop()
        yield letter


class Fresh:
    """Its `__iter__` makes a generator."""

    def __init__(self, text):
        self.text = text

    def __iter__(self):
        yield from letters(self.text, 1, 2)
        yield "!"


class Own:
    """Its own iterator."""

    def __init__(self, text):
        self.left = list(text)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            hop()
            raise StopIteration
        if len(self.left) == 2:
            hop()
        return self.left.pop(0)


def upper(letter):
    if letter in "bd":
        hop()
    return letter.upper()


def is_vowel(letter):
    if letter == "e":
        hop()
    return letter in "aeiou"


print(list(letters("abcdef", 0, 3)), list(Fresh("xyz")), list(Own("own")))
print(list(map(upper, "abcde")), list(filter(is_vowel, "abcdefghi")))
print(list(enumerate(letters("abc", 1))))
print(tuple(iter(letters("abcdefghijklmnop", 2, 11))))
print(tuple(map(upper, "abcd")))
print(sorted(letters("hello", 3)), sorted(letters("hello", 1), key=ord, reverse=True), sorted(map(upper, "dcba")))
print(sorted(set(letters("hello", 2))), sorted(set(map(upper, "abab"))))
print(deque(letters("abcdef", 4), 3), deque(map(upper, "abc"), maxlen=2))
print("-".join(letters("join", 1, 3)), "".join(map(upper, "abcd")), ",".join(Fresh("pq")), ":".join(Own("rst")))
print([*Fresh("abc")], {*letters("a", 0)}, [*map(upper, "abc"), 1])

gathered = ["first"]
gathered.extend(map(upper, "bcd"))
print(gathered)

# Lists in lists: each is the one that its own call fills.
print(list(list(letters("abc", number)) for number in range(3)))
print([list(letters(word, 1)) for word in ["ab", "cd"]], list(map(list, [letters("ab", 0), letters("cd", 1)])))


def nested(depth):
    if depth == 0:
        hop()
    yield depth
    if depth:
        yield list(nested(depth - 1))


print(list(nested(3)))
