"""The contest of intent classifiers: accuracy, and the share answered at a precision."""

from .. import judging, ours
from ..process import ContestantFailed
from ..settings import say
from . import PEERS
from .scikit_learn_peer import read

PRECISIONS = [0.95, 0.97, 0.99]


def run(settings):
    """Trains and measures all classifiers once; the result is plain data."""
    if settings.train is None or settings.test is None or settings.model is None:
        return {"skipped": "no questions or no model: set HELPDESK_DATA and HELPDESK_MODEL_DIR, or give --train, --test "
                           "and --model"}
    train, test = settings.train, settings.test
    if settings.quick:
        train, test = fewer(settings, train, "train"), fewer(settings, test, "test")
    (texts, labels), (asked, _) = read(train), read(test)
    vectors = embed(settings, texts, "train"), embed(settings, asked, "test")
    rows = [ours_row(settings, train, test, method) for method in ("learned", "neighbors")]
    for row, result in judging.rows(
            settings, PEERS, "peers.intents.scikit_learn_peer:IntentContestant", {}, train=str(train), test=str(test),
            train_vectors=str(vectors[0]), test_vectors=str(vectors[1])):
        rows.append(row)
        if result is None:
            continue
        points = result["points"]
        row.update(accuracy=sum(right for right, _ in points) / len(points), fit_seconds=result["fit_seconds"],
                   per_second=result["per_second"],
                   calibration=calibration_error(points) if result["has_probabilities"] else None,
                   answered={str(precision): answered(points, precision) for precision in PRECISIONS})
    return {"train": len(texts), "test": len(asked), "labels": len(set(labels)), "rows": rows}


def fewer(settings, path, name):
    """Every tenth row of the test set; of the training set every third, or labels would be left with too few."""
    import csv

    texts, labels = read(path)
    step = 3 if name == "train" else 10
    out = settings.work / f"{name}.csv"
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "category"])
        writer.writerows(list(zip(texts, labels))[::step])
    return out


def embed(settings, texts, name):
    out = settings.work / f"intents-{name}.npy"
    path = settings.write_texts(f"intents-{name}", [" ".join(text.split()) or "." for text in texts])
    say(f"  embed the {name} questions")
    settings.bench("embed", "--model", settings.model, "--texts", path, "--runs", 1, "--latency-runs", 0, "--out", out)
    return out


def ours_row(settings, train, test, method):
    name = {"learned": ours.NAME, "neighbors": f"{ours.NAME}, nearest neighbours"}[method]
    say(f"  {name}")
    row = {"name": name, "version": ours.NAME, "ours": True, "failure": None}
    try:
        results = settings.bench(
            "intents", "--model", settings.model, "--train", train, "--test", test, "--method", method)
    except ContestantFailed as failure:
        row["failure"] = str(failure)
        return row
    result = {key: value for part in results for key, value in part.items()}
    row.update(accuracy=result["accuracy %"] / 100, fit_seconds=result.get("training s"),
               per_second=result.get("questions/s, embedded", result.get("questions/s")),
               calibration=result["calibration error"],
               answered={"0.95": result["answered at 95% precision %"] / 100, "0.97": result["at 97% %"] / 100,
                         "0.99": result["at 99% %"] / 100})
    return row


def calibration_error(points, bins=10):
    """The mean distance of confidence and accuracy over equally wide bins."""
    sums = [[0.0, 0] for _ in range(bins)]
    for is_right, confidence in points:
        place = min(bins - 1, max(0, int(confidence * bins)))
        sums[place][0] += confidence
        sums[place][1] += is_right
    return sum(abs(confidence - right) for confidence, right in sums) / max(1, len(points))


def answered(points, precision):
    """The largest share of questions that can be answered, the most confident first, with at least a precision.

    Equal confidences are answered together or not at all.
    """
    ordered = sorted(points, key=lambda point: -point[1])
    right = best = 0
    for place, (is_right, confidence) in enumerate(ordered):
        right += is_right
        ends_tie = place + 1 == len(ordered) or ordered[place + 1][1] < confidence
        if ends_tie and right >= precision * (place + 1):
            best = place + 1
    return best / len(ordered) if ordered else None
