"""Files that are expensive to make."""

import os
import pathlib
import shutil


def write_once(path, write):
    """Calls `write` with a path beside `path` and moves what it wrote there, so that a broken run leaves no half file.

    Does nothing where `path`, a file or a folder, is there already.
    """
    path = pathlib.Path(path)
    if path.exists():
        return
    partial = path.with_name(f"partial-{os.getpid()}-{path.name}")
    try:
        write(partial)
        os.replace(partial, path)
    finally:
        if partial.is_dir():
            shutil.rmtree(partial)
        else:
            partial.unlink(missing_ok=True)
