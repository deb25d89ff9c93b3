#!/usr/bin/env python3
"""Counts large synthetic files of inspections by region and judgement with the kit and with others, and prints a table.

Each contender runs in a process of its own. Wall time, processor time and the peak of its memory are the operating
system's, start-up included; the contenders take turns, and the best of the rounds is told. Only the kit checks the rows.

Needs Python with pandas (Debian: python3-pandas), and disk space: 0.1 GB for each million rows. Run from the kit's folder:

    python3 tests/SifAnalysis.Benchmarks/large-benchmark.py --rows 1000000 10000000 50000000
"""
import argparse
import os
import pathlib
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROJECT = ROOT / "tests" / "SifAnalysis.Benchmarks"
PROGRAM = PROJECT / "bin" / "Release" / "net10.0" / "SifAnalysis.Benchmarks"

PANDAS = """
import sys, pandas
authorities = pandas.read_csv(sys.argv[2])
rows = pandas.read_csv(sys.argv[1], usecols=["authority", "overall"], keep_default_na=False)
counts = rows.groupby([rows["authority"].map(authorities.set_index("authority")["region"]), rows["overall"]]).size()
for (region, judgement), count in counts.items():
    print(f"{region},{judgement},{count}")
"""

CONTENDERS = {
    "kit, counted and checked": [str(PROGRAM), "count", "kit"],
    "kit, Parquet, checked": [str(PROGRAM), "count", "kit"],
    "kit, row by row and checked": [str(PROGRAM), "count", "kit-rows"],
    "CsvHelper": [str(PROGRAM), "count", "csvhelper"],
    "Sylvan.Data.Csv": [str(PROGRAM), "count", "sylvan"],
    "DuckDB": [str(PROGRAM), "count", "duckdb"],
    "DuckDB, Parquet": [str(PROGRAM), "count", "duckdb"],
    "pandas": ["/usr/bin/python3", "-c", PANDAS],
}


def measured(command):
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed with {status}")
    return sorted(output.split("\n")), time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 10_000_000, 50_000_000])
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", str(PROJECT)], check=True, stdout=subprocess.DEVNULL)
    print(f"{'rows':>11}  {'contender':30} {'seconds':>9} {'rows/s':>12} {'CPU seconds':>12} {'peak MB':>9}  {'load':>5}", flush=True)
    for rows in options.rows:
        with tempfile.TemporaryDirectory(prefix="sif-large-") as folder:
            csv, parquet = (os.path.join(folder, f"synthetic.{kind}") for kind in ("csv", "parquet"))
            for path in (csv, parquet):
                subprocess.run([str(PROGRAM), "synthetic", str(rows), path], check=True)
            best, answers = {}, set()
            for _ in range(options.rounds):
                for name, command in CONTENDERS.items():
                    path = parquet if "Parquet" in name else csv
                    authorities = [str(ROOT / "data" / "local-authorities.csv")] if name == "pandas" else []
                    load = os.getloadavg()[0]
                    answer, wall, processor, peak = measured([*command, path, *authorities])
                    answers.add(tuple(answer))
                    before = best.get(name, (float("inf"), float("inf"), 0, 0))
                    best[name] = (min(before[0], wall), min(before[1], processor), max(before[2], peak), load)
            if len(answers) != 1:
                raise SystemExit("the contenders' counts differ")
            for name, (wall, processor, peak, load) in best.items():
                print(f"{rows:>11,}  {name:30} {wall:9.2f} {rows / wall:12,.0f} {processor:12.2f} {peak:9,.0f}  {load:5.1f}", flush=True)


if __name__ == "__main__":
    main()
