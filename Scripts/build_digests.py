"""What a folder of built formats holds, for the scripts that disturb builds and compare what they leave."""

import hashlib
import os


def digests(folder):
    """The SHA-256 of each file a reader could see, by its path; what workers are at does not count."""
    found = {}
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != ".coformat"]
        for name in files:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found
