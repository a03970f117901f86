# hops: 2
# Loops and branches whose jumps are longer than one byte can tell.
from hop import hop


def work(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += i * 0 - (total % 3)
            total += i * 1 - (total % 4)
            total += i * 2 - (total % 5)
            total += i * 3 - (total % 6)
            total += i * 4 - (total % 7)
            total += i * 5 - (total % 8)
            total += i * 6 - (total % 9)
            total += i * 7 - (total % 10)
            total += i * 8 - (total % 11)
            total += i * 9 - (total % 12)
            total += i * 10 - (total % 13)
            total += i * 11 - (total % 14)
            total += i * 12 - (total % 15)
            total += i * 13 - (total % 16)
            total += i * 14 - (total % 17)
            total += i * 15 - (total % 18)
            total += i * 16 - (total % 19)
            total += i * 17 - (total % 20)
            total += i * 18 - (total % 21)
            total += i * 19 - (total % 22)
            total += i * 20 - (total % 23)
            total += i * 21 - (total % 24)
            total += i * 22 - (total % 25)
            total += i * 23 - (total % 26)
            total += i * 24 - (total % 27)
            total += i * 25 - (total % 28)
            total += i * 26 - (total % 29)
            total += i * 27 - (total % 30)
            total += i * 28 - (total % 31)
            total += i * 29 - (total % 32)
            total += i * 30 - (total % 33)
            total += i * 31 - (total % 34)
            total += i * 32 - (total % 35)
            total += i * 33 - (total % 36)
            total += i * 34 - (total % 37)
            total += i * 35 - (total % 38)
            total += i * 36 - (total % 39)
            total += i * 37 - (total % 40)
            total += i * 38 - (total % 41)
            total += i * 39 - (total % 42)
            total += i * 40 - (total % 43)
            total += i * 41 - (total % 44)
            total += i * 42 - (total % 45)
            total += i * 43 - (total % 46)
            total += i * 44 - (total % 47)
            total += i * 45 - (total % 48)
            total += i * 46 - (total % 49)
            total += i * 47 - (total % 50)
            total += i * 48 - (total % 51)
            total += i * 49 - (total % 52)
            total += i * 50 - (total % 53)
            total += i * 51 - (total % 54)
            total += i * 52 - (total % 55)
            total += i * 53 - (total % 56)
            total += i * 54 - (total % 57)
            total += i * 55 - (total % 58)
            total += i * 56 - (total % 59)
            total += i * 57 - (total % 60)
            total += i * 58 - (total % 61)
            total += i * 59 - (total % 62)
            total += i * 60 - (total % 63)
            total += i * 61 - (total % 64)
            total += i * 62 - (total % 65)
            total += i * 63 - (total % 66)
            total += i * 64 - (total % 67)
            total += i * 65 - (total % 68)
            total += i * 66 - (total % 69)
            total += i * 67 - (total % 70)
            total += i * 68 - (total % 71)
            total += i * 69 - (total % 72)
            hop()
        else:
            total -= i + 0 if total > 0 else 0
            total -= i + 1 if total > 1 else 1
            total -= i + 2 if total > 2 else 2
            total -= i + 3 if total > 3 else 3
            total -= i + 4 if total > 4 else 4
            total -= i + 5 if total > 5 else 5
            total -= i + 6 if total > 6 else 6
            total -= i + 7 if total > 7 else 7
            total -= i + 8 if total > 8 else 8
            total -= i + 9 if total > 9 else 9
            total -= i + 10 if total > 10 else 10
            total -= i + 11 if total > 11 else 11
            total -= i + 12 if total > 12 else 12
            total -= i + 13 if total > 13 else 13
            total -= i + 14 if total > 14 else 14
            total -= i + 15 if total > 15 else 15
            total -= i + 16 if total > 16 else 16
            total -= i + 17 if total > 17 else 17
            total -= i + 18 if total > 18 else 18
            total -= i + 19 if total > 19 else 19
            total -= i + 20 if total > 20 else 20
            total -= i + 21 if total > 21 else 21
            total -= i + 22 if total > 22 else 22
            total -= i + 23 if total > 23 else 23
            total -= i + 24 if total > 24 else 24
            total -= i + 25 if total > 25 else 25
            total -= i + 26 if total > 26 else 26
            total -= i + 27 if total > 27 else 27
            total -= i + 28 if total > 28 else 28
            total -= i + 29 if total > 29 else 29
            total -= i + 30 if total > 30 else 30
            total -= i + 31 if total > 31 else 31
            total -= i + 32 if total > 32 else 32
            total -= i + 33 if total > 33 else 33
            total -= i + 34 if total > 34 else 34
            total -= i + 35 if total > 35 else 35
            total -= i + 36 if total > 36 else 36
            total -= i + 37 if total > 37 else 37
            total -= i + 38 if total > 38 else 38
            total -= i + 39 if total > 39 else 39
            total -= i + 40 if total > 40 else 40
            total -= i + 41 if total > 41 else 41
            total -= i + 42 if total > 42 else 42
            total -= i + 43 if total > 43 else 43
            total -= i + 44 if total > 44 else 44
            total -= i + 45 if total > 45 else 45
            total -= i + 46 if total > 46 else 46
            total -= i + 47 if total > 47 else 47
            total -= i + 48 if total > 48 else 48
            total -= i + 49 if total > 49 else 49
            total -= i + 50 if total > 50 else 50
            total -= i + 51 if total > 51 else 51
            total -= i + 52 if total > 52 else 52
            total -= i + 53 if total > 53 else 53
            total -= i + 54 if total > 54 else 54
            total -= i + 55 if total > 55 else 55
            total -= i + 56 if total > 56 else 56
            total -= i + 57 if total > 57 else 57
            total -= i + 58 if total > 58 else 58
            total -= i + 59 if total > 59 else 59
            total -= i + 60 if total > 60 else 60
            total -= i + 61 if total > 61 else 61
            total -= i + 62 if total > 62 else 62
            total -= i + 63 if total > 63 else 63
            total -= i + 64 if total > 64 else 64
            total -= i + 65 if total > 65 else 65
            total -= i + 66 if total > 66 else 66
            total -= i + 67 if total > 67 else 67
            total -= i + 68 if total > 68 else 68
            total -= i + 69 if total > 69 else 69
        try:
            if total > 10 ** 9:
                break
            total += 0 if total % 2 else -0
            total += 1 if total % 2 else -1
            total += 2 if total % 2 else -2
            total += 3 if total % 2 else -3
            total += 4 if total % 2 else -4
            total += 5 if total % 2 else -5
            total += 6 if total % 2 else -6
            total += 7 if total % 2 else -7
            total += 8 if total % 2 else -8
            total += 9 if total % 2 else -9
            total += 10 if total % 2 else -10
            total += 11 if total % 2 else -11
            total += 12 if total % 2 else -12
            total += 13 if total % 2 else -13
            total += 14 if total % 2 else -14
            total += 15 if total % 2 else -15
            total += 16 if total % 2 else -16
            total += 17 if total % 2 else -17
            total += 18 if total % 2 else -18
            total += 19 if total % 2 else -19
            total += 20 if total % 2 else -20
            total += 21 if total % 2 else -21
            total += 22 if total % 2 else -22
            total += 23 if total % 2 else -23
            total += 24 if total % 2 else -24
            total += 25 if total % 2 else -25
            total += 26 if total % 2 else -26
            total += 27 if total % 2 else -27
            total += 28 if total % 2 else -28
            total += 29 if total % 2 else -29
            total += 30 if total % 2 else -30
            total += 31 if total % 2 else -31
            total += 32 if total % 2 else -32
            total += 33 if total % 2 else -33
            total += 34 if total % 2 else -34
            total += 35 if total % 2 else -35
            total += 36 if total % 2 else -36
            total += 37 if total % 2 else -37
            total += 38 if total % 2 else -38
            total += 39 if total % 2 else -39
        finally:
            total += 1
    else:
        return 'else', total
    return total


print(work(4))
