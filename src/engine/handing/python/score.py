"""Scores the rows of a file as the app did, by the model that lies beside this script.

    python score.py new.csv --out scored.csv        all rows of a file, with their scores
    python score.py new.csv --out few.csv --flagged  only the rows that are flagged
    python score.py --check                          the rows of test.csv get the scores of the app

`score(frame)` does the same for a pandas DataFrame, of text cells or of typed columns: any engine may map it over batches.
Needs numpy and pandas; onnxruntime, too, unless model.json holds a formula. Parquet needs pyarrow, Excel openpyxl.
"""

import argparse
import csv
import json
import re
import sys
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).resolve().parent
MODEL = json.loads((HERE / "model.json").read_text(encoding="utf-8"))
READING = MODEL["reading"]
INPUTS = MODEL["inputs"]
ADDED = ["row", "score", "percentile", "anomaly score (0-100)", "flagged"]


class WrongFile(Exception):
    """The file is not one that the model can score: the message says why."""


# ---- Cells as the app reads them -------------------------------------------------------------------------------------

MISSING = set(READING["missing"])
# Marks that are a word of their own among words, and no value among numbers.
MAY_BE_LEVEL = {"-", "--", ".", "..", "none", "nil", "unknown", "missing", "undefined", "n.d.", "nd", "*"}
MISSING_AMONG_WORDS = MISSING if READING["missing_in"] == "everywhere" else MISSING - MAY_BE_LEVEL
GROUPING = {"": None, ",": ",", ".": r"\.", " ": "[ \u00a0\u2009\u202f]", "'": "['\u2019]"}
# A number, with what people write around it: a sign, a currency or a unit, a limit, brackets for what is negative.
WRITTEN = re.compile(
    r"^(?:<=?|>=?|\u2264|\u2265)?\s*(?P<open>\()?(?P<sign>[-+\u2212\u2013])?\s*(?P<before>[^\d\s.,()+\u2212\u2013-]{1,4}\.?)?\s*"
    r"(?P<sign2>[-+\u2212\u2013])?\s*(?P<number>[\d.,][\d.,'\u2019 \u00a0\u2009\u202f]*(?:[eE][-+]?\d+)?)\s*"
    r"(?P<behind>[^\d\s()][^()]*?)?\s*(?P<close>\))?(?P<minus>[-\u2212\u2013])?\s*[*\u2020\u2021\u00a7]*$"
)


def number_of(cell, column):
    """The number in a cell that is not a plain one; NaN where the column knows nothing of what is written there."""
    text = cell.strip().lstrip("'")
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    found = WRITTEN.match(text)
    if not found or bool(found["open"]) != bool(found["close"]):
        return infinity_of(text)
    plain = plain_number(found["number"].strip(), column)
    unit = (found["before"] or "") or (found["behind"] or "").strip()
    factor = 1.0 if unit == column["unit"] else column["factors"].get(unit)
    if factor is None:
        factor = 1.0 if unit == "" and not column["factors"] else float("nan")
    minus = sum(sign in ("-", "\u2212", "\u2013") for sign in (found["sign"], found["sign2"], found["minus"]) if sign)
    return plain * factor * (-1 if minus + bool(found["open"]) == 1 else 1)


def plain_number(text, column):
    decimal, thousands = column["decimal"], column["thousands"]
    mark = GROUPING[thousands]
    point = re.escape(decimal)
    if re.fullmatch(rf"\d*(?:{point}\d*)?(?:[eE][-+]?\d+)?", text) and re.search(r"\d", text):
        return float(text.replace(decimal, "."))
    if mark and re.fullmatch(rf"\d{{1,3}}(?:{mark}\d{{2,3}})*{mark}\d{{3}}(?:{point}\d*)?(?:[eE][-+]?\d+)?", text):
        return float(re.sub(mark, "", text).replace(decimal, "."))
    return float("nan")


def infinity_of(text):
    sign, word = (-1, text[1:]) if text[:1] in ("-", "\u2212") else (1, text.lstrip("+"))
    return sign * float("inf") if word.lower() in ("inf", "infinity", "\u221e") else float("nan")


def seconds_of(cell, form):
    """A length of time: `1h 2m`, or `5:32` whose first part is hours or minutes."""
    text = cell.strip()
    if form == "units":
        parts = r"(?:P(?=[\dT]))?(?:(\d+)\s?d(?:ays?)?)?[\sT,:]{0,2}(?:(\d+)\s?h(?:(?:ou)?rs?)?)?[\s,:]{0,2}(?:(\d+)\s?m(?:in(?:ute)?s?)?)?[\s,:]{0,2}(?:(\d+(?:\.\d+)?)\s?s(?:ec(?:ond)?s?)?)?"
        found = re.fullmatch(parts, text, re.IGNORECASE)
        if not found or not re.search(r"\d", text):
            return float("nan")
        return sum(size * float(part or 0) for size, part in zip((86400, 3600, 60, 1), found.groups()))
    found = re.fullmatch(r"([-+]?)(?:(\d{1,5})(?:\.| days?,? | )(?=\d\d?:\d\d:))?(\d{1,6}):([0-5]\d)(?::([0-5]\d))?(?:[.,](\d{1,9}))?", text)
    if not found:
        return float("nan")
    sign, days, first, second, third, fraction = found.groups()
    is_short = third is None and (form == "minutes" or fraction is not None)
    whole = int(days or 0) * 86400 + (int(first) * 60 + int(second)) * (1 if is_short else 60) + int(third or 0)
    return float(f"{'-' if sign == '-' else ''}{whole}.{fraction or 0}")


def blank_or_missing(cells):
    """Which cells hold no value among numbers and times."""
    return cells.str.lower().isin(MISSING | {""}).to_numpy()


def tell_unreadable(column, cells, is_unread):
    """What cannot be read counts as missing, in the app and here; that it was there is told."""
    if is_unread.any():
        first = str(cells[is_unread].iloc[0])[:60]
        print(f"{int(is_unread.sum())} cells of {column['column']!r} could not be read and count as missing; the first is {first!r}.", file=sys.stderr)


def numbers_in(cells, column):
    """Text cells as numbers."""
    cells = cells.str.strip()
    plain = cells.str.replace("\u2212", "-", regex=False)
    if column["decimal"] == ",":
        plain = plain.where(~plain.str.contains(".", regex=False), "").str.replace(",", ".", regex=False)
    is_plain = plain.str.fullmatch(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?|[-+]?\d+\.").fillna(False).to_numpy(dtype=bool)
    values = np.full(len(cells), np.nan)
    # Not pd.to_numeric, which is a little off in long numbers: a row must be told from one that equals it.
    values[is_plain] = plain[is_plain].to_numpy(dtype=object).astype(float)
    bare = 1.0 if column["unit"] == "" or not column["factors"] else column["factors"].get("", float("nan"))
    values = values * bare if not column["duration"] else np.full(len(values), np.nan)
    is_missing = blank_or_missing(cells)
    rest = np.isnan(values) & ~is_missing
    if rest.any():
        known = {cell: seconds_of(cell, column["duration"]) if column["duration"] else number_of(cell, column) for cell in cells[rest].unique()}
        values[rest] = cells[rest].map(known).to_numpy(dtype=float)
    tell_unreadable(column, cells, np.isnan(values) & ~is_missing)
    values[is_missing | np.isin(values, column["no_value"])] = np.nan
    return values


NAMED = ["%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d-%b-%y", "%b %d, %Y", "%B %d, %Y", "%d%b%Y"]
CLOCKS = ["", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", " %I:%M %p", " %I:%M:%S %p"]
COUNTS = {"seconds": 1e3, "milliseconds": 1.0, "microseconds": 1e-3, "nanoseconds": 1e-6}
FIRST_DAYS = {"serial-days": 25569, "datenum": 719529}


def formats_of(order):
    """Dates as people write them; what is written first, day or month, the column says."""
    first, second = ("%d", "%m") if order == "day-first" else ("%m", "%d")
    short = [f"{a}{mark}{b}{mark}{year}" for a, b in ((first, second), (second, first)) for mark in ".-/" for year in ("%Y", "%y")]
    long = ["%Y/%m/%d", "%Y.%m.%d", "%Y-%m"]
    return [date + clock for date in long + short + NAMED for clock in CLOCKS] + ["%Y%m%dT%H%M%S", "%Y%m%dT%H%M%SZ"]


def times_in(cells, column):
    """Text cells as epoch milliseconds, on the clocks of their zone where the column has one."""
    if column["clock"] != "text":
        return times_of_numbers(numbers_in(cells, {**column, "unit": "", "factors": {}, "duration": None}), column)
    cells = cells.str.strip()
    is_missing = blank_or_missing(cells)
    is_date = cells.str.contains(r"\D", regex=True).to_numpy() & ~is_missing
    whole = pd.to_datetime(cells.where(is_date), format="ISO8601", errors="coerce", utc=True)
    for form in formats_of(column["order"]):
        rest = whole.isna().to_numpy() & is_date
        if not rest.any():
            break
        whole[rest] = pd.to_datetime(cells[rest], format=form, errors="coerce", utc=True)
    values = milliseconds(whole)
    tell_unreadable(column, cells, np.isnan(values) & ~is_missing)
    return values + column["minutes_ahead"] * 60_000


def milliseconds(times):
    """Epoch milliseconds of a column of times in UTC; NaN where there is none."""
    naive = times.dt.tz_convert("UTC").dt.tz_localize(None) if times.dt.tz is not None else times
    return np.where(times.isna(), np.nan, naive.astype("datetime64[us]").astype("int64").to_numpy() / 1000)


def times_of_numbers(values, column):
    """Bare numbers that say a time."""
    clock = column["clock"]
    if clock in COUNTS:
        return values * COUNTS[clock]
    if clock in FIRST_DAYS:
        return np.round((values - FIRST_DAYS[clock]) * 86_400_000)
    digits = pd.Series(values).map(lambda value: "" if np.isnan(value) else f"{value:.0f}")
    if clock == "yyyymm":
        digits = digits.where(digits.str.len() != 6, digits + "01")
    padded = digits.str.pad(14, side="right", fillchar="0").where(digits.str.len() >= 8)
    return milliseconds(pd.to_datetime(padded, format="%Y%m%d%H%M%S", errors="coerce", utc=True))


def words_in(cells):
    """Text cells as words; empty where there is none."""
    cells = cells.str.strip()
    return cells.where(~cells.str.lower().isin(MISSING_AMONG_WORDS), "").to_numpy(dtype=object)


# ---- From a frame to what the model is fed with ----------------------------------------------------------------------


def text_of(values):
    """Cells as text: missing ones are empty, whole numbers have no point."""
    if pd.api.types.is_bool_dtype(values):
        return values.map({True: "true", False: "false"}).fillna("").astype(object)
    if isinstance(values.dtype, pd.StringDtype):
        return values.fillna("")
    if pd.api.types.is_float_dtype(values):
        return values.map(lambda value: "" if pd.isna(value) else f"{value:.0f}" if value == round(value) else repr(value)).astype(object)
    return values.astype(object).where(values.notna(), "").map(str).astype(object)


def is_text(values):
    return not (pd.api.types.is_numeric_dtype(values) or pd.api.types.is_datetime64_any_dtype(values) or pd.api.types.is_bool_dtype(values))


def column_of(frame, column):
    """The column of a frame that an input is fed with."""
    for name in (column["column"], column["written"]):
        if name in frame.columns:
            found = frame[name]
            if isinstance(found, pd.DataFrame):
                raise WrongFile(f"There are {found.shape[1]} columns called {name!r}; which of them is meant cannot be told.")
            return found
    raise WrongFile(f"There is no column {column['column']!r}. The model needs {named(one['column'] for one in INPUTS)}; the table has {named(frame.columns)}.")


def named(names):
    names = [repr(str(name)) for name in names]
    return ", ".join(names[:30]) + (f" and {len(names) - 30} more" if len(names) > 30 else "")


def fed_with(frame, column):
    """What an input of the model is fed with: doubles, or words."""
    values, kind = column_of(frame, column), column["kind"]
    if kind in ("category", "text"):
        return words_in(text_of(values))
    if is_text(values):
        if column["unread"]:
            raise WrongFile(f"How the text of the column {column['column']!r} becomes {kind}s, this script does not know: give the table as Parquet or as a frame in which it holds {kind}s.")
        cells = text_of(values)
        return numbers_in(cells, column) if kind == "number" else times_in(cells, column)
    if kind == "number":
        if pd.api.types.is_datetime64_any_dtype(values):
            raise WrongFile(f"The column {column['column']!r} holds times where the model learned numbers.")
        numbers = values.to_numpy(dtype=float, na_value=np.nan)
        return np.where(np.isin(numbers, column["no_value"]), np.nan, numbers)
    if pd.api.types.is_datetime64_any_dtype(values):
        zone = values.dt.tz
        return milliseconds(values.dt.tz_convert("UTC") if zone is not None else values) + (column["minutes_ahead"] * 60_000 if zone is not None else 0)
    if column["clock"] == "text":
        raise WrongFile(f"The column {column['column']!r} holds numbers where the model learned times.")
    return times_of_numbers(values.to_numpy(dtype=float, na_value=np.nan), column)


# ---- Scores ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def session():
    """Made where it is used, once in each process: a session cannot be sent to another one."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # Engines run many processes; where this runs alone, one more thread changes little.
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(HERE / "model.onnx"), options, providers=["CPUExecutionProvider"])


def scores_of(frame):
    """The scores of some rows; NaN of rows that the recipe leaves out."""
    fed = {column["input"]: fed_with(frame, column) for column in INPUTS}
    if MODEL["formula"]:
        from formula import scores_by_formula

        return scores_by_formula(MODEL["formula"], fed)
    shaped = {name: values.reshape(-1, 1) for name, values in fed.items()}
    step = MODEL["rows_at_once"]
    parts = [session().run(["score"], {name: values[at : at + step] for name, values in shaped.items()})[0] for at in range(0, len(frame), step)]
    return np.concatenate(parts) if parts else np.zeros(0)


@lru_cache(maxsize=1)
def reference():
    """The scores of what was learned from, ascending."""
    return np.sort(np.load(HERE / "reference.npy"))


def out_of_100(scores):
    """How far a score lies above the usual one: 0 to 100, no probability."""
    scale = MODEL["scale"]
    if not scale["mad"] > 0:
        return np.zeros(len(scores))
    z = (np.log1p(np.maximum(0, scores - scale["floor"]) / scale["unit"]) - scale["median"]) / (1.4826 * scale["mad"])
    tail, at_tail = 1.645, erf(np.array([1.645 / np.sqrt(2)]))[0]
    shrink = (np.sqrt(2) / np.sqrt(np.pi) / (1 - at_tail)) * np.exp(-tail * tail / 2)
    far = 100 * (1 - (1 - at_tail) / np.sqrt(1 + 2 * shrink * np.maximum(0, z - tail)))
    return np.where(z <= 0, 0, np.where(z <= tail, 100 * erf(np.clip(z, 0, None) / np.sqrt(2)), far))


def erf(x):
    t = 1 / (1 + 0.3275911 * x)
    polynomial = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return np.clip(1 - polynomial * np.exp(-x * x), 0, 1)


def score(frame):
    """The rows of a frame with their scores: what the export of the app adds, but for the reasons and the row number."""
    scores = scores_of(frame)
    known = reference()
    below = np.searchsorted(known, scores, side="left") if len(known) else np.zeros(len(scores))
    is_scored = ~np.isnan(scores)
    added = {
        "score": scores,
        "percentile": np.where(is_scored, 100 * below / max(1, len(known)), np.nan),
        "anomaly score (0-100)": out_of_100(scores),
        # Rows without a score are not flagged: nothing is known of them.
        "flagged": pd.array(np.where(is_scored, scores >= MODEL["cut"], np.nan), dtype="Int64"),
    }
    columns = {free_name(name, frame.columns): values for name, values in added.items()}
    return frame.assign(**columns)


def free_name(name, taken):
    number, free = 2, name
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def added_to(frame):
    """An empty frame with the columns of `score(frame)`: what Dask and Spark want to know before."""
    return score(frame.iloc[:0])


# ---- Files -----------------------------------------------------------------------------------------------------------


def encoding_of(path):
    """UTF-8 where it is, by its mark or by its bytes; else as in the file that was learned from."""
    with opened(path, "rb") as file:
        start = file.read(1 << 20)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        # A letter may be cut where the piece ends.
        if error.start < len(start) - 4:
            return READING["encoding"]
    return "utf-8-sig"


def opened(path, mode, **how):
    if str(path).endswith(".gz"):
        import gzip

        return gzip.open(path, mode, **how)
    return open(path, mode, **how)


def written_as():
    """How cells stand in a file, as pandas and csv call it."""
    return {"delimiter": READING["delimiter"], "quotechar": READING["quote"] or None, "escapechar": READING["escape"] or None}


def heading(path, encoding):
    """The names of a file's columns, and how many lines stand before its first row."""
    with opened(path, "rt", encoding=encoding, newline="") as file:
        quoting = csv.QUOTE_MINIMAL if READING["quote"] else csv.QUOTE_NONE
        reader = csv.reader(file, delimiter=READING["delimiter"], quotechar=READING["quote"] or '"', escapechar=READING["escape"] or None, quoting=quoting)
        lines = [line for line, _ in zip(reader, range(READING["header_first"] + READING["header_count"]))]
    if not lines:
        raise WrongFile(f"{path} is empty.")
    known = READING["columns"]
    if lines[0][: len(known)] == known:
        return lines[0], 1
    first, count = READING["header_first"], READING["header_count"]
    if count == 1 and len(lines) >= first:
        return lines[first - 1], first
    if len(lines[-1]) != len(known):
        raise WrongFile(f"{path} has {len(lines[-1])} columns where the model learned from {len(known)}; without a single line of names they are told by their places.")
    return known, first - 1 + count


def frames_of(path, rows=50_000):
    """The rows of a file as text, some at a time."""
    path = Path(path)
    ending = path.suffix.lower()
    if ending == ".parquet":
        import pyarrow.parquet

        for batch in pyarrow.parquet.ParquetFile(path).iter_batches(batch_size=rows):
            yield batch.to_pandas()
        return
    if ending in (".xlsx", ".xls", ".ods"):
        yield pd.read_excel(path)
        return
    if ending in (".jsonl", ".ndjson"):
        yield from pd.read_json(path, lines=True, chunksize=rows, dtype=False, convert_dates=False)
        return
    encoding = encoding_of(path)
    names, lines = heading(path, encoding)
    if len(set(names)) < len(names):
        # By place, as the app tells them apart.
        names = [known if at < len(READING["columns"]) and READING["columns"][at] == name else name for at, (name, known) in enumerate(zip(names, READING["names"] + names[len(READING["names"]) :]))]
    quoting = csv.QUOTE_MINIMAL if READING["quote"] else csv.QUOTE_NONE
    yield from pd.read_csv(
        path, sep=READING["delimiter"], quotechar=READING["quote"] or '"', escapechar=READING["escape"] or None, quoting=quoting, encoding=encoding,
        header=None, names=names, index_col=False, skiprows=lines, dtype=str, keep_default_na=False, chunksize=rows, on_bad_lines="warn",
    )  # fmt: skip


def write_scores(path, out, only_flagged):
    """Scores a file row by row, some at a time, so that it may be as large as the disk."""
    seen = flagged = 0
    target = Path(out)
    partial = target.with_name(target.name + ".part")
    with open(partial, "w", encoding="utf-8", newline="") as file:
        for frame in frames_of(path):
            scored = score(frame)
            flags = scored.iloc[:, -1].eq(1).fillna(False).astype(bool)
            numbers = np.arange(seen + 1, seen + 1 + len(scored))
            scored.insert(len(frame.columns), free_name("row", frame.columns), numbers)
            chosen = scored[flags.to_numpy()] if only_flagged else scored
            # Written as it is read: what stands in a cell is not changed.
            chosen.to_csv(file, index=False, header=seen == 0, sep=READING["delimiter"], decimal=READING["decimal"])
            seen, flagged = seen + len(scored), flagged + int(flags.sum())
    partial.replace(target)
    return seen, flagged


def check():
    """Whether the rows of test.csv get the scores and flags that they have in the app."""
    frame = pd.concat(frames_of(HERE / "test.csv"), ignore_index=True)
    wanted = pd.read_csv(HERE / "test-scores.csv", float_precision="round_trip")
    scores = scores_of(frame)
    size = float(np.nanmax(np.abs(wanted["score"]))) if wanted["score"].notna().any() else 1.0
    off = np.abs(scores - wanted["score"]) / np.maximum(np.abs(wanted["score"]), 1e-9 * size)
    wrong = (off > MODEL["tolerance"]) | (np.isnan(scores) != wanted["score"].isna())
    wrong |= np.nan_to_num(scores >= MODEL["cut"]).astype(bool) != (wanted["flagged"] == 1)
    for row in np.flatnonzero(wrong):
        print(f"Row {row + 1} of test.csv: the app's score is {wanted['score'][row]!r}, here it is {scores[row]!r}.")
    print(f"{len(frame) - int(wrong.sum())} of {len(frame)} rows as in the app; the largest difference is {np.nanmax(off, initial=0):.1e} of the score.")
    return not wrong.any()


def main():
    parser = argparse.ArgumentParser(description=f"Scores rows by “{MODEL['name']}”.")
    parser.add_argument("file", nargs="?", help="the file to score: delimited text (also .gz), Parquet, Excel or JSON lines")
    parser.add_argument("--out", help="the file to write")
    parser.add_argument("--flagged", action="store_true", help="write only the flagged rows")
    parser.add_argument("--check", action="store_true", help="compare with the scores of the app")
    asked = parser.parse_args()
    if asked.check:
        sys.exit(0 if check() else 1)
    if not asked.file or not asked.out:
        parser.error("name a file to score, and --out for what comes of it; or --check")
    try:
        seen, flagged = write_scores(asked.file, asked.out, asked.flagged)
    except (WrongFile, OSError, pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        sys.exit(f"Nothing was scored. {error}")
    print(f"{seen} rows scored, {flagged} flagged: {asked.out}")


if __name__ == "__main__":
    main()
