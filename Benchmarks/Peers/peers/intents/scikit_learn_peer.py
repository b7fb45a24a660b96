"""scikit-learn: the lexical baseline, and logistic regression on embeddings."""

import csv
import importlib

import numpy as np

from ..measure import Stopwatch


class WordsAndCharacters:
    """TF-IDF of words (1–2) and of characters (2–5), and a linear SVM."""

    name = "TF-IDF words 1–2 + characters 2–5, linear SVM"
    distribution = "scikit-learn"

    def fit(self, texts, labels, _):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline, make_union
        from sklearn.svm import LinearSVC

        features = make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True))
        self.model = make_pipeline(features, LinearSVC())
        self.model.fit(texts, labels)

    def predict(self, texts, _):
        scores = self.model.decision_function(texts)
        # A softmax of margins is no probability: it only puts the answers in an order.
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        return self.model.classes_[weights.argmax(axis=1)], weights.max(axis=1)


class WordsAndEmbeddings:
    """TF-IDF of words and characters joined with embeddings, and a linear SVM."""

    name = "TF-IDF and the same embeddings joined, linear SVM"
    distribution = "scikit-learn"

    def features(self, texts, vectors, fit):
        from scipy.sparse import csr_matrix, hstack

        words = self.words.fit_transform(texts) if fit else self.words.transform(texts)
        return hstack([words, csr_matrix(vectors * 2)]).tocsr()

    def fit(self, texts, labels, vectors):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_union
        from sklearn.svm import LinearSVC

        self.words = make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True))
        self.model = LinearSVC()
        self.model.fit(self.features(texts, vectors, True), labels)

    def predict(self, texts, vectors):
        scores = self.model.decision_function(self.features(texts, vectors, False))
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        return self.model.classes_[weights.argmax(axis=1)], weights.max(axis=1)


class LogisticRegression:
    """Logistic regression on the same embeddings as ours; embedding does not count."""

    name = "logistic regression on the same embeddings"
    distribution = "scikit-learn"

    def fit(self, _, labels, vectors):
        from sklearn.linear_model import LogisticRegression as Model

        self.model = Model(C=10, max_iter=1000)
        self.model.fit(vectors, labels)

    def predict(self, _, vectors):
        weights = self.model.predict_proba(vectors)
        return self.model.classes_[weights.argmax(axis=1)], weights.max(axis=1)


class IntentContestant:
    """Runs a peer in a worker: `peer` is "module:Class"."""

    def __init__(self, peer):
        module, name = peer.split(":")
        self.peer = getattr(importlib.import_module(module), name)()

    def evaluate(self, train, test, train_vectors, test_vectors):
        """Trains and predicts; the predictions with their confidence, and the times."""
        (texts, labels), (asked, truth) = read(train), read(test)
        vectors = [np.load(path) if path else None for path in (train_vectors, test_vectors)]
        has_probabilities = isinstance(self.peer, LogisticRegression)
        with Stopwatch() as fitting:
            self.peer.fit(texts, np.array(labels), vectors[0])
        with Stopwatch() as predicting:
            predicted, confidence = self.peer.predict(asked, vectors[1])
        points = [[str(label) == wanted, float(value)] for label, wanted, value in zip(predicted, truth, confidence)]
        return {"fit_seconds": fitting.seconds, "per_second": len(asked) / predicting.seconds, "points": points,
                "has_probabilities": has_probabilities}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["text"] for row in rows], [row["category"] for row in rows]
