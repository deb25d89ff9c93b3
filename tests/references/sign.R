# Reference values for the sign test, from base R.
# Run: Rscript sign.R > sign.csv
cat(sprintf("# %s\n", R.version.string))
cat("case,name,value\n")
for (pair in list(c(30, 1), c(7, 0), c(2, 7), c(11, 11), c(0, 1), c(120, 90)))
  cat(sprintf("%d/%d,p,%.17g\n", pair[1], pair[2], binom.test(pair[1], sum(pair))$p.value))
