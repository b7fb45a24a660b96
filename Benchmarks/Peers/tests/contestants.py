"""Contestants that behave and misbehave, for the tests of the worker."""

import os
import time


class Honest:
    def __init__(self, greeting):
        self.greeting = greeting

    def greet(self, name):
        print("libraries print what they like")
        return f"{self.greeting}, {name}"

    def fail(self):
        raise ValueError("of no\nuse")

    def leave(self):
        raise SystemExit(3)

    def crash(self):
        os.abort()

    def end(self):
        os._exit(7)

    def hang(self):
        time.sleep(60)


class Broken:
    def __init__(self):
        raise ImportError("no such library")
