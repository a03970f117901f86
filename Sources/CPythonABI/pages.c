// Writing large buffers to a pipe by reference: the reader copies from the program's own pages, nobody else does.
// This file knows the system call and Python's buffers; it must not know what is written, nor when the pages may change.

#define _GNU_SOURCE
#include "CPythonABI.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/uio.h>

// Py_buffer as it lies in memory since 3.3 (Include/cpython/object.h, Include/pybuffer.h).
typedef struct {
    void *buf;
    PyObject *obj;
    ptrdiff_t len;
    ptrdiff_t itemsize;
    int readonly;
    int ndim;
    char *format;
    ptrdiff_t *shape;
    ptrdiff_t *strides;
    ptrdiff_t *suboffsets;
    void *internal;
} Py_buffer;

int PyArg_ParseTuple(PyObject *, const char *, ...);
void PyBuffer_Release(Py_buffer *);
PyThreadState *PyEval_SaveThread(void);
void PyEval_RestoreThread(PyThreadState *);
int PyErr_CheckSignals(void);
PyObject *PyLong_FromSsize_t(ptrdiff_t);

// Whatever hinders it (no pipe, no such system call, nobody reads), the caller's ordinary write of the rest will tell.
PyObject *pyteleport_give_pages(PyObject *module, PyObject *arguments) {
    (void)module;
    int fd;
    Py_buffer view;
    if (!PyArg_ParseTuple(arguments, "iy*", &fd, &view)) return NULL;
    ptrdiff_t done = 0;
    int interrupted = 0;
    while (done < view.len && !interrupted) {
        struct iovec rest = {(char *)view.buf + done, (size_t)(view.len - done)};
        PyThreadState *thread = PyEval_SaveThread();
        ssize_t count = vmsplice(fd, &rest, 1, 0);
        int error = errno;
        PyEval_RestoreThread(thread);
        if (count > 0) {
            done += count;
        } else if (count < 0 && error == EINTR) {
            interrupted = PyErr_CheckSignals() < 0;
        } else {
            break;
        }
    }
    PyBuffer_Release(&view);
    return interrupted ? NULL : PyLong_FromSsize_t(done);
}
