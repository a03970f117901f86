"""Keeps numbers in order while they come and go."""

from sortedcontainers import SortedDict, SortedList, SortedSet

numbers = SortedList()
numbers._reset(4)
state = 7
for _ in range(40):
    state = state * 16807 % 2147483647
    numbers.add(state % 100)
    if state % 3 == 0:
        numbers.discard(numbers[len(numbers) // 2])
print(list(numbers), numbers.bisect(50), numbers.count(7))
words = SortedDict(lambda word: (len(word), word))
for word in "the quick brown fox jumps over the lazy dog".split():
    words[word] = words.get(word, 0) + 1
print(words, words.peekitem(-1), SortedSet("hello") & SortedSet("world"))
