"""RESULTS.md and its plots from what was measured."""

from . import plot

FACTOR = "×"


def write(results, folder):
    """Writes RESULTS.md and the plots into a folder; returns the Markdown."""
    plots = {}
    text = markdown(results, plots)
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("recall-*.svg"):
        stale.unlink()
    for name, drawing in plots.items():
        (folder / name).write_text(drawing, encoding="utf-8")
    (folder / "RESULTS.md").write_text(text, encoding="utf-8")
    return text


def markdown(results, plots):
    """The whole report; drawings are added to `plots` under their file names."""
    parts = [heading(results)]
    sections = {"vectors": vectors, "embeddings": embeddings, "tokenizers": tokenizers, "lexical": lexical,
                "intents": intents, "triage": triage, "grounding": grounding, "clients": clients}
    for name, section in sections.items():
        result = results["contests"].get(name)
        if result is None:
            continue
        title, body = section(result, plots) if "skipped" not in result and "failed" not in result else (
            TITLES[name], f"Not measured: {result.get('skipped') or result.get('failed')}.\n")
        kept = result.get("kept")
        when = f"Measured on {kept['date']} with version {kept['revision']}.\n\n" if kept else ""
        parts.append(f"## {title}\n\n{when}{body}")
    return "\n".join(parts)


TITLES = {"vectors": "Vector indexes", "embeddings": "Sentence embeddings", "tokenizers": "Tokenizers",
          "lexical": "Ranking by words", "intents": "Intents", "triage": "Triage",
          "grounding": "Checking answers", "clients": "Clients of language models"}


def heading(results):
    machine = results["machine"]
    quick = " **A quick run: a tenth of the work; its numbers say little.**" if results["quick"] else ""
    return f"""# Results

Written by `Benchmarks/Peers/run`; do not edit.{quick} All contestants of a table ran in one session, turn by turn; numbers are
medians of {results["rounds"]} rounds. A ratio above 1 means that swift-helpdesk is that many times as fast as the peer, a ratio below 1
that the peer is faster. Peers are called from Python, each in a process of its own; what their bindings cost counts, as it
does for their users.

- **Command:** `{results["command"]}`
- **Date:** {results["date"]}, in {results["minutes"]:.0f} minutes; version {results["revision"]}
- **Machine:** {machine["processor"]}, {machine["cores"]} cores{" (virtual)" if machine["virtual"] else ""}, \
{machine["instruction sets"]}, {machine["memory GiB"]} GiB, {machine["system"]}
- **Software:** {machine["swift"]}; Python {machine["python"]}
- **Load of the machine** when the run began and ended: {results["load"][0]:.1f} and {results["load"][1]:.1f}
"""


# ---------------------------------------------------------------- vectors


def vectors(result, plots):
    body = (f"{result['vectors']:,} vectors of {result['dimensions']} dimensions, {result['queries']:,} queries, k = "
            f"{result['k']}. Queries per second at equal recall, interpolated on each one's curve; in brackets the ratio "
            "to swift-helpdesk, HNSW. “>” stands before the speed of a contestant whose whole sweep has more "
            "recall. A vector as near as the tenth true neighbour counts as found.\n")
    names = {"batch 1": ("One thread, all queries in one call", "recall-1-thread"),
             "single 1": ("One thread, a call for each query", "recall-single")}
    for threads in result["threads"]:
        if threads > 1:
            names[f"batch {threads}"] = (f"{threads} threads, all queries in one call", f"recall-{threads}-threads")
    rows = [row for row in result["rows"] if len(row["at"]) > 0 and not is_exact(row)]
    mine = next((row for row in rows if row["ours"]), None)
    for mode, (title, file) in names.items():
        table = [["", *(f"{target:g}" for target in result["targets"]), "cores used"]]
        for row in ordered(rows, mode):
            curve = row["curves"].get(mode)
            if not curve:
                continue
            cells = [bold(row)]
            for target in result["targets"]:
                cells.append(at_recall(row, mine, mode, target, min(recall for recall, _ in curve)))
            cores = [point["cores"] for point in row["modes"][mode].values()]
            table.append([*cells, f"{max(cores):.1f}"])
        if len(table) == 1:
            continue
        body += f"\n### {title}\n\n{grid(table)}"
        drawing = plot.recall_and_speed(
            f"{title}: {result['vectors']:,} × {result['dimensions']}",
            {row["name"]: (row["curves"][mode], row["ours"]) for row in rows if mode in row["curves"]})
        if drawing is not None:
            plots[f"{file}.svg"] = drawing
            body += f"\n![Recall and queries per second]({file}.svg)\n"
    body += "\n### Build and memory\n\n" + build_table(result["rows"])
    body += exact_table(result)
    body += failures([(row["name"], where(mode), reason) for row in result["rows"]
                      for mode, reason in row["failures"].items()])
    return TITLES["vectors"], body


def is_exact(row):
    return any("None" in mode for mode in row["modes"].values())


def ordered(rows, mode):
    """Fastest at recall 0.95 first, or at the highest recall each reaches."""
    def speed(row):
        values = row["at"].get(mode, {})
        return -(values.get("0.95") or 0)

    return sorted(rows, key=speed)


def at_recall(row, mine, mode, target, least):
    speed = row["at"][mode].get(str(target))
    if speed is None:
        return "–"
    text = (">" if least > target else "") + f"{speed:,.0f}"
    if row["ours"] or mine is None:
        return text
    own = mine["at"].get(mode, {}).get(str(target))
    return text + (f" ({own / speed:.2f} {FACTOR})" if own else "")


def build_table(rows):
    table = [["", "build s", "threads", "bytes/vector", "version"]]
    mine = next((row for row in rows if row["ours"] and row["build"] and not is_exact(row)), None)
    for row in rows:
        if row["build"] is None:
            continue
        build = row["build"]
        text = f"{build['seconds']:,.1f}"
        if mine is not None and not row["ours"] and not is_exact(row):
            text += f" ({build['seconds'] / mine['build']['seconds']:.2f} {FACTOR})"
        table.append([bold(row), text, str(build["threads"]), f"{build['bytes_per_vector']:,.0f}", row["version"]])
    note = ("\nMemory is what the process holds more after building than before, the rows it was given excluded: it rests on "
            "the system's count of pages and is good to some percent. Ratios of build times above 1: swift-helpdesk "
            "builds faster.\n")
    return grid(table) + note


def exact_table(result):
    rows = [row for row in result["rows"] if is_exact(row)]
    if not rows:
        return ""
    mine = next((row for row in rows if row["ours"]), None)
    modes = [mode for mode in ("single 1", "batch 1", *(f"batch {count}" for count in result["threads"] if count > 1))]
    table = [["queries per second", *(where(mode) for mode in modes)]]
    for row in rows:
        cells = [bold(row)]
        for mode in modes:
            point = row["modes"].get(mode, {}).get("None")
            if point is None:
                cells.append("–")
                continue
            own = mine["modes"].get(mode, {}).get("None") if mine is not None and not row["ours"] else None
            ratio = f" ({own['median'] / point['median']:.2f} {FACTOR})" if own else ""
            cells.append(f"{point['median']:,.0f}{ratio}")
        table.append(cells)
    return "\n### Exact search\n\n" + grid(table)


def where(mode):
    if mode == "all":
        return ""
    call, threads = mode.split()
    calls = {"batch": "one call", "single": "a call each"}
    return f"{calls[call]}, {threads} thread{'s' if threads != '1' else ''}"


# ---------------------------------------------------------------- embeddings


def embeddings(result, _):
    body = (f"{result['texts']:,} texts, length-sorted batches, tokenization and pooling included. Sentences per second; in "
            "brackets the ratio of swift-helpdesk, float32, at its own best batch size to the peer at its best.\n")
    for threads in result["threads"]:
        rows = [row for row in result["rows"] if row["threads"] == threads and row["batches"]]
        mine = next((row for row in rows if row["ours"] and not row["quantized"]), None)
        if not rows:
            continue
        table = [["", *(f"batch {batch}" for batch in result["batches"]), "best", "cosine, mean", "least", "load s",
                  "peak MiB", "cores used"]]
        for row in sorted(rows, key=lambda row: -max(row["batches"].values())):
            best = max(row["batches"].values())
            ratio = ""
            if mine is not None and row is not mine:
                ratio = f" ({max(mine['batches'].values()) / best:.2f} {FACTOR})"
            table.append([
                bold(row), *(number(row["batches"].get(str(batch)), 0) for batch in result["batches"]),
                f"{best:,.0f}{ratio}", number(row["cosine_mean"], 6), number(row["cosine_least"], 6),
                number(row["load_seconds"], 2), number(row["peak_bytes"] and row["peak_bytes"] / 2**20, 0),
                number(row["cores"], 1)])
        body += f"\n### {threads} thread{'s' if threads > 1 else ''}: throughput\n\n" + grid(table)
        body += "\n" + grid(precisions(rows))
        body += "\nThe peak counts the pages of the model's file, 87 MiB, that are mapped and that the system may take back.\n"
        latency = [["ms", *(f"{name} ({length} characters), {rank}" for name, length in result["latency_texts"]
                            for rank in ("p50", "p95"))]]
        for row in sorted(rows, key=lambda row: row["latencies"].get("short", {}).get("p50", 1e9)):
            cells = [bold(row)]
            for name, _ in result["latency_texts"]:
                value, own = row["latencies"].get(name), mine["latencies"].get(name) if mine is not None else None
                if value is None:
                    cells += ["–", "–"]
                    continue
                ratio = f" ({value['p50'] / own['p50']:.2f} {FACTOR})" if own and row is not mine else ""
                cells += [f"{value['p50']:.2f}{ratio}", f"{value['p95']:.2f}"]
            latency.append(cells)
        body += f"\n### {threads} thread{'s' if threads > 1 else ''}: one text at a time\n\n" + grid(latency)
    versions = sorted({row["version"] for row in result["rows"] if not row["ours"]})
    body += "\nVersions: " + ", ".join(versions) + ". Cosines are to sentence-transformers in float32.\n"
    return TITLES["embeddings"], body + failures(
        [(row["name"], f"{row['threads']} threads", row["failure"]) for row in result["rows"] if row["failure"]])


def precisions(rows):
    """Each of our precisions beside the fastest peers."""
    def best(quantized):
        peers = [max(row["batches"].values()) for row in rows if not row["ours"] and row["quantized"] == quantized]
        return max(peers, default=None)

    def fastest(part):
        times = [row["latencies"]["query"]["p50"] for row in rows
                 if not row["ours"] and part in row["name"] and "query" in row["latencies"]]
        return min(times, default=None)

    table = [["swift-helpdesk", "sentences/s", "to the best float32 peer", "to the best int8 peer", "query of 12 tokens, p50 ms",
              "to ONNX Runtime in float32", "to its best", "first embedding after s", "with prepared weights s",
              "peak MiB"]]
    for row in rows:
        if not row["ours"]:
            continue
        mine, query = max(row["batches"].values()), row["latencies"].get("query", {}).get("p50")
        cells = [bold(row), f"{mine:,.0f}"]
        for peer in (best(False), best(True)):
            cells.append(f"{mine / peer:.2f} {FACTOR}" if peer else "–")
        cells.append(number(query, 2))
        for peer in (fastest("ONNX Runtime, float32"), fastest("ONNX Runtime")):
            cells.append(f"{query / peer:.2f} {FACTOR}" if peer and query else "–")
        cells += [number(row["load_seconds"], 2), number(row.get("prepared_seconds"), 2),
                  number(row["peak_bytes"] and row["peak_bytes"] / 2**20, 0)]
        table.append(cells)
    return table


# ---------------------------------------------------------------- the others


def tokenizers(result, _):
    title, body = tokenizer_table(result["support"])
    body = "### English support text\n\n" + body
    body += "\n### Mixed scripts\n\n" + tokenizer_table(result["scripts"])[1]
    return title, body


def tokenizer_table(result):
    differ = result["differences"]
    body = f"{result['texts']:,} texts, {result['bytes'] / 1e6:.2f} MB. "
    body += "Their tokens were not compared.\n" if differ is None else f"{differ} of the texts get other tokens.\n"
    table = [["", "threads", "MB/s", "tokens/s"]]
    for threads in result["threads"]:
        rows = [row for row in result["rows"] if row["threads"] == threads and row["bytes_per_second"]]
        mine = next((row for row in rows if row["ours"]), None)
        for row in sorted(rows, key=lambda row: -row["bytes_per_second"]):
            ratio = ""
            if mine is not None and row is not mine:
                ratio = f" ({mine['bytes_per_second'] / row['bytes_per_second']:.1f} {FACTOR})"
            table.append([bold(row), str(threads), f"{row['bytes_per_second'] / 1e6:.1f}{ratio}",
                          f"{row['tokens_per_second']:,.0f}"])
    versions = sorted({row["version"] for row in result["rows"] if not row["ours"]})
    body += "\n" + grid(table) + "\nVersions: " + ", ".join(versions) + ".\n"
    return TITLES["tokenizers"], body + failures(
        [(row["name"], f"{row['threads']} threads", row["failure"]) for row in result["rows"] if row["failure"]])


def lexical(result, _):
    body = "BM25 on one thread; splitting texts into words counts.\n"
    for collection in result["collections"]:
        rows = [row for row in collection["rows"] if row["per_second"]]
        mine = next((row for row in rows if row["ours"]), None)
        qualities = list(next((row["quality"] for row in rows), {}))
        table = [["", "index s", "queries/s", *qualities, "version"]]
        for row in sorted(rows, key=lambda row: -row["per_second"]):
            ratios = "", ""
            if mine is not None and row is not mine:
                ratios = (f" ({row['index_seconds'] / mine['index_seconds']:.1f} {FACTOR})",
                          f" ({mine['per_second'] / row['per_second']:.2f} {FACTOR})")
            table.append([bold(row), f"{row['index_seconds']:.3f}{ratios[0]}", f"{row['per_second']:,.0f}{ratios[1]}",
                          *(f"{row['quality'].get(name, 0):.3f}" for name in qualities), row["version"]])
        body += (f"\n### {collection['documents']:,} {collection['title']}, {collection['queries']:,} queries\n\n"
                 + grid(table))
        body += failures([(row["name"], "", row["failure"]) for row in collection["rows"] if row["failure"]])
    return TITLES["lexical"], body


def intents(result, _):
    body = (f"{result['train']:,} labelled questions of {result['labels']} intents, {result['test']:,} to classify. Training "
            "time without embedding; nearest neighbours train nothing. Questions/s of the nearest neighbours and of the lexical "
            "baseline include everything from the text on, the others start from embeddings. Calibration error: how far "
            "confidence is from the share of right answers, over ten bins.\n")
    table = [["", "accuracy", "answered at 95%", "97%", "99% precision", "calibration error", "training s", "questions/s",
              "version"]]
    for row in result["rows"]:
        if row["failure"]:
            continue
        table.append([bold(row), f"{row['accuracy']:.2%}", *(f"{value:.1%}" for value in row["answered"].values()),
                      number(row.get("calibration"), 3), number(row["fit_seconds"], 1), number(row["per_second"], 0),
                      row["version"]])
    return TITLES["intents"], body + "\n" + grid(table) + failures(
        [(row["name"], "", row["failure"]) for row in result["rows"] if row["failure"]])


def triage(result, _):
    body = (f"{result['train']:,} labelled messages to learn from, {result['test']:,} of another writer to judge, both written "
            "for this project. Accuracy; for escalation the F1. Messages/s include everything from the text on.\n")
    table = [["", *result["decisions"], "messages/s", "version"]]
    for row in result["rows"]:
        if row["failure"]:
            continue
        table.append([bold(row), *(f"{row['scores'][name]:.1%}" for name in result["decisions"]),
                      number(row["per_second"], 0), row["version"]])
    return TITLES["triage"], body + "\n" + grid(table) + failures(
        [(row["name"], "", row["failure"]) for row in result["rows"] if row["failure"]])


def grounding(result, _):
    body = (f"{result['test']:,} answers of a language model to customers, {result['good']:,} of them supported by their sources, "
            f"each contestant's threshold chosen on {result['train']:,} others so that it blocks {result['blocked']:.0%} of the "
            "supported ones; swift-helpdesk at its default. “On its curve”: the share of unsupported answers caught where at "
            f"most {result['blocked']:.0%} of the supported answers of this set are blocked. The peers' score of an answer is "
            "the least or the mean of its sentences', whichever was better on the others. Everything from the text on "
            "counts.\n")
    table = [["", "unsupported caught", "supported blocked", "caught, on its curve", "AUROC", "ms an answer", "of sentences",
              "version"]]
    mine = next((row for row in result["rows"] if row["ours"] and not row["failure"]), None)
    for row in result["rows"]:
        if row["failure"]:
            continue
        ratio = f" ({row['seconds'] / mine['seconds']:,.1f} {FACTOR})" if mine is not None and row is not mine else ""
        table.append([bold(row), *(share(row[key]) for key in ("caught", "blocked", "at_blocked")), number(row["area"], 3),
                      number(row["seconds"] * 1e3, 3) + ratio, row["summary"] or "–", row["version"]])
    return TITLES["grounding"], body + "\n" + grid(table) + failures(
        [(row["name"], "", row["failure"]) for row in result["rows"] if row["failure"]])


def clients(result, _):
    many = result["many"]
    body = (f"Answers of {result['deltas']} pieces of text, streamed over HTTP/1.1 from one server on the same machine, in "
            "pieces that cut events; every client must get all text, citations and usage. Processor time is the client "
            f"process's, user and system. “At a model's pace”: {result['pace']} pieces a second and stream, {many} streams; "
            "elsewhere the server sends an answer in one go. The clients of Python run on one event loop, "
            "swift-helpdesk on all cores. Ratios above 1: swift-helpdesk needs less, or does more.\n")
    titles = {"claude": "Messages API", "openai": "Chat completions"}
    for provider, told in result["providers"].items():
        rows = [row for row in result["rows"] if row["provider"] == provider and not row["failure"]]
        mine = next((row for row in rows if row["ours"]), None)
        table = [["", "CPU ms an answer, 1 stream", f"{many} streams", f"{many} at a model's pace", "answers/s, 1 stream",
                  f"{many} streams", "cores used", "first text ms, 1 stream", f"{many} at a model's pace", "peak MiB",
                  "version"]]
        for row in sorted(rows, key=lambda row: row["modes"]["many"]["cpu_ms"]):
            cells = [bold(row)]
            for key, modes, digits in (("cpu_ms", ("alone", "many", "paced"), 2), ("per_second", ("alone", "many"), 0)):
                for mode in modes:
                    value, own = row["modes"][mode][key], mine["modes"][mode][key] if mine is not None else None
                    ratio = value / own if key == "cpu_ms" and own else own / value if own and value else None
                    text = f" ({ratio:.1f} {FACTOR})" if ratio and row is not mine else ""
                    cells.append(number(value, digits) + text)
            cells += [number(row["modes"]["many"]["cores"], 1), number(row["modes"]["alone"]["first_ms"], 2),
                      number(row["modes"]["paced"]["first_ms"], 2), number(row["peak_bytes"] / 2**20, 0), row["version"]]
            table.append(cells)
        body += (f"\n### {titles[provider]}\n\n{told['bytes'] / 1e3:.0f} kB in {told['pieces']} pieces, {told['citations']} "
                 f"citations. The server alone, read by bare sockets: {number(told['drained'], 0)} answers/s. "
                 f"At a model's pace the first text leaves it after {told['paced_first_ms']:.0f} ms.\n\n" + grid(table))
    return TITLES["clients"], body + failures(
        [(row["name"], row["provider"], row["failure"]) for row in result["rows"] if row["failure"]])


# ---------------------------------------------------------------- pieces


def bold(row):
    return f"**{row['name']}**" if row["ours"] else row["name"]


def share(value):
    return "–" if value is None else f"{value:.0%}"


def number(value, digits):
    return "–" if value is None else f"{value:,.{digits}f}"


def grid(table):
    """A Markdown table; the first row is the heading."""
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in table]
    lines.insert(1, "|" + "|".join([" --- "] + [" ---: "] * (len(table[0]) - 1)) + "|")
    return "\n".join(lines) + "\n"


def failures(rows):
    """What could not be measured, and why."""
    if not rows:
        return ""
    seen, table = set(), [["not measured", "where", "why"]]
    for name, place, reason in rows:
        if (name, place, reason) not in seen:
            seen.add((name, place, reason))
            table.append([name, place, reason if len(reason) <= 300 else reason[:297] + "…"])
    return "\n" + grid(table)
