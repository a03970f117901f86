// The part of CPython's stable ABI (3.8) that the engine uses, and the functions that it gives to Python.
//
// Declared here instead of included, so that building needs no interpreter's headers and nothing beyond the limited
// API can slip in. Py_ssize_t is ptrdiff_t on every platform that is supported.

#ifndef PYTELEPORT_CPYTHON_ABI_H
#define PYTELEPORT_CPYTHON_ABI_H

#include <stddef.h>

typedef struct _object PyObject;
typedef struct _ts PyThreadState;

void Py_IncRef(PyObject *);
void Py_DecRef(PyObject *);

PyObject *PyObject_GetAttrString(PyObject *, const char *);
PyObject *PyObject_GetIter(PyObject *);
PyObject *PyObject_CallObject(PyObject *, PyObject *);
PyObject *PyImport_ImportModule(const char *);
PyObject *PySys_GetObject(const char *);  // borrowed

PyObject *PyTuple_New(ptrdiff_t);
int PyTuple_SetItem(PyObject *, ptrdiff_t, PyObject *);  // steals
ptrdiff_t PyTuple_Size(PyObject *);
PyObject *PyTuple_GetItem(PyObject *, ptrdiff_t);  // borrowed
PyObject *PyList_New(ptrdiff_t);
ptrdiff_t PyList_Size(PyObject *);
PyObject *PyList_GetItem(PyObject *, ptrdiff_t);  // borrowed
PyObject *PyMapping_Values(PyObject *);
int PyList_SetItem(PyObject *, ptrdiff_t, PyObject *);  // steals
int PyList_Append(PyObject *, PyObject *);
int PyDict_Next(PyObject *, ptrdiff_t *, PyObject **, PyObject **);  // borrowed
PyObject *PyDict_GetItem(PyObject *, PyObject *);                    // borrowed
PyObject *PyDict_GetItemString(PyObject *, const char *);            // borrowed
int PySet_Contains(PyObject *, PyObject *);
int PyUnicode_Compare(PyObject *, PyObject *);

PyObject *PyLong_FromLong(long);
long PyLong_AsLong(PyObject *);
PyObject *PyBool_FromLong(long);
PyObject *PyBytes_FromStringAndSize(const char *, ptrdiff_t);
int PyBytes_AsStringAndSize(PyObject *, char **, ptrdiff_t *);
PyObject *PyUnicode_FromStringAndSize(const char *, ptrdiff_t);
PyObject *PyUnicode_AsUTF8String(PyObject *);

PyObject *PyException_GetTraceback(PyObject *);  // new reference; NULL, without an error, where there is none
void PyErr_Clear(void);
void PyErr_SetObject(PyObject *, PyObject *);
PyObject *PyErr_Occurred(void);  // borrowed

PyThreadState *PyThreadState_Get(void);

// What the stable ABI has only as macros or variadic functions; module.c.
PyObject *pyteleport_none(void);           // new reference
PyObject *pyteleport_refusal_type(void);   // borrowed
// Borrowed; 0 with an error set.
int pyteleport_arguments(PyObject *arguments, PyObject **first, PyObject **last, PyObject **bridge, PyObject **handlers,
                         int *interrupted);
int pyteleport_set_state(PyObject *iterator, long index);  // iterator.__setstate__(index); 0 with an error set
void pyteleport_raise(const char *message);  // RuntimeError

// Memory that may not be there; probe.c.
int pyteleport_probe(unsigned long address, void *into, size_t size);  // 0 where it can't be read
unsigned long pyteleport_stack_end(void);                              // of this thread, 0 where it can't be told

// What the engine gives to Python; implemented in Swift. Each returns a new reference, or NULL with an error set.
PyObject *pyteleport_capture(PyObject *module, PyObject *arguments);
PyObject *pyteleport_held_by_c(PyObject *module, PyObject *type);
PyObject *pyteleport_generator(PyObject *module, PyObject *generator);
PyObject *pyteleport_exit_callbacks(PyObject *module, PyObject *none);
PyObject *pyteleport_foreign(PyObject *module, PyObject *arguments);
PyObject *pyteleport_set_arrangement(PyObject *module, PyObject *set);

#endif
