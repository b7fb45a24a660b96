"""Texts that are hard to tokenize, and the reference tokenizer they are checked against."""

import json
import random
import unicodedata

from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

SPECIALS = ["[UNK]", "[SEP]", "[CLS]", "[PAD]", "[MASK]"]

SENTENCES = """
My new card hasn't arrived yet, and it's been 2 weeks!
I was charged $35.90 twice on 2024-03-01; please refund one payment ASAP.
Error 0x80070057 (E_INVALIDARG) in C:\\Users\\anna\\AppData\\Local\\Temp\\~tmp.log
https://example.com/a/b?c=d&e=f#g%20h and mailto:support+eu@example.co.uk
don't can't won't I'm you're they've we'd she's o'clock rock'n'roll 'quoted' "double" `code` ``rst``
U.S.A. e.g. i.e. Ph.D. 3.14 1,000,000.00 -5 +7 50% #hashtag @handle $HOME ${VAR} <b>bold</b> a|b a^b a~b a=b a+b
naïve café résumé Ångström façade coöperate Zürich São Paulo Łódź Dvořák Đorđe smörgåsbord
NAÏVE CAFÉ RÉSUMÉ ÅNGSTRÖM ÇA ÉTÉ ÎLE ÔTER ÙÛÜŸ ÑANDÚ ÆSIR ŒUVRE STRASSE STRAẞE Straße
İstanbul ISTANBUL ıstanbul Iğdır ŞIRNAK ǅungla ǈubav ǋiva Ǆ
Σίσυφος ΣΊΣΥΦΟΣ ὈΔΥΣΣΕΎΣ ᾳ ᾼ ῼ Ώ ώ ἅγιος ΑΣ ας
Привет, как дела? ПРИВЕТ ЁЖИК ёжик Йод йод Їжак
مرحبا بِكَ فِي الدَّعْمِ الفَنِّي ﷺ ﻻ ﷲ ـــ
שָׁלוֹם עֲלֵיכֶם שלום
नमस्ते दुनिया क्षत्रिय ज़िन्दगी বাংলা ভাষা தமிழ் மொழி తెలుగు ಕನ್ನಡ മലയാളം සිංහල
สวัสดีชาวโลก ภาษาไทย ກິນເຂົ້າ မြန်မာ ខ្មែរ བོད་ཡིག
你好，世界。我们支持中文！ 漢字かな交じり文 カタカナ ガギグゲゴ がぎぐげご ﾊﾝｶｸ
안녕하세요 세계 한국어 지원 각 뷁 ᄒᆞᆫ글
Tiếng Việt có dấu: ắ ằ ẳ ẵ ặ ế ề ể ễ ệ Đường Nguyễn
👍🏽 👨‍👩‍👧‍👦 🇩🇪🇫🇷 1️⃣ #️⃣ ❤️ ☎️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🤷🏿‍♀️ 😀😃😄
½ ¼ ² ³ ™ © ® € £ ¥ ° µ Ω K Å ℃ № ﬁ ﬂ ﬀ ﬃ ſt Ⅷ ① ⓐ ㍿ ㎏
𝐇𝐞𝐥𝐥𝐨 𝓦𝓸𝓻𝓵𝓭 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ℍ Ｆｕｌｌｗｉｄｔｈ Ⓗ 𐐀𐐁𐐨 𞤀𞤢 Ა ა ᏸ Ꭰ ꭰ
豈 更 車 U+F900 丽 丸 𠀀 𠮷 𪜀 𫝀 𫠝 𫠞 𫡀 𫢸 𬺰 𰀀 㐀 䶿 鿿 ꀀ
Hello[SEP]world [CLS] [MASK]ed [PAD][PAD] [UNK] [sep] [ SEP ] [SEP [[SEP]] [CLS][SEP] [X]
##ing ## # ### un##able [unused1] [unused0] …dots… “smart” ‘quotes’ «guillemets» – — ― ‐ ‑ · • ‣ § ¶ † ‡ ¿ ¡
antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis supercalifragilisticexpialidocious
a\tb\nc\rd\r\ne\x0bf\x0cg\x00h\x1ci\x1dj\x1ek\x1fl\x7fm\x85n\xa0o\xadp\u200bq\u200cr\u200ds\u2028t\u2029u\ufeffv\ufffdw
x\u3000y\u1680z\u2000a\u2003b\u202fc\u205fd\u180ee\u2060f\u2061g\ue000h\ue001i\uf8ffj\U000f0000k\U0010fffdl\uffffm\ufdd0n
a\U0001d16d\U0001d165\u302e\u0327b \U0001d15e\U0001d16d\U0001d165 \U0001d1bb\u302e \u0344 \u0f73\u0f71 \u0340\u0341
e\u0301 E\u0301\u0327 e\u0327\u0301 q\u0307\u0323 q\u0323\u0307 \u0301 \u0301\u0301\u0301 a\u0591\u05b0\u0301
\u1100\u1161\u11a8 \uac00\u11a8 \u1100\u1161 \ud7a3 \u11a8 \u1112\u119e\u11ab
""".strip("\n").split("\n")


def reference(vocabulary, clean=True, chinese=True, strip=None, lower=True, length=100):
    """The tokenizer that `BertTokenizerFast` builds from a vocab.txt, from the library's parts."""
    tokenizer = Tokenizer(models.WordPiece.from_file(
        str(vocabulary), unk_token="[UNK]", max_input_chars_per_word=length))
    tokenizer.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in SPECIALS])
    tokenizer.normalizer = normalizers.BertNormalizer(
        clean_text=clean, handle_chinese_chars=chinese, strip_accents=strip, lowercase=lower)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", cls), ("[SEP]", sep)])
    tokenizer.decoder = decoders.WordPiece(prefix="##")
    return tokenizer


def any_scalar(rng):
    while True:
        plane = rng.choice([0, 0, 0, 0, 1, 1, 2, 3, 14, 15, 16, rng.randrange(17)])
        c = plane << 16 | rng.randrange(0x10000)
        if not 0xD800 <= c < 0xE000:
            return chr(c)


MARKS = [c for c in map(chr, range(0x110000)) if unicodedata.category(c).startswith("M")]
SPACES = [chr(c) for c in [*range(0x21), 0x7F, *range(0x80, 0xA1), 0xAD, 0x1680, 0x180E, *range(0x2000, 0x2010),
                           *range(0x2028, 0x2030), 0x205F, *range(0x2060, 0x2070), 0x3000, 0xFEFF, 0xFFFD, 0xFFFE,
                           0xE000, 0xE001, 0xF8FF, 0xF0000, 0xE0001, 0xE0020, 0x10FFFF]]
SCRIPTS = [(0x41, 0x5B), (0x61, 0x7B), (0xC0, 0x250), (0x300, 0x370), (0x370, 0x400), (0x400, 0x530), (0x590, 0x600),
           (0x600, 0x700), (0x900, 0x980), (0xC80, 0xD80), (0xE00, 0xE80), (0xF00, 0x1000), (0x1100, 0x1200),
           (0x1E00, 0x2000), (0x2000, 0x2070), (0x2070, 0x2190), (0x2190, 0x2C00), (0x3000, 0x3100), (0x3400, 0x3500),
           (0x4E00, 0x5000), (0xA640, 0xA6A0), (0xAC00, 0xAE00), (0xF900, 0xFB00), (0xFB00, 0x10000),
           (0x10400, 0x10450), (0x110B0, 0x110C0), (0x1D150, 0x1D1D0), (0x1D400, 0x1D500), (0x1F300, 0x1F700),
           (0x20000, 0x20100), (0x2B800, 0x2B940), (0x2F800, 0x2FA20), (0xE0000, 0xE0200), (0x21, 0x7F), (0x20, 0x21)]


def random_text(rng, words):
    """A text of one of many kinds."""
    kind = rng.randrange(10)
    if kind == 0:
        return "".join(any_scalar(rng) for _ in range(rng.randrange(1, 30)))
    if kind == 1:
        return "".join(rng.choice("aeoAUk가ᄀ한漢豈\U0001d15e\u1b05\u1100") + "".join(
            rng.choice(MARKS) for _ in range(rng.randrange(5))) for _ in range(rng.randrange(1, 8)))
    if kind == 2:
        return "".join(rng.choice(words) + rng.choice(SPACES) for _ in range(rng.randrange(1, 15)))
    if kind == 3:
        return "".join(chr(rng.randrange(*rng.choice(SCRIPTS))) for _ in range(rng.randrange(1, 40)))
    if kind == 4:
        start, end = rng.choice(SCRIPTS)
        return "".join(rng.choice([" ", "", "", ""]) + chr(rng.randrange(start, end))
                       for _ in range(rng.randrange(1, 40)))
    if kind == 5:
        pieces = SPECIALS + [s.lower() for s in SPECIALS] + ["[", "]", " ", "  ", "a", "SEP", "[[", "CLS]", "\n"]
        return "".join(rng.choice(pieces) for _ in range(rng.randrange(1, 12)))
    if kind == 6:
        length = rng.choice([1, 98, 99, 100, 101, 102, 150])
        return rng.choice(["", "x "]) + "".join(rng.choice("abcdeé\u0301한") for _ in range(length)) + rng.choice(["", " y"])
    if kind == 7:
        line = list(rng.choice(SENTENCES))
        for _ in range(rng.randrange(4)):
            line.insert(rng.randrange(len(line) + 1), any_scalar(rng))
        start = rng.randrange(len(line))
        return "".join(line[start:start + rng.randrange(1, 60)])
    if kind == 8:
        return "".join(rng.choice(words).replace("##", "") for _ in range(rng.randrange(1, 6)))
    return " ".join(rng.choice(words) if rng.random() < 0.8 else rng.choice(words).upper()
                    for _ in range(rng.randrange(1, 20)))


def line(**values):
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"
