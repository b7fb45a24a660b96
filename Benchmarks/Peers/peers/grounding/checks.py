"""What people check answers with in place of a library: words, numbers, TF-IDF and embeddings, sentence by sentence."""

import collections
import importlib
import json
import re
import statistics

from ..measure import Stopwatch
from .judging import threshold

#: Ways to make a number for an answer of those of its sentences.
SUMMARIES = {"least": min, "mean": statistics.fmean}


class Overlap:
    """ROUGE-1 precision: the share of a sentence's words that the sources hold, as often as they hold them."""

    name = "words of the sentence in the sources (ROUGE-1 precision)"
    distribution = "PyStemmer"

    def __init__(self, model):
        import Stemmer

        self.stemmer = Stemmer.Stemmer("english")

    def fit(self, cases):
        pass

    def words(self, text):
        return collections.Counter(self.stemmer.stemWords(re.findall(r"\w+", text.lower())))

    def scores(self, sentences, sources):
        """How well the sources support each sentence; more is better."""
        held = self.words("\n".join(sources))
        return [share(self.words(sentence), held) for sentence in sentences]


class NumbersAndOverlap(Overlap):
    """The same, and nothing for a sentence with a number that no source has."""

    name = "every number in the sources, and ROUGE-1 precision"

    def scores(self, sentences, sources):
        held = numbers("\n".join(sources))
        return [score if numbers(sentence) <= held else 0.0
                for sentence, score in zip(sentences, super().scores(sentences, sources))]


class Cosine:
    """The cosine of TF-IDF vectors, of a sentence and the sentence of the sources that is most like it."""

    name = "TF-IDF, cosine with the best sentence of the sources"
    distribution = "scikit-learn"

    def __init__(self, model):
        pass

    def fit(self, cases):
        from sklearn.feature_extraction.text import TfidfVectorizer

        sources = sorted({source for case in cases for source in case["sources"]})
        self.vectors = TfidfVectorizer(sublinear_tf=True)
        self.vectors.fit(sentence for source in sources for sentence in split(source))

    def scores(self, sentences, sources):
        places = [sentence for source in sources for sentence in split(source)]
        vectors = self.vectors.transform(sentences + places)
        cosines = (vectors[:len(sentences)] @ vectors[len(sentences):].T).toarray()
        return cosines.max(axis=1).tolist()


class Embedded:
    """The same with embeddings of all-MiniLM-L6-v2; those of the sources count, as they do for who keeps none."""

    name = "sentence-transformers, cosine with the best sentence of the sources"
    distribution = "sentence-transformers"

    def __init__(self, model):
        from sentence_transformers import SentenceTransformer

        self.encoder = SentenceTransformer(model, device="cpu", local_files_only=True)

    def fit(self, cases):
        # Most sources have several answers. What is judged later is always embedded anew.
        texts = sorted({sentence for case in cases for text in [case["answer"], *case["sources"]] for sentence in split(text)})
        self.known = dict(zip(texts, self.embed(texts)))

    def embed(self, texts):
        return self.encoder.encode(texts, normalize_embeddings=True, show_progress_bar=False)

    def scores(self, sentences, sources):
        import numpy as np

        texts = sentences + [sentence for source in sources for sentence in split(source)]
        if all(text in self.known for text in texts):
            vectors = np.stack([self.known[text] for text in texts])
        else:
            vectors = self.embed(texts)
        return (vectors[:len(sentences)] @ vectors[len(sentences):].T).max(axis=1).tolist()


class Together:
    """Logistic regression on the least and the mean of all the scores above, learned from the training answers."""

    name = "all of the above, logistic regression"
    distribution = "scikit-learn"

    def __init__(self, model):
        self.checks = [Overlap(model), NumbersAndOverlap(model), Cosine(model), Embedded(model)]

    def fit(self, cases):
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        for check in self.checks:
            check.fit(cases)
        features = [self.features(claims(case["answer"]), case["sources"]) for case in cases]
        self.model = make_pipeline(StandardScaler(), LogisticRegression())
        self.model.fit(features, [case["supported"] for case in cases])

    def features(self, sentences, sources):
        found = [check.scores(sentences, sources) if sentences else [1.0] for check in self.checks]
        return [summary(scores) for scores in found for summary in SUMMARIES.values()]

    def scores(self, sentences, sources):
        """One probability for all sentences."""
        return [float(self.model.predict_proba([self.features(sentences, sources)])[0, 1])]


class GroundingContestant:
    """Runs a peer in a worker: `peer` is "module:Class"."""

    def __init__(self, peer, model):
        module, name = peer.split(":")
        self.peer = getattr(importlib.import_module(module), name)(model)

    def evaluate(self, train, test, blocked):
        """Chooses the threshold that blocks a share of good training answers, and judges the others.

        Of the least and the mean over an answer's sentences it takes what catches more of the training answers.
        """
        train, test = read(train), read(test)
        self.peer.fit(train)
        learned = [self.judge(case) for case in train]
        supported = [case["supported"] for case in train]
        chosen = {}
        for name, summary in SUMMARIES.items():
            limit, caught = threshold([summary(scores) for scores in learned], supported, blocked)
            chosen[name] = (caught, limit)
        best = max(chosen, key=lambda name: chosen[name][0])
        with Stopwatch() as watch:
            scores = [SUMMARIES[best](self.judge(case)) for case in test]
        return {"summary": best, "threshold": chosen[best][1], "scores": scores,
                "seconds": watch.seconds / max(1, len(test))}

    def judge(self, case):
        sentences = claims(case["answer"])
        return self.peer.scores(sentences, case["sources"]) if sentences else [1.0]


def share(words, held):
    count = sum(words.values())
    return sum(min(number, held[word]) for word, number in words.items()) / count if count else 1.0


def numbers(text):
    """The numbers of a text, without the separators of thousands."""
    return {re.sub(r"[,.](?=\d{3}\b)", "", number) for number in re.findall(r"\d+(?:[.,:]\d+)*", text)}


def claims(answer):
    """The sentences of an answer but the shortest: greetings and "Yes." say nothing that could be wrong."""
    sentences = split(answer)
    return [sentence for sentence in sentences if len(sentence.split()) >= 4] or sentences


def split(text):
    """The sentences of a text: lines, and parts of lines that end with a full stop, question or exclamation mark."""
    parts = re.split(r"\n+|(?<=[.!?])\s+", text)
    return [part.strip() for part in parts if re.search(r"\w", part)]


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
