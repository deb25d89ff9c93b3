#!/usr/bin/env python3
"""Loads one synthetic CSV by the library of this checkout and by that of an earlier commit, turn by turn.

    python3 tests/SifAnalysis.Benchmarks/csv-benchmark.py COMMIT [TURNS]

The rows are those of data/inspections.csv again and again under other numbers: synthetic, and of use for nothing but times.
"""

import csv
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPIES = 640
PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
  </PropertyGroup>
  <ItemGroup><ProjectReference Include="{library}" /></ItemGroup>
</Project>
"""
PROGRAM = """using System;
using System.Diagnostics;
using SifAnalysis;
using SifAnalysis.Loading;

var authorities = SifData.Load(args[0]).Authorities;
while (Console.ReadLine() is not null)
{
    GC.Collect();
    var watch = Stopwatch.StartNew();
    var loaded = InspectionTable.Load(args[1], authorities);
    Console.WriteLine($"{loaded.Rows.Count} {loaded.Problems.Count} {watch.Elapsed.TotalMilliseconds:0.0}");
}
"""


def columns_of(checkout):
    with open(checkout / "data" / "inspections.csv", encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))


def write_rows(target, columns):
    """Rows that both libraries take: their common columns, and no statement that the earlier one may not know."""
    with open(ROOT / "data" / "inspections.csv", encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not {"Not judged", "Not reviewed"} & set(row.values())]
    rows = [row for row in rows if row["number"] and row["authority"] not in ("Dorset", "Dorset (county)")]
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        for copy in range(COPIES):
            writer.writerows({**row, "number": int(row["number"]) + 3 * copy} for row in rows)
    return len(rows) * COPIES


def program(folder, checkout):
    folder.mkdir()
    (folder / "times.csproj").write_text(PROJECT.format(library=checkout / "src" / "SifAnalysis" / "SifAnalysis.csproj"))
    (folder / "Program.cs").write_text(PROGRAM)
    subprocess.run(["dotnet", "build", "-c", "Release", "--nologo", "-v", "q"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "bin" / "Release" / "net10.0" / "times.dll"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    commit, turns = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 9
    with tempfile.TemporaryDirectory(prefix="sif-csv-") as temporary:
        temporary = pathlib.Path(temporary)
        earlier = temporary / "checkout"
        subprocess.run(["git", "-C", ROOT, "worktree", "add", "--detach", earlier, commit], check=True, capture_output=True)
        try:
            table = temporary / "rows.csv"
            known = columns_of(earlier)
            rows = write_rows(table, [column for column in columns_of(ROOT) if column in known])
            started = {}
            for name, checkout in (("earlier", earlier), ("now", ROOT)):
                built = program(temporary / name, checkout)
                started[name] = subprocess.Popen(
                    ["dotnet", built, checkout / "data", table], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            times = {name: [] for name in started}
            for turn in range(turns + 2):
                for name, process in started.items():
                    print(file=process.stdin, flush=True)
                    read, problems, time = process.stdout.readline().split()
                    if (int(read), int(problems)) != (rows, 0):
                        sys.exit(f"{name}: {read} of {rows} rows, {problems} problems; the times would not compare.")
                    # The first two turns compile.
                    if turn > 1:
                        times[name].append(float(time))
            for process in started.values():
                process.stdin.close()
                process.wait()
        finally:
            subprocess.run(["git", "-C", ROOT, "worktree", "remove", "--force", earlier], check=True, capture_output=True)
    then, now = (statistics.median(times[name]) for name in ("earlier", "now"))
    print(f"{rows:,} rows of CSV, median of {turns}: {commit} {then:.0f} ms, this checkout {now:.0f} ms, {now / then:.2f} times")


main()
