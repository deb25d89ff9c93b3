# References for Statistics: adjusted p-values (stats::p.adjust), exact permutation p-values by full enumeration, and the
# acceleration and jackknife of the BCa interval (boot::empinf). Run: Rscript resampling.R > resampling.csv
suppressMessages(library(boot))
out <- function(name, values) cat(name, paste(format(values, digits = 17), collapse = " "), sep = ",", fill = FALSE, "\n")
cat("name,values\n")
p <- list(a = c(0.01, 0.02, 0.03, 0.04, 0.05), b = c(0.9, 0.001, 0.04, 0.04, 0.2, 0.0005), c = c(0.5), d = c(1, 1, 0, 0.3))
for (n in names(p)) for (m in c("holm", "hochberg", "BH")) out(paste(n, m, sep = "-"), p.adjust(p[[n]], m))
perm <- function(v, f) { g <- function(x) if (length(x) <= 1) list(x) else do.call(c, lapply(seq_along(x), function(i) lapply(g(x[-i]), function(r) c(x[i], r)))); sapply(g(v), f) }
v <- c(1, 2, 2, 3, 4, 4, 3); first3 <- function(x) sum(x[1:3])
s <- perm(v, first3); out("permutation-less", mean(s <= first3(v) + 1e-9)); out("permutation-greater", mean(s >= first3(v) - 1e-9))
w <- c(4, 4, 3, 1, 2, 2); lag <- function(x) sum(x * seq_along(x)); s <- perm(w, lag); out("permutation-trend-less", mean(s <= lag(w) + 1e-9))
for (x in list(c(1, 2, 2, 3, 4, 4, 3, 3, 2), c(2, 3, 5, 7, 11, 13), c(1, 1, 1, 1, 4))) {
  l <- empinf(data = x, statistic = function(d, i) mean(d[i]), stype = "i", type = "jack")
  out(paste0("acceleration-", length(x)), sum(l^3) / (6 * sum(l^2)^1.5))
}
# Intervals of given replicates, drawn by R itself: percentile and BCa, whole and within strata. The replicates are written too.
set.seed(20)
for (x in list(c(1.3, 2.2, 2.9, 3.1, 4.6, 4.8, 3.7, 3.3, 2.5, 1.9, 0.2, 6.1), c(0.1, 0.4, 0.9, 1.6, 2.5, 3.6, 4.9, 6.4, 8.1, 10, 12.1, 14.4), c(9.739, 1.187, 1.231, 1.427, 1.783, 2.143, 2.657, 3.251, 3.967, 4.729, 5.641, 6.653))) {
  case <- paste0("interval-", sum(x))
  for (strata in list(rep(1, 12), rep(1:2, c(5, 7)))) {
    name <- function(what) paste(case, length(unique(strata)), what, sep = "-")
    b <- boot(x, function(d, i) mean(d[i])^2, 199, strata = strata)
    out(name("replicates"), b$t[, 1])
    out(name("percentile"), boot.ci(b, .9, "perc")$percent[4:5])
    # boot's jackknife is per observation of a stratum; Davison and Hinkley (1997, equation 5.24) divide by the stratum's size.
    l <- empinf(b, type = "jack") / as.vector(table(strata)[strata])
    out(name("bca"), boot.ci(b, .9, "bca", L = l)$bca[4:5])
  }
}
cat("versions,", R.version.string, "; boot ", as.character(packageVersion("boot")), "\n", sep = "")
