#!/usr/bin/env python3
"""Reads a folder of Ofsted's reports, and the same files by poppler's pdftotext, in one run and two files at a time.

    python3 tests/SifAnalysis.Benchmarks/reports-benchmark.py FOLDER [RUNS]

Prints the seconds of each run, those of all cores (CPU time), and the ratios of the medians. On a machine that does other work too
the second is the one to trust. sif must be built for release: dotnet build src/SifAnalysis.Cli -c Release.
"""
import concurrent.futures
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIF = ROOT / "src" / "SifAnalysis.Cli" / "bin" / "Release" / "net10.0" / "sif.dll"


def seconds(work):
    start, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime


def poppler(files):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda file: subprocess.run(["pdftotext", file, "-"], stdout=subprocess.DEVNULL, check=True), files))


def sif(folder, cores="0,1"):
    with tempfile.TemporaryDirectory() as output:
        # Two cores, as two files at a time; the exit code tells of documents of other kinds, too.
        subprocess.run(["taskset", "-c", cores, "dotnet", SIF, "report", "read", folder, "--output", output], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    folder, runs = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    files = sorted(folder.glob("*.pdf"))
    poppler(files)
    sif(folder)
    times = [(seconds(lambda: poppler(files)), seconds(lambda: sif(folder))) for _ in range(runs)]
    for (text, text_cpu), (row, row_cpu) in times:
        print(f"pdftotext {text:.2f} s (CPU {text_cpu:.2f}), sif report read {row:.2f} s (CPU {row_cpu:.2f})")
    for name, number in (("seconds", 0), ("seconds of all cores", 1)):
        text, row = (statistics.median(pair[side][number] for pair in times) for side in (0, 1))
        print(f"{len(files)} files, {name}: pdftotext {text:.2f}, sif report read {row:.2f}, {row / text:.2f} times")


if __name__ == "__main__":
    main()
