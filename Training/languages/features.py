"""The text side of the language model: which words of a text count, and which features they give.

`Sources/HelpdeskTriage/Languages/` does the same in Swift, feature for feature; change both or neither.
"""
import re
import unicodedata

import numpy as np

APOSTROPHE = 0x27
SPACE = 0x20


def lowercase(c):
    """The lower case of a code point by rule, for the letters that the languages here use."""
    if c < 0x80:
        return c + 32 if 0x41 <= c <= 0x5A else c
    if c < 0x100:
        return c + 32 if 0xC0 <= c <= 0xDE and c != 0xD7 else c
    if c < 0x180:
        if c == 0x130:
            return 0x69
        if c == 0x178:
            return 0xFF
        if 0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E:
            return c + (c & 1)
        return c + 1 if c & 1 == 0 and c not in (0x138, 0x17E) else c
    if c in (0x1A0, 0x1AF):
        return c + 1 if c == 0x1A0 else 0x1B0
    if 0x218 <= c <= 0x21B or 0x1E00 <= c <= 0x1EFF:
        return c | 1
    if 0x400 <= c <= 0x40F:
        return c + 80
    if 0x410 <= c <= 0x42F:
        return c + 32
    if 0x48A <= c <= 0x4BF or 0x4D0 <= c <= 0x52F:
        return c | 1
    return c


def folded(c):
    """Letters that differ in encoding only are one: Romanian cedillas and commas, Persian and Arabic yeh and kaf."""
    return FOLDED.get(c, c)


FOLDED = {0x15F: 0x15F, 0x219: 0x15F, 0x21B: 0x163, 0x2019: 0x27, 0x2018: 0x27, 0x2BC: 0x27, 0x60: 0x27, 0xB4: 0x27}

LATIN, CYRILLIC, ARABIC, DEVANAGARI = range(4)


def script(c):
    if c < 0x250:
        if 0x41 <= c <= 0x5A or 0x61 <= c <= 0x7A or (0xC0 <= c and c not in (0xD7, 0xF7)) or c in (0xAA, 0xBA):
            return LATIN
        return None
    if 0x1E00 <= c <= 0x1EFF:
        return LATIN
    if 0x400 <= c <= 0x52F:
        return CYRILLIC
    if 0x620 <= c <= 0x64A or 0x66E <= c <= 0x6D3 or 0x6FA <= c <= 0x6FF or 0x750 <= c <= 0x77F:
        return ARABIC
    if 0x900 <= c <= 0x963 or 0x970 <= c <= 0x97F:
        return DEVANAGARI
    return None


# A stretch of Latin letters with the signs that join the parts of an address, a path or a code.
STRETCH = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff0-9@._/:\\&=?#%+~\-'’`´‘ʼ]+")
WORD = {
    LATIN: re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+(?:['’`´‘ʼ][A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+)*"),
    CYRILLIC: re.compile(r"[\u0400-\u052f]+(?:['’`´‘ʼ][\u0400-\u052f]+)*"),
    ARABIC: re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]+"),
    DEVANAGARI: re.compile(r"[\u0900-\u0963\u0970-\u097f]+"),
}
