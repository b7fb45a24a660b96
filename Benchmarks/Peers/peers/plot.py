"""Recall against queries per second as an SVG, with no library."""

from xml.sax.saxutils import escape

from .curves import frontier

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 900, 560, 78, 46, 250, 56
COLORS = ["#1f77b4", "#ff7f0e", "#2ca02c", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf", "#aec7e8",
          "#ffbb78", "#98df8a", "#c5b0d5", "#c49c94"]
OURS = "#d62728"


def recall_and_speed(title, curves, least=0.88):
    """A plot of curves: name → (points of recall and queries per second, whether it is ours).

    The horizontal axis is stretched towards a recall of 1, where the differences lie; the vertical one is logarithmic.
    """
    import math

    lines = [(name, [point for point in frontier(points) if point[0] >= least and point[0] < 0.99995], ours)
             for name, (points, ours) in curves.items()]
    lines = [line for line in lines if line[1]]
    if not lines:
        return None
    speeds = [speed for _, points, _ in lines for _, speed in points]
    low, high = math.floor(math.log10(min(speeds)) * 4) / 4, math.ceil(math.log10(max(speeds)) * 4) / 4

    def x(recall):
        # logarithmic in the share that is missed, from 12% to 0.05%
        span = math.log((1 - least) / 0.0005)
        share = math.log((1 - least) / max(1 - recall, 0.0005)) / span
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(speed):
        share = (math.log10(speed) - low) / max(high - low, 1e-9)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
           'font-family="sans-serif" font-size="13">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
           f'<text x="{LEFT}" y="26" font-size="16">{escape(title)}</text>']
    for recall in (0.9, 0.95, 0.98, 0.99, 0.995, 0.999):
        out.append(f'<line x1="{x(recall):.1f}" x2="{x(recall):.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        out.append(f'<text x="{x(recall):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{recall:g}</text>')
    for power in range(int(low), int(high) + 1):
        for factor in (1, 2, 5):
            speed = factor * 10 ** power
            if low <= math.log10(speed) <= high:
                out.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(speed):.1f}" y2="{y(speed):.1f}" '
                           'stroke="#ddd"/>')
                out.append(f'<text x="{LEFT - 8}" y="{y(speed) + 4:.1f}" text-anchor="end">{speed:,}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 12}" text-anchor="middle">recall@10</text>')
    out.append(f'<text transform="translate(18 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" '
               'text-anchor="middle">queries per second</text>')
    lines.sort(key=lambda line: -max(speed for _, speed in line[1]))
    color = iter(COLORS * (len(lines) // len(COLORS) + 1))
    for place, (name, points, ours) in enumerate(lines):
        stroke, width = (OURS, 3) if ours else (next(color), 1.5)
        path = " ".join(f"{x(recall):.1f},{y(speed):.1f}" for recall, speed in points)
        out.append(f'<polyline points="{path}" fill="none" stroke="{stroke}" stroke-width="{width}"/>')
        out.extend(f'<circle cx="{x(recall):.1f}" cy="{y(speed):.1f}" r="{width + 0.8:.1f}" fill="{stroke}"/>'
                   for recall, speed in points)
        line = TOP + 8 + place * 21
        out.append(f'<line x1="{WIDTH - RIGHT + 16}" x2="{WIDTH - RIGHT + 40}" y1="{line}" y2="{line}" '
                   f'stroke="{stroke}" stroke-width="{width}"/>')
        weight = ' font-weight="bold"' if ours else ""
        out.append(f'<text x="{WIDTH - RIGHT + 46}" y="{line + 4}"{weight}>{escape(name)}</text>')
    out.append("</svg>")
    return "\n".join(out) + "\n"
