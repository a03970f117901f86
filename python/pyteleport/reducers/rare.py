"""Knows in which module the reducer for each rarer type is, so that a program without such objects imports none of them.

Must not know what the reducers do.
"""

from __future__ import annotations

from .pickler import NAMED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: By reducer (module.function): the types, as "module:qualified name" of every version.
RARE = {
    "patterns.match": "re:Match",
    "patterns.scanner": "_sre:SRE_Scanner",
    "texts.struct": "builtins:Struct _struct:Struct",
    "texts.unpack_iterator": "builtins:unpack_iterator _struct:unpack_iterator",
    "texts.csv_reader": "_csv:reader",
    "texts.csv_writer": "_csv:writer",
    "texts.csv_dialect": "_csv:Dialect",
    "texts.json_scanner": "_json:Scanner",
    "wrappers.super_": "builtins:super",
    "wrappers.cache": "functools:_lru_cache_wrapper",
    "wrappers.key_wrapper": "functools:KeyWrapper",
    "wrappers.partial_method": "functools:partialmethod",
    "wrappers.weak_method": "weakref:WeakMethod",
    "wrappers.finalizer": "weakref:finalize",
    "wrappers.context": "builtins:Context _contextvars:Context",
    "wrappers.decimal_manager": "decimal:ContextManager",
    "wrappers.coroutine_wrapper": "builtins:coroutine_wrapper",
    "wrappers.memory_iterator": "builtins:memory_iterator",
    "texts.format_parts": "builtins:formatteriterator",
    "texts.field_names": "builtins:fieldnameiterator",
    "imports.lazy": "builtins:lazy_import",
    "imports.spec": "_frozen_importlib:ModuleSpec importlib._bootstrap:ModuleSpec",
    "imports.loader": (
        "_frozen_importlib_external:SourceFileLoader _frozen_importlib_external:SourcelessFileLoader"
        " _frozen_importlib_external:ExtensionFileLoader pyteleport.arrival.objects:SourceLoader"
    ),
    "threads.thread": "threading:Thread",
    "threads.simple_queue": "_queue:SimpleQueue",
    "threads.pool": "concurrent.futures.thread:ThreadPoolExecutor",
    "compressed.gzip": "gzip:GzipFile",
    "compressed.other": "bz2:BZ2File lzma:LZMAFile",
    "compressed.zip_member": "zipfile:ZipExtFile",
    "mapped.mapping": "mmap:mmap",
    "databases.connection": "sqlite3:Connection",
    "databases.cursor": "sqlite3:Cursor",
    "databases.row": "sqlite3:Row",
    "tensors.tensor": "torch:Tensor torch._tensor:Tensor",
    "tensors.storage": "torch.storage:UntypedStorage",
    "tensors.as_it_is": "torch.utils.data.dataloader:_SingleProcessDataLoaderIter torch.optim.optimizer:Optimizer",
    "sentinels.builtin": "builtins:sentinel",
    "sentinels.argparse": "argparse:Action argparse:_ActionsContainer argparse:Namespace",
}


def _lazy(where: str) -> Any:
    home, _, function = where.partition(".")

    def reduce(pickler: Any, thing: Any) -> Any:
        module = __import__(__package__ + "." + home, fromlist=[function])
        return getattr(module, function)(pickler, thing)

    return reduce


for _where, _names in RARE.items():
    _reducer = _lazy(_where)
    for _name in _names.split():
        _module, _, _qualified = _name.partition(":")
        NAMED[_module, _qualified] = _reducer
