// The module `_engine`: its table of methods, and what the stable ABI offers only to C.
// This file knows C's side of the boundary; it must not decide anything.

#include "CPythonABI.h"
#include "module.h"

#include <stdio.h>
#include <stdlib.h>

int PyModule_AddObject(PyObject *, const char *, PyObject *);
PyObject *PyErr_NewException(const char *, PyObject *, PyObject *);
PyObject *PyCFunction_NewEx(PyMethodDef *, PyObject *, PyObject *);
PyObject *PyDict_GetItemWithError(PyObject *, PyObject *);
int PyDict_SetItem(PyObject *, PyObject *, PyObject *);
PyObject *PyModule_GetDict(PyObject *);
PyObject *PyObject_CallFunctionObjArgs(PyObject *, ...);
PyObject *PyObject_Type(PyObject *);
int PyType_IsSubtype(PyObject *, PyObject *);
PyObject *PyDict_New(void);
PyObject *PyDict_Copy(PyObject *);
PyObject *PyErr_NoMemory(void);
extern PyObject PyModule_Type;
extern PyObject PyUnicode_Type;
extern PyObject PyBytes_Type;
extern PyObject PyBool_Type;
extern PyObject PyList_Type;
extern PyObject PyDict_Type;
extern PyObject _Py_NoneStruct;
extern PyObject _Py_TrueStruct;
extern PyObject PyLong_Type;
extern PyObject PyFloat_Type;
extern PyObject PySet_Type;
extern PyObject PyFrozenSet_Type;
extern const char _Py_HashSecret[24] __attribute__((weak));  // Python/pyhash.c, all versions
PyObject *PyLong_FromVoidPtr(void *);
PyObject *PyObject_GetItem(PyObject *, PyObject *);
PyObject *PyObject_GetAttr(PyObject *, PyObject *);
int PyArg_ParseTuple(PyObject *, const char *, ...);
PyObject *Py_BuildValue(const char *, ...);
PyObject *PyObject_CallMethod(PyObject *, const char *, const char *, ...);
void PyErr_SetString(PyObject *, const char *);
extern PyObject *PyExc_RuntimeError;

PyObject *pyteleport_give_pages(PyObject *, PyObject *);  // pages.c

static PyObject *refusal_type;

PyObject *pyteleport_none(void) { return Py_BuildValue(""); }

PyObject *pyteleport_refusal_type(void) { return refusal_type; }

int pyteleport_arguments(PyObject *arguments, PyObject **first, PyObject **last, PyObject **bridge, PyObject **handlers,
                         int *interrupted) {
    return PyArg_ParseTuple(arguments, "OOOOp", first, last, bridge, handlers, interrupted);
}

int pyteleport_set_state(PyObject *iterator, long index) {
    PyObject *result = PyObject_CallMethod(iterator, "__setstate__", "l", index);
    if (!result) return 0;
    Py_DecRef(result);
    return 1;
}

void pyteleport_raise(const char *message) { PyErr_SetString(PyExc_RuntimeError, message); }

PyObject *PyBytes_FromStringAndSize(const char *, ptrdiff_t);

// glibc's FILE: what lies between the two pointers has been read from the file and not yet been taken.
static PyObject *pending_stdin(PyObject *module, PyObject *none) {
    (void)module;
    (void)none;
    ptrdiff_t count = stdin->_IO_read_end - stdin->_IO_read_ptr;
    PyObject *taken = PyBytes_FromStringAndSize(stdin->_IO_read_ptr, count > 0 ? count : 0);
    if (taken) stdin->_IO_read_ptr = stdin->_IO_read_end;
    return taken;
}

static PyObject *type_of(const PyObject *object) { return ((PyObject *const *)object)[1]; }

static int is_module(PyObject *object) {
    return type_of(object) == &PyModule_Type || PyType_IsSubtype(type_of(object), &PyModule_Type);
}

// Whether an object is an int that an address could be: of two digits, as its size says (`ob_size` up to 3.11, then `lv_tag`,
// which has it above three bits; Include/cpython/longintrepr.h).
static int may_be_address(PyObject *object) {
    const size_t *words = (const size_t *)object;
    return words[1] == (size_t)&PyLong_Type && (words[2] == 2 || words[2] == 2 << 3);
}

// Whether an object is a set, unless it is one that nothing has happened to but that at most one element was added (`fill`, `used`,
// `mask` and `finger` of `PySetObject`, Objects/setobject.c).
static int is_arranged(PyObject *object) {
    const size_t *words = (const size_t *)object;
    if (words[1] != (size_t)&PySet_Type && words[1] != (size_t)&PyFrozenSet_Type) return 0;
    return words[3] > 1 || words[2] != words[3] || words[4] != 7 || words[7] != 0;
}

// Whether an object is a float that equals nothing, not even itself: containers find it by its identity (`ob_fval` of `PyFloatObject`).
static int is_nan(PyObject *object) {
    const size_t *words = (const size_t *)object;
    return words[1] == (size_t)&PyFloat_Type && (words[2] << 1) > (size_t)0x7ff << 53;
}

// Whether an object is of a type that no table has anything for, unless the program itself has said something of an atom.
static int is_atom(PyObject *object) {
    PyObject *type = type_of(object);
    return type == &PyUnicode_Type || type == &PyBool_Type || type == &PyBytes_Type || object == &_Py_NoneStruct ||
           (type == &PyFloat_Type && !is_nan(object)) || (type == &PyLong_Type && !may_be_address(object));
}

static PyObject *none(void) {
    Py_IncRef(&_Py_NoneStruct);
    return &_Py_NoneStruct;
}

// The module whose namespace this is; borrowed, NULL if there is none (any more).
static PyObject *module_of(PyObject *modules, PyObject *space) {
    ptrdiff_t place = 0;
    PyObject *name, *found;
    while (PyDict_Next(modules, &place, &name, &found))
        if (is_module(found) && PyModule_GetDict(found) == space) return found;
    return NULL;
}

enum { TABLE, MODULES, WRAP, NUMBERS, SETS, WRAP_NAN, HAS_ATOMS };

// Called by the pickler for every object, so in C: table.get(id(object)). Where the table says True, the object is a module's namespace.
static PyObject *persistent_id(PyObject *tools, PyObject *object) {
    if (is_atom(object) && PyTuple_GetItem(tools, HAS_ATOMS) != &_Py_TrueStruct) return none();
    PyObject *table = PyTuple_GetItem(tools, TABLE);
    if (may_be_address(object) && PyList_Append(PyTuple_GetItem(tools, NUMBERS), object) < 0) return NULL;
    if (is_arranged(object) && PyList_Append(PyTuple_GetItem(tools, SETS), object) < 0) return NULL;
    PyObject *key = PyLong_FromVoidPtr(object);
    if (!table || !key) return NULL;
    PyObject *found = PyDict_GetItemWithError(table, key), *wrapped = NULL;
    if (found && found != &_Py_TrueStruct) {
        wrapped = found;
        Py_IncRef(wrapped);
    } else if (!PyErr_Occurred()) {
        PyObject *inner = found ? module_of(PyTuple_GetItem(tools, MODULES), object) : is_nan(object) ? object : NULL;
        if (inner)
            wrapped = PyObject_CallFunctionObjArgs(PyTuple_GetItem(tools, found ? WRAP : WRAP_NAN), inner, NULL);
        else
            wrapped = none();
        if (inner && wrapped && PyDict_SetItem(table, key, wrapped) < 0) {
            Py_DecRef(wrapped);
            wrapped = NULL;
        }
    }
    Py_DecRef(key);
    return wrapped;
}

static PyMethodDef persistent_id_definition = {
    "persistent_id", persistent_id, METH_O, "What the table holds for the identity of an object, or None."};

static PyObject *make_persistent_id(PyObject *module, PyObject *tools) {
    (void)module;
    PyObject *table, *modules, *wrap, *numbers, *sets, *wrap_nan, *has_atoms;
    if (!PyArg_ParseTuple(tools, "OOOOOOO", &table, &modules, &wrap, &numbers, &sets, &wrap_nan, &has_atoms)) return NULL;
    return PyCFunction_NewEx(&persistent_id_definition, tools, NULL);
}

// Every dump asks this for all modules there are, so in C, and nearly always they are the same as the last time: {id(vars(module)): True}.
static PyObject *namespaces(PyObject *module, PyObject *modules) {
    static PyObject **last, *made;
    static size_t count, room;
    (void)module;
    size_t met = 0, same = 1;
    ptrdiff_t place = 0;
    PyObject *name, *found;
    while (PyDict_Next(modules, &place, &name, &found)) {
        PyObject *space = is_module(found) ? PyModule_GetDict(found) : NULL;
        if (met == room) {
            size_t wanted = room ? 2 * room : 256;
            PyObject **grown = realloc(last, wanted * sizeof *last);
            if (!grown) return PyErr_NoMemory();
            last = grown;
            room = wanted;
        }
        if (met >= count || last[met] != space) same = 0;
        last[met++] = space;
    }
    if (!made || !same || met != count) {
        count = 0;
        if (made) Py_DecRef(made);
        made = PyDict_New();
        if (!made) return NULL;
        for (size_t index = 0; index < met; index++) {
            if (!last[index]) continue;
            PyObject *key = PyLong_FromVoidPtr(last[index]);
            int failed = !key || PyDict_SetItem(made, key, &_Py_TrueStruct) < 0;
            if (key) Py_DecRef(key);
            if (failed) return NULL;
        }
        count = met;
    }
    return PyDict_Copy(made);
}

// Every dump asks this, so in C: enters into `table` what each way leads to, by its id, and into `keep` the thing itself. A way is (module or
// name of one, attributes, what stands for it); one that leads nowhere is passed over, be it for an error of the object's own, as a stream that
// was detached raises.
static PyObject *enter(PyObject *module, PyObject *arguments) {
    (void)module;
    PyObject *table, *keep, *modules, *ways;
    if (!PyArg_ParseTuple(arguments, "OOOO", &table, &keep, &modules, &ways)) return NULL;
    for (ptrdiff_t index = 0; index < PyTuple_Size(ways); index++) {
        PyObject *start, *names, *known_as;
        if (!PyArg_ParseTuple(PyTuple_GetItem(ways, index), "OOO", &start, &names, &known_as)) return NULL;
        PyObject *found = type_of(start) == &PyUnicode_Type ? PyDict_GetItemWithError(modules, start) : start;
        if (found) Py_IncRef(found);
        for (ptrdiff_t place = 0; found && place < PyTuple_Size(names); place++) {
            PyObject *next = PyObject_GetAttr(found, PyTuple_GetItem(names, place));
            Py_DecRef(found);
            found = next;
        }
        PyErr_Clear();
        if (!found) continue;
        PyObject *key = PyLong_FromVoidPtr(found);
        int failed = found != &_Py_NoneStruct
            && (!key || PyDict_SetItem(table, key, known_as) < 0 || PyList_Append(keep, found) < 0);
        if (key) Py_DecRef(key);
        Py_DecRef(found);
        if (failed) return NULL;
    }
    return pyteleport_none();
}

// Every hop asks this of all modules there are, so in C: [(place of the namespace, name, value)] for each list or dict by a name in one of the
// namespaces whose id is a key of `wanted`.
static PyObject *shared(PyObject *module, PyObject *arguments) {
    (void)module;
    PyObject *spaces, *wanted, *name, *value;
    if (!PyArg_ParseTuple(arguments, "OO", &spaces, &wanted)) return NULL;
    PyObject *found = PyList_New(0);
    for (ptrdiff_t index = 0; found && index < PyList_Size(spaces); index++) {
        PyObject *space = PyList_GetItem(spaces, index);
        ptrdiff_t place = 0;
        while (PyDict_Next(space, &place, &name, &value)) {
            if (type_of(value) != &PyList_Type && type_of(value) != &PyDict_Type) continue;
            PyObject *key = PyLong_FromVoidPtr(value), *entry = NULL;
            int failed = !key;
            if (key && PyDict_GetItemWithError(wanted, key)) {
                entry = Py_BuildValue("(nOO)", index, name, value);
                failed = !entry || PyList_Append(found, entry) < 0;
            }
            if (key) Py_DecRef(key);
            if (entry) Py_DecRef(entry);
            if (failed) {
                Py_DecRef(found);
                return NULL;
            }
        }
    }
    return found;
}

// Called by the pickler for every object that is not of a builtin type, so in C: what the reducer for its type gives, or
// NotImplemented where the table says None. `state` is (table, pickler, None, NotImplemented).
static PyObject *reducer_override(PyObject *state, PyObject *object) {
    PyObject *table = PyTuple_GetItem(state, 0), *type = PyObject_Type(object);
    PyObject *reducer = PyDict_GetItemWithError(table, type);
    if (reducer)
        Py_IncRef(reducer);
    else if (!PyErr_Occurred())
        reducer = PyObject_GetItem(table, type);  // asks the table's __missing__
    Py_DecRef(type);
    if (!reducer) return NULL;
    PyObject *reduced;
    if (reducer == PyTuple_GetItem(state, 2)) {
        reduced = PyTuple_GetItem(state, 3);
        Py_IncRef(reduced);
    } else {
        reduced = PyObject_CallFunctionObjArgs(reducer, PyTuple_GetItem(state, 1), object, NULL);
    }
    Py_DecRef(reducer);
    return reduced;
}

static PyMethodDef reducer_override_definition = {
    "reducer_override", reducer_override, METH_O, "What the table's reducer for the type of an object gives."};

static PyObject *make_reducer_override(PyObject *module, PyObject *state) {
    (void)module;
    return PyCFunction_NewEx(&reducer_override_definition, state, NULL);
}

static PyObject *hash_secret(PyObject *module, PyObject *none) {
    (void)module;
    (void)none;
    return _Py_HashSecret ? PyBytes_FromStringAndSize(_Py_HashSecret, sizeof _Py_HashSecret) : pyteleport_none();
}

// What lies in memory: for the state of C objects that no method of theirs tells. The caller knows that it is there.
static PyObject *peek(PyObject *module, PyObject *arguments) {
    (void)module;
    unsigned long long address;
    ptrdiff_t size;
    if (!PyArg_ParseTuple(arguments, "Kn", &address, &size)) return NULL;
    return PyBytes_FromStringAndSize((const char *)address, size);
}

static PyMethodDef methods[] = {
    {"capture", pyteleport_capture, METH_VARARGS,
     "capture(first, last, bridge, handlers, interrupted): the states of the frames from first out to last, innermost first."},
    {"generator", pyteleport_generator, METH_O,
     "generator(g): the state of a generator or coroutine that is not running."},
    {"held_by_c", pyteleport_held_by_c, METH_O,
     "held_by_c(type): while a bridge is asked, what C code between the two frames may hold alone; of tuples the items so far."},
    {"exit_callbacks", pyteleport_exit_callbacks, METH_NOARGS,
     "exit_callbacks(): what atexit holds, in order, or None where this version keeps it elsewhere."},
    {"foreign", pyteleport_foreign, METH_VARARGS,
     "foreign(namespaces, names): what stands in the namespaces of modules and comes from none of those named."},
    {"pending_stdin", pending_stdin, METH_NOARGS,
     "pending_stdin(): what C's stdin has read ahead, taken out of its buffer."},
    {"make_persistent_id", make_persistent_id, METH_VARARGS,
     "make_persistent_id(table, modules, wrap, numbers, sets, wrap_nan, has_atoms): a function that gives table.get(id(object)), for True"
     " the module with this namespace, wrapped, a NaN wrapped too, and appends to the lists what may be an address and what is a set."},
    {"namespaces", namespaces, METH_O, "namespaces(modules): {id(vars(module)): True}, for each module among the values."},
    {"enter", enter, METH_VARARGS,
     "enter(table, keep, modules, ways): what each way (module or its name, attributes, entry) leads to goes into the table by its id."},
    {"shared", shared, METH_VARARGS,
     "shared(namespaces, wanted): (place of the namespace, name, value) of each list or dict in them whose id is a key of `wanted`."},
    {"give_pages", pyteleport_give_pages, METH_VARARGS,
     "give_pages(fd, buffer): writes a buffer to a pipe without copying it; returns how many bytes it took."},
    {"make_reducer_override", make_reducer_override, METH_O,
     "make_reducer_override((table, pickler, None, NotImplemented)): a function that calls table[type(object)]."},
    {"hash_secret", hash_secret, METH_NOARGS, "hash_secret(): what the hashes of texts depend on, None where it can't be read."},
    {"set_arrangement", pyteleport_set_arrangement, METH_O,
     "set_arrangement(s): (mask, finger, places, removed, hashes) of a set, None where adding its elements in order makes the same."},
    {"peek", peek, METH_VARARGS, "peek(address, size): the bytes that lie in memory there."},
    {NULL, NULL, 0, NULL}};

static PyModuleDef definition = {
    .ob_refcnt = 1,
    .m_name = "pyteleport._engine",
    .m_doc = "Captures frames and makes the code that continues them.",
    .m_size = -1,
    .m_methods = methods};

PyObject *PyInit__engine(void) {
    PyObject *module = PyModule_Create2(&definition, PYTHON_ABI_VERSION);
    if (!module) return NULL;
    refusal_type = PyErr_NewException("pyteleport._engine.Refusal", NULL, NULL);
    if (!refusal_type) {
        Py_DecRef(module);
        return NULL;
    }
    Py_IncRef(refusal_type);
    if (PyModule_AddObject(module, "Refusal", refusal_type) < 0) {
        Py_DecRef(refusal_type);
        Py_DecRef(module);
        return NULL;
    }
    return module;
}
