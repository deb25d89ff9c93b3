# Reference values for agreement: kappa from vcd, Bowker's test from base R (mcnemar.test), Stuart-Maxwell's from coin (mh_test),
# Fleiss' kappa and Krippendorff's ordinal alpha from their definitions pair by pair.
# Run: Rscript agreement.R > agreement.csv
suppressMessages({library(vcd); library(coin)})
cat(sprintf("# %s, vcd %s, coin %s\n", R.version.string, packageVersion("vcd"), packageVersion("coin")))
cat("case,name,value\n")
put <- function(case, name, value) cat(sprintf("%s,%s,%.17g\n", case, name, value))
tables <- list(
  areas = matrix(c(3, 1, 0, 0, 2, 14, 5, 0, 0, 6, 30, 4, 0, 0, 7, 21), 4, byrow = TRUE),
  raters = matrix(c(22, 2, 2, 0, 5, 7, 14, 0, 0, 2, 36, 0, 0, 1, 17, 10), 4, byrow = TRUE),
  three = matrix(c(88, 10, 2, 14, 40, 6, 18, 10, 12), 3, byrow = TRUE))
for (case in names(tables)) {
  t <- tables[[case]]
  for (w in c("Equal-Spacing", "Fleiss-Cohen")) {
    k <- Kappa(t, weights = w)
    put(case, paste0(w, ".kappa"), unname(k$Weighted["value"])); put(case, paste0(w, ".error"), unname(k$Weighted["ASE"]))
  }
  put(case, "kappa", unname(k$Unweighted["value"])); put(case, "error", unname(k$Unweighted["ASE"]))
  for (level in c(.95, .8)) { ci <- confint(Kappa(t, weights = "Fleiss-Cohen"), level = level); put(case, sprintf("interval.%g.lower", level), ci["Weighted", 1]); put(case, sprintf("interval.%g.upper", level), ci["Weighted", 2]) }
  m <- mcnemar.test(t, correct = FALSE)
  if (is.nan(m$statistic)) {
    # R divides by pairs of cells that are both 0; they say nothing of symmetry and are left out here.
    up <- t[upper.tri(t)]; down <- t(t)[upper.tri(t)]; k <- up + down > 0
    m <- list(statistic = sum((up - down)[k]^2 / (up + down)[k]), parameter = sum(k)); m$p.value <- pchisq(m$statistic, m$parameter, lower.tail = FALSE)
  }
  put(case, "bowker", m$statistic); put(case, "bowker.freedom", m$parameter); put(case, "bowker.p", m$p.value)
  d <- as.table(t); dimnames(d) <- list(a = seq_len(nrow(t)), b = seq_len(nrow(t)))
  h <- mh_test(d); put(case, "stuart", as.numeric(statistic(h))); put(case, "stuart.p", as.numeric(pvalue(h)))
}
units <- list(
  # Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", example C: four observers, twelve units.
  krippendorff = list(c(1, 1, NA, 1), c(2, 2, 3, 2), c(3, 3, 3, 3), c(3, 3, 3, 3), c(2, 2, 2, 2), c(1, 2, 3, 4), c(4, 4, 4, 4), c(1, 1, 2, 1), c(2, 2, 2, 2), c(NA, 5, 5, 5), c(NA, NA, 1, 1), c(NA, NA, 3, NA)),
  areas = list(c(1, 2, 2), c(3, 3, 4), c(2, 2, 2), c(4, 4, 4), c(3, 3, 3), c(3, 2, 3), c(4, 3, 4), c(2, 3, 2)),
  two = list(c(1, 1), c(2, 3), c(4, 4), c(3, 3), c(2, 2), c(1, 2), c(3, 4), c(NA, 2)))
for (case in names(units)) {
  u <- Filter(function(v) length(v) > 1, lapply(units[[case]], function(v) v[!is.na(v)]))
  values <- unlist(u); cats <- sort(unique(values)); n <- sapply(cats, function(k) sum(values == k))
  step <- function(a, b) { if (a == b) return(0); i <- range(match(c(a, b), cats)); (sum(n[i[1]:i[2]]) - (n[i[1]] + n[i[2]]) / 2)^2 }
  inner <- sum(sapply(u, function(v) sum(outer(seq_along(v), seq_along(v), Vectorize(function(i, j) if (i == j) 0 else step(v[i], v[j])))) / (length(v) - 1))) / length(values)
  outer_ <- sum(outer(seq_along(values), seq_along(values), Vectorize(function(i, j) if (i == j) 0 else step(values[i], values[j])))) / (length(values) * (length(values) - 1))
  put(case, "alpha", 1 - inner / outer_)
  whole <- Filter(function(v) !any(is.na(v)), units[[case]]); m <- length(whole[[1]])
  P <- mean(sapply(whole, function(v) sum(outer(v, v, "==") - diag(m)) / (m * (m - 1)))); pe <- sum((table(unlist(whole)) / (length(whole) * m))^2)
  put(case, "fleiss", (P - pe) / (1 - pe))
}
