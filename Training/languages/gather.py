"""Gathers the training texts out of the packages of sources.txt."""
import bisect
import collections
import gettext
import html
import io
import json
import random
import re
import tarfile
import zipfile

import brotli

from features import words_of

# Codes of the sources that are another language's, or a variant's.
SAME = {"nb": "no", "nn": "no", "bs": "hr", "iw": "he", "sr_Latn": "hr", "sr-Latn": "hr", "sr@latin": "hr"}
PLACEHOLDER = re.compile(
    r"<[^>]*>|https?://\S+|\$t\([^)]*\)|%\([a-z_A-Z0-9]+\)[sd]|%[sdif]|\{\{[^}]*\}\}|\{[^{}]*\}|\[%[^\]]*%\]|`[^`]*`"
    r"|\]\([^)]*\)|&[a-z]+;")
JSON_SOURCES = [
    ("homeassistant-*", r"(?P<part>homeassistant/components/.*)/translations/(?P<code>[a-zA-Z-]+)\.json$"),
    ("home_assistant_frontend-*",
     r"hass_frontend/static/translations/(?P<part>(?:[a-z-]+/)?)(?P<code>[a-z]{2,3}(?:-[A-Za-z0-9]{2,4})?)-[0-9a-f]{32}\.json$"),
    ("apache_airflow_core-*", r"airflow/ui/dist/i18n/locales/(?P<code>[a-zA-Z-]+)/(?P<part>\w+)\.json$"),
    ("invokeai-*", r"locales/(?P<part>)(?P<code>[a-zA-Z-]+)\.json$"),
    ("kolibri-*", r"kolibri/locale/(?P<code>[a-zA-Z_0-9]+)/LC_MESSAGES/(?P<part>.*)\.json$"),
]
DJANGO = r"locale/(?P<code>[^/]+)/LC_MESSAGES/django\.mo$"
CATALOGUES = [
    ("django-6*", DJANGO), ("wagtail-*", DJANGO), ("django_allauth-*", DJANGO), ("django_oscar-*", DJANGO),
    ("django_helpdesk-*", DJANGO), ("django_cms-*", DJANGO),
    ("apache_superset-*", r"translations/(?P<code>[^/]+)/LC_MESSAGES/messages\.mo$"),
]


def archive(folder, pattern):
    return zipfile.ZipFile(next(iter(sorted(folder.glob(pattern)))))


def language_of(code):
    if code in SAME:
        return SAME[code]
    base = re.split(r"[-_]", code)[0]
    return None if len(base) < 2 or "." in code or "@" in code else SAME.get(base, base)


def plain(text):
    text = html.unescape(text)
    for _ in range(3):
        text = PLACEHOLDER.sub(" ", text)
    return re.sub(r"\s+", " ", re.sub(r"[\[\]{}*#|_\"<>]+", " ", text)).strip()


def leaves(value, path=""):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}/{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, f"{path}/{index}")
    elif isinstance(value, str):
        yield path, value


def sentences(folder):
    """The translated strings of each language, without those left in English."""
    pools = collections.defaultdict(dict)

    def add(language, text):
        text = plain(text)
        if sum(c.isalpha() for c in text) >= 4:
            pools[language].setdefault(text)

    for pattern, path in JSON_SOURCES:
        package = archive(folder, pattern)
        files = [(name, m) for name in package.namelist() if (m := re.search(path, name))]
        english = {
            (m["part"], key): text
            for name, m in files if m["code"] == "en" for key, text in leaves(json.loads(package.read(name)))
        }
        for name, m in files:
            language = language_of(m["code"])
            if language is None:
                continue
            for key, text in leaves(json.loads(package.read(name))):
                if language == "en" or english.get((m["part"], key)) != text:
                    add(language, text)
    for pattern, path in CATALOGUES:
        package = archive(folder, pattern)
        for name in package.namelist():
            m = re.search(path, name)
            language = m and language_of(m["code"])
            if not language:
                continue
            try:
                catalogue = gettext.GNUTranslations(io.BytesIO(package.read(name)))._catalog
            except (OSError, UnicodeDecodeError):
                continue
            for key, text in catalogue.items():
                source = key[0] if isinstance(key, tuple) else key
                source = source.split("\x04")[-1]
                if source:
                    add("en", source)
                    if text != source:
                        add(language, text)
    english = pools["en"]
    return {
        language: [t for t in pool if language == "en" or t not in english] for language, pool in sorted(pools.items())
    }


def stop_words(folder):
    package = archive(folder, "stopwordsiso-*")
    name = next(n for n in package.namelist() if n.endswith(".json"))
    return json.loads(package.read(name))


def made_words(folder, languages):
    """Words as the n-grams of langdetect (beginnings, ends) and lingua (insides) make them: a language's general
    spelling, where translations of software know only its technical words."""
    lingua = archive(folder, "lingua_language_detector-*")
    names = set(lingua.namelist())
    profiles = {}
    with tarfile.open(next(iter(folder.glob("langdetect-*")))) as tar:
        for member in tar.getmembers():
            if "/profiles/" in member.name and member.isfile():
                profiles[member.name.split("/")[-1]] = json.load(tar.extractfile(member))["freq"]

    def model(language, kind):
        name = f"lingua/language-models/{'nb' if language == 'no' else language}/{kind}.json.br"
        if name not in names:
            return None
        following = collections.defaultdict(lambda: ([], []))
        for fraction, grams in json.loads(brotli.decompress(lingua.read(name)))["ngrams"].items():
            count, total = fraction.split("/")
            for gram in grams.split():
                letters, sums = following[gram[:-1]]
                letters.append(gram[-1])
                sums.append((sums[-1] if sums else 0) + int(count) / int(total))
        return following

    made = {}
    for language, script in languages:
        models = [model(language, kind) for kind in ("fivegrams", "quadrigrams", "trigrams", "bigrams")]
        if language not in profiles or models[0] is None:
            continue
        r = random.Random(language)
        counts = collections.Counter()
        for gram, count in profiles[language].items():
            counts[gram.lower()] += count
        starts = {g[1:]: n for g, n in counts.items() if len(g) == 3 and g[0] == " "}
        all_after, ends_after = collections.Counter(), collections.Counter()
        for gram, count in counts.items():
            if len(gram) == 3 and " " not in gram[:2]:
                all_after[gram[:2]] += count
                if gram[2] == " ":
                    ends_after[gram[:2]] += count
        words = []
        for start in r.choices(list(starts), list(starts.values()), k=60_000):
            word = start.rstrip(" ")
            while start[1] != " " and len(word) < 18:
                total = all_after[word[-2:]]
                if r.random() < (ends_after[word[-2:]] / total if total else 0.3):
                    break
                for order, following in zip((4, 3, 2, 1), models):
                    if len(word) >= order and word[-order:] in following:
                        letters, sums = following[word[-order:]]
                        word += letters[min(bisect.bisect_left(sums, r.random() * sums[-1]), len(letters) - 1)]
                        break
                else:
                    break
            words += words_of(word, script)
        made[language] = words
    return made
