// Memory that may not be there, and the extent of the C stack.
// This file knows the system calls; it must not know what is looked for.

#define _GNU_SOURCE
#include "CPythonABI.h"

#include <pthread.h>
#include <sys/uio.h>
#include <unistd.h>

int pyteleport_probe(unsigned long address, void *into, size_t size) {
    struct iovec here = {into, size}, there = {(void *)address, size};
    return process_vm_readv(getpid(), &here, 1, &there, 1, 0) == (ssize_t)size;
}

unsigned long pyteleport_stack_end(void) {
    pthread_attr_t attributes;
    void *begin;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes)) return 0;
    int failed = pthread_attr_getstack(&attributes, &begin, &size);
    pthread_attr_destroy(&attributes);
    return failed ? 0 : (unsigned long)begin + size;
}
