"""Reference values for intervals of proportions, their differences and ratios, and of multinomial shares, from statsmodels.

Run: python3 proportions.py > proportions-statsmodels.csv
"""
import platform
import scipy
from scipy.stats.contingency import odds_ratio
import statsmodels
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.proportion import confint_proportions_2indep, multinomial_proportions_confint, proportion_confint

print(f"# Python {platform.python_version()}, statsmodels {statsmodels.__version__}, SciPy {scipy.__version__}")
print("case,name,value")


def put(case, name, limits):
    print(f"{case},{name}.lower,{float(limits[0])!r}")
    print(f"{case},{name}.upper,{float(limits[1])!r}")


for x, n, level in [(28, 106, 0.95), (2, 106, 0.95), (0, 12, 0.95), (12, 12, 0.9), (1, 3, 0.99), (450, 1000, 0.8)]:
    for method, name in [("wilson", "wilson"), ("beta", "clopper"), ("agresti_coull", "agresti")]:
        low, high = proportion_confint(x, n, 1 - level, method)
        put(f"{x}/{n}/{level}", name, (max(0, low), min(1, high)))
for a, n1, c, n2, level in [(8, 30, 5, 40, 0.95), (1, 20, 7, 22, 0.95), (120, 300, 90, 310, 0.99)]:
    case = f"{a}/{n1}/{c}/{n2}/{level}"
    put(case, "difference", confint_proportions_2indep(a, n1, c, n2, compare="diff", method="newcomb", alpha=1 - level))
    put(case, "risk", confint_proportions_2indep(a, n1, c, n2, compare="ratio", method="log", alpha=1 - level))
    table = Table2x2([[a, n1 - a], [c, n2 - c]])
    put(case, "odds", table.oddsratio_confint(1 - level))
    put(case, "katz", table.riskratio_confint(1 - level))
for a, n1, c, n2, level in [(8, 30, 5, 40, 0.95), (1, 20, 7, 22, 0.95), (0, 15, 6, 18, 0.9), (12, 12, 3, 10, 0.95), (120, 300, 90, 310, 0.99)]:
    case = f"{a}/{n1}/{c}/{n2}/{level}"
    exact = odds_ratio([[a, n1 - a], [c, n2 - c]], kind="conditional")
    print(f"{case},conditional.estimate,{'infinite' if exact.statistic == float('inf') else repr(float(exact.statistic))}")
    limits = exact.confidence_interval(level)
    print(f"{case},conditional.lower,{float(limits.low)!r}")
    print(f"{case},conditional.upper,{'infinite' if limits.high == float('inf') else repr(float(limits.high))}")
for counts, level in [((2, 28, 47, 29), 0.95), ((56, 72, 73, 59, 62, 87, 58), 0.95), ((5, 0, 12), 0.9), ((500, 20, 480), 0.99)]:
    for method, name in [("goodman", "goodman"), ("sison-glaz", "sison")]:
        for index, limits in enumerate(multinomial_proportions_confint(counts, 1 - level, method)):
            put("/".join(map(str, counts)) + f"/{level}", f"{name}.{index}", limits)
