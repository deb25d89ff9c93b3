"""Reference values for the prediction of final counts, from SciPy's beta-binomial distribution.

Run: python3 prediction.py > prediction.csv
"""
import platform
import scipy
from scipy.stats import betabinom

print(f"# Python {platform.python_version()}, SciPy {scipy.__version__}")
print("case,name,value")
for counts, population, level, prior in [((2, 28, 47, 29), 152, 0.95, 0.5), ((0, 3, 1, 0), 20, 0.8, 1.0), ((10, 200, 300, 90), 1000, 0.99, 0.5)]:
    case = "/".join(map(str, counts)) + f"/{population}/{level}/{prior}"
    n = population - sum(counts)
    total = sum(counts) + 4 * prior
    for index, seen in enumerate(counts):
        d = betabinom(n, seen + prior, total - seen - prior)
        print(f"{case},{index}.mean,{seen + d.mean()!r}")
        print(f"{case},{index}.lower,{seen + int(d.ppf((1 - level) / 2))}")
        print(f"{case},{index}.upper,{seen + int(d.ppf((1 + level) / 2))}")
        print(f"{case},{index}.chance,{d.pmf(min(3, n))!r}")
