# Reference values for intervals of proportions, risk ratios and odds ratios, from base R; the hypergeometric interval by going
# through every number of the population with phyper; the intervals of a finite population from their defining equations, solved by
# uniroot, with the effective number of observations n (N - 1) / (N - n).
# Run: Rscript proportions.R > proportions.csv
cat(sprintf("# %s\n", R.version.string))
cat("case,name,value\n")
put <- function(case, name, value) cat(sprintf("%s,%s,%s\n", case, name, ifelse(is.infinite(value), "infinite", sprintf("%.17g", value))))
two <- function(case, name, limits) { put(case, paste0(name, ".lower"), limits[1]); put(case, paste0(name, ".upper"), limits[2]) }
for (pair in list(c(28, 106, 0.95), c(2, 106, 0.95), c(0, 12, 0.95), c(12, 12, 0.9), c(1, 3, 0.99), c(450, 1000, 0.8))) {
  x <- pair[1]; n <- pair[2]; level <- pair[3]; case <- paste(x, n, level, sep = "/")
  two(case, "wilson", suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int)
  two(case, "wilson.corrected", suppressWarnings(prop.test(x, n, conf.level = level, correct = TRUE))$conf.int)
  two(case, "clopper", binom.test(x, n, conf.level = level)$conf.int)
  two(case, "jeffreys", c(if (x == 0) 0 else qbeta((1 - level) / 2, x + .5, n - x + .5), if (x == n) 1 else qbeta((1 + level) / 2, x + .5, n - x + .5)))
}
for (triple in list(c(28, 106, 152, 0.95), c(2, 116, 152, 0.95), c(0, 30, 152, 0.9), c(30, 30, 152, 0.99), c(5, 9, 20, 0.5))) {
  x <- triple[1]; n <- triple[2]; N <- triple[3]; level <- triple[4]; tail <- (1 - level) / 2
  M <- x:(N - n + x)
  lower <- phyper(x, M, N - M, n); upper <- phyper(x - 1, M, N - M, n, lower.tail = FALSE)
  two(paste(x, n, N, level, sep = "/"), "hypergeometric", range(M[lower > tail & upper > tail]) / N)
}
for (four in list(c(8, 30, 5, 40, 0.95), c(1, 20, 7, 22, 0.95), c(0, 15, 6, 18, 0.9), c(12, 12, 3, 10, 0.95), c(120, 300, 90, 310, 0.99))) {
  a <- four[1]; n1 <- four[2]; c <- four[3]; n2 <- four[4]; level <- four[5]; case <- paste(a, n1, c, n2, level, sep = "/")
  f <- fisher.test(matrix(c(a, c, n1 - a, n2 - c), 2), conf.level = level)
  put(case, "fisher.p", f$p.value)
}
# Wilson's limits are the shares from which the observed one is a normal quantile of standard errors away (with continuity correction after
# moving half an observation towards them); Agresti and Coull's are Wald's about Wilson's centre.
for (triple in list(c(28, 106, 152, 0.95), c(2, 116, 152, 0.95), c(0, 30, 152, 0.9), c(30, 30, 152, 0.99), c(5, 9, 20, 0.5))) {
  x <- triple[1]; n <- triple[2]; N <- triple[3]; level <- triple[4]; case <- paste(x, n, N, level, sep = "/")
  p <- x / n; ne <- n * (N - 1) / (N - n); z <- qnorm((1 + level) / 2); a <- (1 - level) / 2
  limit <- function(sign, move) {
    if (sign < 0 && p == 0) return(0)
    if (sign > 0 && p == 1) return(1)
    f <- function(q) sign * (q - p) - move / (2 * ne) - z * sqrt(q * (1 - q) / ne)
    ends <- if (sign < 0) c(1e-15, min(p, 1 - 1e-9)) else c(max(p, 1e-9), 1 - 1e-15)
    uniroot(f, ends, tol = 1e-15)$root
  }
  two(case, "population.wilson", c(limit(-1, 0), limit(1, 0)))
  two(case, "population.wilson.corrected", c(limit(-1, 1), limit(1, 1)))
  two(case, "population.clopper", c(if (x == 0) 0 else qbeta(a, ne * p, ne * (1 - p) + 1), if (x == n) 1 else qbeta(1 - a, ne * p + 1, ne * (1 - p))))
  two(case, "population.jeffreys", c(if (x == 0) 0 else qbeta(a, ne * p + .5, ne * (1 - p) + .5), if (x == n) 1 else qbeta(1 - a, ne * p + .5, ne * (1 - p) + .5)))
  m <- (ne * p + z^2 / 2) / (ne + z^2); h <- z * sqrt(m * (1 - m) / (ne + z^2))
  two(case, "population.agresti", c(max(0, m - h), min(1, m + h)))
}
