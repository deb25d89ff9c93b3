#!/usr/bin/env python3
"""Times the kit's statistics beside R and SciPy in one run, and prints a table of seconds and one of seconds of all cores (CPU time).

On a machine that does other work too the second is the one to trust: R and SciPy use one core here, the kit all.

Needs Rscript with boot and MASS, and Python with NumPy, SciPy and statsmodels (Debian: r-base-core r-cran-boot r-cran-mass
python3-scipy python3-statsmodels). Run from the kit's folder:

    python3 tests/SifAnalysis.Benchmarks/statistics-benchmark.py
"""
import pathlib
import subprocess
import tempfile
import time

import numpy as np
from scipy import stats
from statsmodels.miscmodels.ordinal_model import OrderedModel
from statsmodels.stats.proportion import proportion_confint

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROJECT = ROOT / "tests" / "SifAnalysis.Benchmarks"


def kit():
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", str(PROJECT)], check=True, stdout=subprocess.DEVNULL)
    lines = subprocess.run(["dotnet", "run", "-c", "Release", "--no-build", "--project", str(PROJECT), "--", "statistics"],
                           check=True, capture_output=True, text=True).stdout.split("\n")
    pairs = dict(line.split(" ", 1) for line in lines if line)
    tables = {name: np.array([[int(cell) for cell in row.split(",")] for row in pairs.pop(name).split(";")]) for name in ("areas", "regions")}
    return {name: tuple(map(float, seconds.split())) for name, seconds in pairs.items()}, tables


R = """
suppressMessages({library(boot); library(MASS)})
table <- as.matrix(read.csv("regions.csv", header = FALSE)); areas <- as.matrix(read.csv("areas.csv", header = FALSE))
x <- rep(row(areas), areas); y <- rep(col(areas), areas); d <- read.csv("sample.csv")$x
clock <- function(name, f, times = 1, scale = 1) {
  best <- c(Inf, Inf)
  for (i in seq_len(times)) { s <- system.time(f()); best <- pmin(best, scale * c(s[["elapsed"]], s[["user.self"]] + s[["sys.self"]])) }
  cat(name, best, "\\n")
}
# A twentieth of the permutations, times 20: they cost the same each.
clock("tau-b", function() for (i in 1:5000) cor(x, sample(y), method = "kendall"), scale = 20)
clock("bca", function() boot.ci(boot(d, function(v, i) mean(v[i]), 20000), type = "bca"), 3)
clock("fisher", function() fisher.test(table, simulate.p.value = TRUE, B = 1000000), 3)
small <- read.csv("small.csv"); small$y <- factor(small$y, ordered = TRUE)
clock("polr-152", function() for (i in 1:20) polr(y ~ region + year, small, Hess = TRUE), 3, 1 / 20)
large <- read.csv("large.csv"); large$y <- factor(large$y, ordered = TRUE)
clock("polr-1000000", function() polr(y ~ region + year, large, Hess = TRUE))
k <- (0:999999) %% 153
clock("wilson", function() { z <- qnorm(.975); p <- k / 152; m <- (p + z^2 / 304) / (1 + z^2 / 152); h <- z * sqrt(p * (1 - p) / 152 + z^2 / (4 * 152^2)) / (1 + z^2 / 152); sum(m + h) }, 5)
"""


def timed(work, times=1, scale=1):
    runs = []
    for _ in range(times):
        start, cpu = time.perf_counter(), time.process_time()
        work()
        runs.append((scale * (time.perf_counter() - start), scale * (time.process_time() - cpu)))
    return tuple(map(min, zip(*runs)))


def synthetic(rows):
    random = np.random.default_rng(5)
    region, year = random.integers(0, 2, rows), random.integers(0, 5, rows)
    latent = 0.8 * region + 0.3 * year + random.logistic(size=rows)
    return np.digitize(latent, [-0.5, 1, 2.5]), region, year


def main():
    own, tables = kit()
    results = {"kit": own}
    sample = np.random.default_rng(3).integers(1, 5, 152).astype(float)
    small, large = synthetic(152), synthetic(1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        for name, table in tables.items():
            np.savetxt(path / f"{name}.csv", table, fmt="%d", delimiter=",")
        np.savetxt(path / "sample.csv", sample, header="x", comments="")
        for name, data in (("small", small), ("large", large)):
            np.savetxt(path / f"{name}.csv", np.column_stack(data), fmt="%d", delimiter=",", header="y,region,year", comments="")
        (path / "run.R").write_text(R)
        output = subprocess.run(["Rscript", "run.R"], cwd=folder, check=True, capture_output=True, text=True).stdout
        results["R"] = {line.split()[0]: tuple(map(float, line.split()[1:])) for line in output.strip().split("\n") if line}

    x, y = (np.repeat(index.ravel(), tables["areas"].ravel()) for index in np.indices(tables["areas"].shape))
    random = np.random.default_rng(1)
    counts = np.arange(1_000_000) % 153
    scipy = {
        "tau-b": timed(lambda: [stats.kendalltau(x, random.permutation(y)) for _ in range(5000)], scale=20),
        "bca": timed(lambda: stats.bootstrap((sample,), np.mean, n_resamples=20_000, method="BCa", vectorized=True), 3),
        "wilson": timed(lambda: proportion_confint(counts, 152, method="wilson"), 5),
    }
    def model(data, frame=None):
        return OrderedModel(data[0], np.column_stack(data[1:]), distr="logit").fit(method="bfgs", disp=False)
    scipy["polr-152"] = timed(lambda: model(small), 3)
    scipy["polr-1000000"] = timed(lambda: model(large))
    results["SciPy"] = scipy

    names = {"tau-b": "100,000 permutations of tau-b, n = 152", "bca": "20,000 BCa bootstrap draws, n = 152", "fisher": "Monte Carlo exact test, 9 x 4, 1,000,000 tables",
             "polr-152": "proportional odds, n = 152", "polr-1000000": "proportional odds, n = 1,000,000", "wilson": "Wilson intervals over 1,000,000 rows"}
    for which, what in enumerate(("seconds", "seconds of all cores")):
        print(f"{what:52}{'kit':>12}{'R':>12}{'SciPy':>12}{'faster / kit':>14}")
        for name, words in names.items():
            others = [results[who][name][which] for who in ("R", "SciPy") if name in results[who]]
            cells = [f"{results[who][name][which]:.4f}" if name in results[who] else "none" for who in ("kit", "R", "SciPy")]
            print(f"{words:52}{cells[0]:>12}{cells[1]:>12}{cells[2]:>12}{min(others) / own[name][which]:>13.1f}x")


if __name__ == "__main__":
    main()
