# axes: process ssh
# stdin: one\ntwo\nthree\nfour\n
# Standard input is read before and after the hop; nothing is lost.
import sys

from hop import hop

print(input())
print(sys.stdin.readline().strip())
hop()
print(input())
print(sys.stdin.read().split(), sys.stdin.read())
