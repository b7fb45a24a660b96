"""Numbers that say how well a check tells supported answers from others."""


def threshold(scores, supported, blocked):
    """The highest score to pass from at which at most a share of the supported answers is blocked.

    Returns it and the share of the unsupported answers that are caught.
    """
    good = sorted(score for score, is_good in zip(scores, supported) if is_good)
    bad = [score for score, is_good in zip(scores, supported) if not is_good]
    # An answer is blocked below the threshold: the first good one that must pass sets it.
    limit = good[min(int(blocked * len(good) + 1e-9), len(good) - 1)] if good else float("inf")
    return limit, sum(score < limit for score in bad) / len(bad) if bad else 0.0


def rates(passes, supported):
    """The shares of unsupported answers caught and of supported ones blocked."""
    good = [passed for passed, is_good in zip(passes, supported) if is_good]
    bad = [passed for passed, is_good in zip(passes, supported) if not is_good]
    return (bad.count(False) / len(bad) if bad else None), (good.count(False) / len(good) if good else None)


def area(scores, supported):
    """The share of pairs of a supported and an unsupported answer in which the supported one has the higher score.

    Equal scores count half. This is the area under the ROC curve.
    """
    good = [score for score, is_good in zip(scores, supported) if is_good]
    bad = [score for score, is_good in zip(scores, supported) if not is_good]
    if not good or not bad:
        return None
    return sum((one > other) + (one == other) / 2 for one in good for other in bad) / (len(good) * len(bad))
