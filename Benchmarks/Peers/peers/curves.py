"""Recall against queries per second: comparing searches at equal recall."""

import math


def frontier(points):
    """The points that no other one beats in both recall and speed, by ascending recall.

    A point is a pair of recall and queries per second.
    """
    best = []
    for recall, speed in sorted(points, key=lambda point: (-point[0], -point[1])):
        if not best or speed > best[-1][1]:
            best.append((recall, speed))
    return best[::-1]


def speed_at(points, recall):
    """Queries per second at a recall: on the frontier, linear in recall and the logarithm of speed between two points.

    Where every point has more recall it is the speed of the fastest, which is at least what could be had; None where
    none reaches the recall.
    """
    curve = frontier(points)
    if not curve or curve[-1][0] < recall:
        return None
    if curve[0][0] >= recall:
        return curve[0][1]
    for (low, fast), (high, slow) in zip(curve, curve[1:]):
        if low <= recall <= high:
            share = (recall - low) / (high - low)
            return math.exp(math.log(fast) + share * (math.log(slow) - math.log(fast)))
    return None
