// What a module in C is made of, for both of ours: part of the stable ABI (3.8), declared as CPythonABI.h says.

#ifndef PYTELEPORT_MODULE_H
#define PYTELEPORT_MODULE_H

#include <stddef.h>

typedef struct _object PyObject;
typedef PyObject *(*PyCFunction)(PyObject *, PyObject *);

typedef struct {
    const char *ml_name;
    PyCFunction ml_meth;
    int ml_flags;
    const char *ml_doc;
} PyMethodDef;

// PyModuleDef as it lies in memory since 3.5: PyModuleDef_Base, then the definition (Include/moduleobject.h).
typedef struct {
    ptrdiff_t ob_refcnt;
    void *ob_type;
    PyObject *(*m_init)(void);
    ptrdiff_t m_index;
    PyObject *m_copy;
    const char *m_name;
    const char *m_doc;
    ptrdiff_t m_size;
    PyMethodDef *m_methods;
    void *m_slots;
    void *m_traverse;
    void *m_clear;
    void *m_free;
} PyModuleDef;

enum { METH_VARARGS = 0x0001, METH_NOARGS = 0x0004, METH_O = 0x0008 };
enum { PYTHON_ABI_VERSION = 3 };

PyObject *PyModule_Create2(PyModuleDef *, int);

#endif
