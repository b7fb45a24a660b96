"""What people use in place of a triage library: keyword lists, and scikit-learn on words or embeddings."""

import importlib

import numpy as np

from ..measure import Stopwatch

DECISIONS = ["category", "priority", "sentiment", "escalate"]


class Embedded:
    """Logistic regression on all-MiniLM-L6-v2, embedded by sentence-transformers."""

    name = "sentence-transformers + logistic regression"
    distribution = "sentence-transformers"

    def __init__(self, model):
        from sentence_transformers import SentenceTransformer

        self.encoder = SentenceTransformer(model, device="cpu")

    def features(self, texts):
        # One message at a time, as they come.
        return np.concatenate([self.encoder.encode([text], normalize_embeddings=True) for text in texts])

    def fit(self, texts, labels):
        from sklearn.linear_model import LogisticRegression

        vectors = self.encoder.encode(texts, normalize_embeddings=True)
        self.models = {name: LogisticRegression(C=10, max_iter=2000).fit(vectors, labels[name]) for name in DECISIONS}

    def predict(self, texts):
        vectors = self.features(texts)
        return {name: self.models[name].predict(vectors) for name in DECISIONS}


class Words:
    """TF-IDF of words (1–2) and characters (2–5), and logistic regression."""

    name = "TF-IDF words 1–2 + characters 2–5, logistic regression"
    distribution = "scikit-learn"

    def __init__(self, model):
        pass

    def fit(self, texts, labels):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_union

        self.words = make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True))
        vectors = self.words.fit_transform(texts)
        self.models = {name: LogisticRegression(C=30, max_iter=500).fit(vectors, labels[name]) for name in DECISIONS}

    def predict(self, texts):
        from scipy.sparse import vstack

        vectors = vstack([self.words.transform([text]) for text in texts])
        return {name: self.models[name].predict(vectors) for name in DECISIONS}


class KeywordLists:
    """Lists of words looked for inside the text, as most examples have them."""

    name = "keyword lists, found as parts of words"
    distribution = "scikit-learn"

    CATEGORIES = {
        "billing": ["bill", "charge", "invoice", "refund", "payment", "price", "subscription", "money", "card"],
        "bug_report": ["bug", "error", "crash", "broken", "not working", "doesn't work", "fail", "issue", "wrong"],
        "feature_request": ["feature", "add", "would be nice", "wish", "suggest", "support for", "could you add"],
        "technical": ["how", "setup", "install", "configure", "api", "integrat", "password", "login", "connect"]}
    URGENT = ["urgent", "asap", "immediately", "emergency", "critical", "down", "now"]
    HIGH = ["important", "soon", "deadline", "today", "tomorrow", "blocked"]
    LOW = ["no rush", "whenever", "minor", "curious", "not urgent"]
    NEGATIVE = ["angry", "terrible", "awful", "bad", "unacceptable", "frustrat", "disappoint", "worst", "!!"]
    POSITIVE = ["thank", "great", "love", "awesome", "happy", "excellent"]
    ESCALATE = ["manager", "supervisor", "lawyer", "sue", "human", "agent", "fraud", "hacked", "stolen", "legal"]

    def __init__(self, model):
        pass

    def fit(self, texts, labels):
        pass

    def predict(self, texts):
        def has(text, words):
            return any(word in text for word in words)

        result = {name: [] for name in DECISIONS}
        for text in map(str.lower, texts):
            counts = {name: sum(word in text for word in words) for name, words in self.CATEGORIES.items()}
            best = max(counts, key=counts.get)
            result["category"].append(best if counts[best] else "general")
            result["priority"].append("urgent" if has(text, self.URGENT) else "high" if has(text, self.HIGH) else "low"
                                      if has(text, self.LOW) else "medium")
            result["sentiment"].append("negative" if has(text, self.NEGATIVE) else "positive" if has(text, self.POSITIVE)
                                       else "neutral")
            result["escalate"].append(has(text, self.ESCALATE))
        return result


class TriageContestant:
    """Runs a peer in a worker: `peer` is "module:Class"."""

    def __init__(self, peer, model):
        module, name = peer.split(":")
        self.peer = getattr(importlib.import_module(module), name)(model)

    def evaluate(self, train, test):
        """Trains and judges; the predictions and the times."""
        train, test = read(train), read(test)
        with Stopwatch() as fitting:
            self.peer.fit([row["text"] for row in train],
                          {name: np.array([row[name] for row in train]) for name in DECISIONS})
        texts = [row["text"] for row in test]
        with Stopwatch() as judging:
            predictions = self.peer.predict(texts)
        return {"fit_seconds": fitting.seconds, "per_second": len(texts) / judging.seconds,
                "scores": scores(predictions, test)}


def scores(predictions, rows):
    """Accuracy, and the F1 of escalation."""
    result = {}
    for name in DECISIONS[:3]:
        result[name] = sum(str(value) == row[name] for value, row in zip(predictions[name], rows)) / len(rows)
    both = sum(bool(value) and row["escalate"] for value, row in zip(predictions["escalate"], rows))
    either = sum(bool(value) for value in predictions["escalate"]) + sum(row["escalate"] for row in rows)
    result["escalation"] = 2 * both / either if either else 0.0
    return result


def read(path):
    """Messages as Training/README.md describes them."""
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            category, priority, reasons, sentiment, text = line.rstrip("\n").split(" | ", 4)
            rows.append({"category": category, "priority": priority, "escalate": reasons.strip() != "-",
                         "sentiment": sentiment, "text": text.replace("\\n", "\n")})
    return rows
