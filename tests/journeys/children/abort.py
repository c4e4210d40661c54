"""Ends as a crash does, after what the program does against memory on the disk. Argument: bare or closed."""

import ctypes
import os
import resource
import sys

from svp_desktop import app as composition

_PR_GET_DUMPABLE = 3

hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
if sys.argv[1] == "closed":
    composition.leave_no_dumps()
    composition.close_memory()
limit, readable = resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0)
sys.stdout.write(f"{limit} {readable}\n")
sys.stdout.flush()
os.abort()
