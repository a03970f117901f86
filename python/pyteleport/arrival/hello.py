"""Knows the text that the far Python is started with, and by what its greeting is told from other output.

Must not know what is sent after the greeting. The far side never imports this file.
"""

from __future__ import annotations

__all__ = ["BOOT", "GREETING"]

GREETING = b"\n\x00PYTELEPORT1\t"

_BOOT = r"""
import os,sys
c=os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"),"pyteleport")
try: i=" ".join(os.listdir(c))
except Exception: i=""
try:
    d=os.open("/proc/sys/kernel/random/boot_id",0)
    w="%s %s %s %s %s"%(os.read(d,99).decode().strip(),os.readlink("/proc/self/ns/mnt"),os.stat("/").st_ino,os.stat("/").st_dev,os.getuid())
    os.close(d)
except Exception: w=""
m=getattr(sys,"implementation",None)
h=[("version","%d.%d.%d.%s.%d"%tuple(sys.version_info)),("implementation",m.name if m else "pypy" if "__pypy__" in sys.builtin_module_names else "cpython"),("abi",getattr(sys,"abiflags","")),("debug",str(int(hasattr(sys,"gettotalrefcount")))),("system",os.uname()[0]),("machine",os.uname()[4]),("executable",str(sys.executable)),("place",w),("cached",i),("encoding",str(sys.getfilesystemencoding())),("hash",str(hash("pyteleport")))]
h+=[(n,str(int(getattr(sys.flags,n,0)))) for n in ("optimize","bytes_warning","dev_mode")]
s="\n\0PYTELEPORT1\t"+"\t".join([k+"="+v.replace("\t"," ").replace("\n"," ") for k,v in h])+"\n"
try: os.write(1,s if bytes is str else s.encode("utf-8","surrogateescape"))
except OSError: os._exit(0)
def R(n):
    b=b""
    while len(b)<n:
        d=os.read(0,n-len(b))
        if not d: os._exit(0)
        b+=d
    return b
k=bytearray(R(5))
exec(compile(R(k[1]|k[2]<<8|k[3]<<16|k[4]<<24),"<pyteleport>","exec"),{"__name__":"pyteleport.stage","R":R})
"""

BOOT = "exec(%s,{})" % (
    '"' + _BOOT.strip().replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
)
"""What the far Python is started with: one line, without single quotes, and understood by every Python since 2.7."""
