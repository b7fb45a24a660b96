"""The child's side of a contest: holds one contestant and answers calls, one JSON object a line.

A library may crash, leak or never come back, so each contestant has a process of its own. The libraries print as they
like: what they write to standard output goes to standard error.
"""

import importlib
import json
import os
import sys
import traceback


def main():
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def reply(value):
        replies.write(json.dumps(value) + "\n")
        replies.flush()

    place, arguments = sys.argv[1], json.loads(sys.argv[2])
    module, name = place.split(":")
    try:
        contestant = getattr(importlib.import_module(module), name)(**arguments)
        reply({"result": "ready"})
    except BaseException as error:  # a library may raise anything, even SystemExit
        traceback.print_exc()
        reply({"error": describe(error)})
        return
    for line in sys.stdin:
        call = json.loads(line)
        try:
            reply({"result": getattr(contestant, call["method"])(**call["arguments"])})
        except BaseException as error:
            traceback.print_exc()
            reply({"error": describe(error)})


def describe(error):
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


if __name__ == "__main__":
    main()
