# Reference values for cumulative incidence and its standard error from R's survival package (survfit of a multi-state response), the
# incidence checked against cmprsk; CUSUM sums from their definition and runs counted over every order.
# Run: Rscript time.R > time.csv
suppressMessages({library(survival); library(cmprsk)})
cat(sprintf("# %s, survival %s, cmprsk %s\n", R.version.string, packageVersion("survival"), packageVersion("cmprsk")))
cat("case,name,value\n")
put <- function(case, name, value) cat(sprintf("%s,%s,%.17g\n", case, name, value))
sets <- list(
  mgus = with(subset(mgus2, id <= 200), data.frame(time = ifelse(pstat == 0, futime, ptime), cause = ifelse(pstat == 0, 2 * death, 1))),
  veteran = with(veteran, data.frame(time = time, cause = ifelse(status == 0, 0, ifelse(prior == 0, 1, 2)))),
  small = data.frame(time = c(1, 2, 2, 3, 4, 5, 6, 7), cause = c(1, 0, 2, 1, 1, 0, 2, 1)))
for (case in names(sets)) {
  d <- sets[[case]]
  s <- survfit(Surv(time, factor(cause, 0:2)) ~ 1, data = d, conf.type = "log-log")
  ci <- cuminc(d$time, d$cause)
  for (cause in 1:2) {
    at <- unname(quantile(d$time, c(.25, .5, .9), type = 1))
    for (k in seq_along(at)) {
      t <- at[k]
      row <- max(which(s$time <= t))
      value <- s$pstate[row, cause + 1]
      stopifnot(abs(value - timepoints(ci, t)$est[cause, 1]) < 1e-12)
      put(case, paste0(cause, ".", k, ".time"), t); put(case, paste0(cause, ".", k, ".incidence"), value); put(case, paste0(cause, ".", k, ".error"), s$std.err[row, cause + 1])
      if (value > 0) { put(case, paste0(cause, ".", k, ".lower"), s$lower[row, cause + 1]); put(case, paste0(cause, ".", k, ".upper"), s$upper[row, cause + 1]) }
    }
  }
}
write.csv(do.call(rbind, lapply(names(sets), function(n) cbind(set = n, sets[[n]]))), "time-data.csv", row.names = FALSE, quote = FALSE)
cusum <- function(x, n, p, r) { s <- 0; sapply(seq_along(x), function(i) s <<- max(0, s + log((r / (1 - p + r * p))^x[i] * (1 / (1 - p + r * p))^(n[i] - x[i])))) }
x <- c(1, 2, 0, 4, 5, 6, 2, 1, 0, 0); n <- c(6, 8, 5, 9, 8, 9, 7, 8, 9, 6)
up <- cusum(x, n, 0.25, 2); down <- cusum(x, n, 0.25, 0.5)
for (i in seq_along(x)) { put("quarters", paste0("up.", i), up[i]); put("quarters", paste0("down.", i), down[i]) }
runs <- function(v) 1 + sum(v[-1] != v[-length(v)])
for (case in list(c("first", "1110000011"), c("second", "10101010"), c("third", "111000111000110010"))) {
  v <- as.integer(strsplit(case[2], "")[[1]])
  all <- apply(combn(length(v), sum(v)), 2, function(k) { w <- integer(length(v)); w[k] <- 1; runs(w) })
  put(case[1], "runs", runs(v)); put(case[1], "p", min(1, 2 * min(mean(all <= runs(v)), mean(all >= runs(v)))))
}
