// Preloaded into a starting interpreter, this gives it the hash secret of another one, so that texts have the hashes there that they
// have here, and sets their order.
// This file knows how an interpreter asks for its secret (Python/bootstrap_hash.c: 24 bytes, its first question, by `getrandom`, or by
// `syscall` where its C library had no such function when it was built). It must not need any library, so that it can be loaded
// beside every C library; and it leaves no trace in the environment.

#include <sys/syscall.h>

extern char **environ __attribute__((weak));
int *__errno_location(void);

enum { SIZE = 24 };

// Replaced in the file by the secret to give (_hashes.py).
static volatile unsigned char secret[SIZE] = "pyteleport: hash secret";
static int is_given;

static long direct(long number, long a, long b, long c, long d, long e, long f) {
    long result;
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    register long r9 __asm__("r9") = f;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    return result;
}

long syscall(long number, long a, long b, long c, long d, long e, long f) {
    if (number == SYS_getrandom && b == SIZE && !is_given) {
        is_given = 1;
        for (int place = 0; place < SIZE; place++) ((volatile unsigned char *)a)[place] = secret[place];
        return SIZE;
    }
    long result = direct(number, a, b, c, d, e, f);
    if (result < 0 && result >= -4095) {
        *__errno_location() = (int)-result;
        return -1;
    }
    return result;
}

long getrandom(void *buffer, unsigned long size, unsigned flags) {
    return syscall(SYS_getrandom, (long)buffer, (long)size, (long)flags, 0, 0, 0);
}

// Takes the first entry of LD_PRELOAD away, which is this file by the number of its descriptor, where the kernel has it too, and
// closes that. glibc gives constructors the environment, of which it may have no variable yet; musl has the variable and gives nothing.
__attribute__((constructor)) static void begin(int count, char **arguments, char **given) {
    (void)count;
    (void)arguments;
    static const char name[] = "LD_PRELOAD=/proc/self/fd/";
    char **entries = &environ && environ ? environ : given;
    for (; *entries; entries++) {
        char *entry = *entries, *rest = entry;
        const char *wanted = name;
        while (*wanted && *rest == *wanted) rest++, wanted++;
        if (*wanted) continue;
        long descriptor = 0;
        for (; *rest >= '0' && *rest <= '9'; rest++) descriptor = descriptor * 10 + (*rest - '0');
        direct(SYS_close, descriptor, 0, 0, 0, 0, 0);
        char *to = entry;
        if (*rest == ':') {
            while (*to != '=') to++;
            to++;
            for (rest++; *rest; rest++) *to++ = *rest;
        } else {
            for (char **place = entries; *place; place++) place[0] = place[1];
            for (; *rest; rest++) {}
        }
        while (to < rest) *to++ = 0;
        return;
    }
}
