// The module `_read_hook`: an audit hook that notes what is opened for reading.
// This file knows how the interpreter tells of an opening (the event "open": name, mode, flags; Modules/_io/fileio.c, Modules/posixmodule.c). It
// must not know what the names are for, nor run any code of the program's. In C, because the interpreter tells hooks of every `id` as well, and
// because a hook in Python is a frame from within which signals are handled.

#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "../CPythonABI/module.h"

extern PyObject PyUnicode_Type, PyBytes_Type, PyLong_Type, _Py_TrueStruct, _Py_NoneStruct;

void Py_IncRef(PyObject *);
void Py_DecRef(PyObject *);
void PyErr_Clear(void);
int PySys_AddAuditHook(int (*)(const char *, PyObject *, void *), void *);
int PyType_IsSubtype(PyObject *, PyObject *);
ptrdiff_t PyTuple_Size(PyObject *);
PyObject *PyTuple_GetItem(PyObject *, ptrdiff_t);  // borrowed
long PyLong_AsLong(PyObject *);
unsigned long PyThread_get_thread_ident(void);
int PyBytes_AsStringAndSize(PyObject *, char **, ptrdiff_t *);
PyObject *PyUnicode_FromObject(PyObject *);
PyObject *PyUnicode_FromString(const char *);
PyObject *PyUnicode_FromFormat(const char *, ...);
PyObject *PyUnicode_DecodeFSDefault(const char *);
PyObject *PyUnicode_DecodeFSDefaultAndSize(const char *, ptrdiff_t);
PyObject *PyUnicode_EncodeFSDefault(PyObject *);
unsigned PyUnicode_ReadChar(PyObject *, ptrdiff_t);
ptrdiff_t PyUnicode_GetLength(PyObject *);
ptrdiff_t PyUnicode_Tailmatch(PyObject *, PyObject *, ptrdiff_t, ptrdiff_t, int);
PyObject *PySet_New(PyObject *);
ptrdiff_t PySet_Size(PyObject *);
int PySet_Add(PyObject *, PyObject *);
int PySet_Discard(PyObject *, PyObject *);
PyObject *PySequence_List(PyObject *);
ptrdiff_t PyList_Size(PyObject *);
PyObject *PyList_GetItem(PyObject *, ptrdiff_t);  // borrowed
void *PyInterpreterState_Get(void) __attribute__((weak));  // 3.9+; a lock of their own have interpreters of 3.12+

// Where the names go, which lives as long as the hook: to the end of the process.
static PyObject *paths, *bytecode;
static void *home;  // the interpreter that they belong to: the hook is called in all of the process
static ptrdiff_t many = 1 << 12;
static unsigned long passed_over;  // the thread whose openings are not noted

static int is_a(PyObject *object, PyObject *type) {
    PyObject *own = ((PyObject *const *)object)[1];  // ob_type
    return own == type || PyType_IsSubtype(own, type);
}

// The name as an exact text, which has no code of the program's; NULL for what is none, with or without an error.
static PyObject *text_of(PyObject *name) {
    char *bytes;
    ptrdiff_t size;
    if (is_a(name, &PyUnicode_Type)) return PyUnicode_FromObject(name);
    if (!is_a(name, &PyBytes_Type) || PyBytes_AsStringAndSize(name, &bytes, &size) < 0) return NULL;
    return PyUnicode_DecodeFSDefaultAndSize(bytes, size);
}

static PyObject *absolute(PyObject *name) {
    char directory[4096];
    if (PyUnicode_GetLength(name) > 0 && PyUnicode_ReadChar(name, 0) == '/') {
        Py_IncRef(name);
        return name;
    }
    PyObject *here = getcwd(directory, sizeof directory) ? PyUnicode_DecodeFSDefault(directory) : NULL;
    PyObject *path = here ? PyUnicode_FromFormat("%U/%U", here, name) : NULL;
    if (here) Py_DecRef(here);
    return path;
}

// Memory must not grow with files that come and go.
static void drop_what_is_gone(void) {
    PyObject *all = PySequence_List(paths);
    for (ptrdiff_t place = 0; all && place < PyList_Size(all); place++) {
        char *bytes;
        PyObject *encoded = PyUnicode_EncodeFSDefault(PyList_GetItem(all, place));
        if (!encoded || PyBytes_AsStringAndSize(encoded, &bytes, NULL) < 0 || access(bytes, F_OK) != 0)
            PySet_Discard(paths, PyList_GetItem(all, place));
        if (encoded) Py_DecRef(encoded);
        PyErr_Clear();
    }
    if (all) Py_DecRef(all);
    if (many < 2 * PySet_Size(paths)) many = 2 * PySet_Size(paths);
}

static void note_name(PyObject *name) {
    PyObject *text = text_of(name), *path = NULL;
    if (text && PyUnicode_Tailmatch(text, bytecode, 0, PyUnicode_GetLength(text), 1) == 0) path = absolute(text);
    if (path) {
        if (PySet_Size(paths) >= many) drop_what_is_gone();
        PySet_Add(paths, path);
        Py_DecRef(path);
    }
    if (text) Py_DecRef(text);
}

// The interpreter has put by what error there is, and would raise to the program what were left here (`PySys_Audit`, Python/sysmodule.c).
static int note(const char *event, PyObject *arguments, void *unused) {
    (void)unused;
    if (event[0] != 'o' || strcmp(event, "open") != 0 || !arguments || PyTuple_Size(arguments) != 3) return 0;
    if (PyInterpreterState_Get && PyInterpreterState_Get() != home) return 0;
    if (passed_over && PyThread_get_thread_ident() == passed_over) return 0;
    PyObject *flags = PyTuple_GetItem(arguments, 2);
    if (!is_a(flags, &PyLong_Type)) return 0;
    if ((PyLong_AsLong(flags) & O_ACCMODE) != O_WRONLY) note_name(PyTuple_GetItem(arguments, 0));
    PyErr_Clear();
    return 0;
}

static PyObject *listen(PyObject *module, PyObject *none) {
    (void)module;
    (void)none;
    if (!paths) {
        paths = PySet_New(NULL);
        bytecode = PyUnicode_FromString(".pyc");
        if (!paths || !bytecode) return NULL;
        if (PyInterpreterState_Get) home = PyInterpreterState_Get();
        // A hook that is there may forbid it. If that is by a RuntimeError, nothing is said.
        if (PySys_AddAuditHook(note, NULL) < 0) PyErr_Clear();
    }
    Py_IncRef(paths);
    return paths;
}

static PyObject *pass_over(PyObject *module, PyObject *passes) {
    (void)module;
    passed_over = passes == &_Py_TrueStruct ? PyThread_get_thread_ident() : 0;
    Py_IncRef(&_Py_NoneStruct);
    return &_Py_NoneStruct;
}

static PyMethodDef methods[] = {
    {"listen", listen, METH_NOARGS,
     "The set of the absolute paths of what is opened for reading, from the first call on to the end of the process."},
    {"pass_over", pass_over, METH_O, "Whether what this thread opens is not noted."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef definition = {
    .ob_refcnt = 1,
    .m_name = "_read_hook",
    .m_doc = "An audit hook that notes what is opened for reading.",
    .m_size = -1,
    .m_methods = methods,
};

__attribute__((visibility("default"))) PyObject *PyInit__read_hook(void);

PyObject *PyInit__read_hook(void) { return PyModule_Create2(&definition, PYTHON_ABI_VERSION); }
