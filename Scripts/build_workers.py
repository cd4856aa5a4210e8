"""The worker processes of a build, for the scripts that kill them or wait for them."""

import os


def children(process):
    """The processes a process has begun and that have not ended, by their numbers."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                # The name of the program, which may hold anything, stands between brackets.
                fields = file.read().rsplit(")", 1)[1].split()
            if int(fields[1]) == process:
                found.append(int(name))
        except (OSError, IndexError, ValueError):
            continue
    return found
