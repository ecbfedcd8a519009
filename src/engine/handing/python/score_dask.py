"""Scores a file that is larger than memory, on all cores, with Dask.

    python score_dask.py "big*.csv" scored --workers 4

Writes one file per part into the folder `scored`. Each worker process loads the model once and holds one part at a time.
Cells with line breaks in them would be cut in two where a part begins: such files are better given as Parquet.
"""

import argparse
import glob
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import dask
import dask.dataframe as dd

import score as scoring


def parts_of(pattern, blocksize):
    """The rows of the files as text, in parts of about `blocksize`; or the row groups of Parquet."""
    if pattern.lower().endswith(".parquet"):
        return dd.read_parquet(pattern, split_row_groups=True)
    first = sorted(glob.glob(pattern))[0]
    encoding = scoring.encoding_of(first)
    names, lines = scoring.heading(first, encoding)
    how = {key: value for key, value in scoring.written_as().items() if key != "delimiter" and value is not None}
    if lines > 1:
        raise scoring.WrongFile("Dask reads files whose first line holds the names; leave out what stands above it.")
    heads = {"header": 0, "names": names} if lines else {"header": None, "names": names}
    return dd.read_csv(pattern, sep=scoring.READING["delimiter"], encoding=encoding, dtype=str, keep_default_na=False, index_col=False, blocksize=blocksize, **heads, **how)


def scored_parts(pattern, blocksize):
    """The same with their scores: a lazy frame, to be written, filtered or counted on."""
    parts = parts_of(pattern, blocksize)
    # What comes out has to be known before: the columns of an empty frame.
    return parts.map_partitions(scoring.score, meta=scoring.added_to(parts._meta))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", help="a file, or a pattern in quotes")
    parser.add_argument("out", help="the folder to write")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("--blocksize", default="32MB", help="how much of a file a worker holds at once")
    parser.add_argument("--flagged", action="store_true", help="write only the flagged rows")
    asked = parser.parse_args()
    if not glob.glob(asked.files):
        sys.exit(f"Nothing was scored. There is no file {asked.files}.")
    try:
        parts = scored_parts(asked.files, asked.blocksize)
    except scoring.WrongFile as error:
        sys.exit(f"Nothing was scored. {error}")
    flags = parts.columns[-1]
    # Fresh processes: a session that was made before a fork must not be used behind it.
    with ProcessPoolExecutor(asked.workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        with dask.config.set(scheduler="processes", pool=pool):
            chosen = parts[parts[flags].fillna(0) == 1] if asked.flagged else parts
            Path(asked.out).mkdir(parents=True, exist_ok=True)
            written = chosen.to_csv(str(Path(asked.out) / "part-*.csv"), index=False, sep=scoring.READING["delimiter"], decimal=scoring.READING["decimal"])
    print(f"Files written to {asked.out}: {len(written)}")


if __name__ == "__main__":
    main()
