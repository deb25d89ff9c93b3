# Reference values for tests and measures of association, from base R and the packages coin and vcd. Standard errors of the ordinal
# measures come from the delta method on numerically differentiated definitions, not from published formulas; exact permutation p-values
# of small tables from going through every order.
# Run: Rscript association.R > association.csv
suppressMessages({library(coin); library(vcd)})
cat(sprintf("# %s, coin %s, vcd %s\n", R.version.string, packageVersion("coin"), packageVersion("vcd")))
cat("case,name,value\n")
put <- function(case, name, value) cat(sprintf("%s,%s,%.17g\n", case, name, value))
tables <- list(
  satisfaction = matrix(c(1, 3, 10, 6, 2, 3, 10, 7, 1, 6, 14, 12, 0, 1, 9, 11), 4, byrow = TRUE),
  regions = matrix(c(0, 5, 6, 1, 1, 4, 9, 2, 0, 2, 4, 5, 2, 6, 12, 3), 4, byrow = TRUE),
  wide = matrix(c(12, 5, 3, 1, 0, 6, 8, 7, 4, 2), 2, byrow = TRUE),
  small = matrix(c(2, 1, 0, 1, 1, 1, 0, 1, 2), 3, byrow = TRUE),
  lopsided = matrix(c(3, 0, 0, 1, 2, 1), 3, byrow = TRUE),
  eight = matrix(c(3, 1, 0, 0, 2, 2), 2, byrow = TRUE))
ranks <- function(margin) cumsum(margin) - (margin - 1) / 2
measures <- list(
  taub = function(p) { s <- pairs(p); s$diff / sqrt((1 - sum(rowSums(p)^2)) * (1 - sum(colSums(p)^2))) },
  tauc = function(p) { m <- min(dim(p)); pairs(p)$diff * m / (m - 1) },
  gamma = function(p) { s <- pairs(p); s$diff / s$sum },
  somers = function(p) pairs(p)$diff / (1 - sum(rowSums(p)^2)),
  somers.rows = function(p) pairs(p)$diff / (1 - sum(colSums(p)^2)),
  spearman = function(p) {
    r <- cumsum(rowSums(p)) - rowSums(p) / 2; c <- cumsum(colSums(p)) - colSums(p) / 2; r <- r - sum(p * r); c <- c - sum(t(p) * c)
    sum(p * outer(r, c)) / sqrt(sum(rowSums(p) * r^2) * sum(colSums(p) * c^2)) })
pairs <- function(p) {
  con <- dis <- 0
  for (i in seq_len(nrow(p))) for (j in seq_len(ncol(p))) for (k in seq_len(nrow(p))) for (l in seq_len(ncol(p))) {
    if ((i - k) * (j - l) > 0) con <- con + p[i, j] * p[k, l]
    if ((i - k) * (j - l) < 0) dis <- dis + p[i, j] * p[k, l]
  }
  list(diff = con - dis, sum = con + dis)
}
delta <- function(f, p, n) {
  g <- sapply(seq_along(p), function(k) {
    d <- function(h) { up <- down <- p; up[k] <- up[k] + h; down[k] <- down[k] - h; (f(up) - f(down)) / (2 * h) }
    h <- 1e-3; a <- d(h); b <- d(h / 2); e <- d(h / 4); (64 * e - 20 * b + a) / 45
  })
  sqrt((sum(p * g^2) - sum(p * g)^2) / n)
}
surplus <- function(x, y) sum(sign(outer(x, x, "-")) * sign(outer(y, y, "-"))) / 2
for (case in names(tables)) {
  t <- tables[[case]]; n <- sum(t)
  x <- rep(row(t), t); y <- rep(col(t), t)
  q <- suppressWarnings(chisq.test(t, correct = FALSE))
  put(case, "chisq", q$statistic); put(case, "chisq.p", q$p.value)
  put(case, "residual", q$residuals[1, 2]); put(case, "stdres", q$stdres[1, 2]); put(case, "expected", q$expected[1, 2])
  put(case, "g", 2 * sum(ifelse(t == 0, 0, t * log(t / q$expected))))
  put(case, "fisher.p", fisher.test(t, workspace = 2e7)$p.value)
  put(case, "cramer", unname(assocstats(t)$cramer))
  ncp <- function(at) { f <- function(l) pchisq(q$statistic, q$parameter, l) - at; if (f(0) <= 0) 0 else uniroot(f, c(0, 500), tol = 1e-13)$root }
  for (limit in list(c("lower", .975), c("upper", .025))) put(case, paste0("cramer.", limit[1]), min(1, sqrt(ncp(as.numeric(limit[2])) / (n * (min(dim(t)) - 1)))))
  # Bergsma (2013), equations 5 to 7; Bonett and Wright (2000) on Fisher's scale.
  rr <- nrow(t) - (nrow(t) - 1)^2 / (n - 1); cc <- ncol(t) - (ncol(t) - 1)^2 / (n - 1)
  put(case, "bergsma", sqrt(max(0, unname(q$statistic) / n - (nrow(t) - 1) * (ncol(t) - 1) / (n - 1)) / min(rr - 1, cc - 1)))
  rs <- cor(x, y, method = "spearman"); bw <- tanh(atanh(rs) + c(-1, 1) * qnorm(.975) * sqrt((1 + rs^2 / 2) / (n - 3)))
  put(case, "spearman.lower", bw[1]); put(case, "spearman.upper", bw[2])
  put(case, "lbl", as.numeric(statistic(lbl_test(as.table(t))))^2); put(case, "lbl.p", as.numeric(pvalue(lbl_test(as.table(t)))))
  p <- t / n
  for (m in names(measures)) { put(case, m, measures[[m]](p)); put(case, paste0(m, ".error"), delta(measures[[m]], p, n)) }
  stopifnot(abs(cor(x, y, method = "spearman") - measures$spearman(p)) < 1e-12)
  k <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE)); put(case, "kendall.estimate", k$estimate); put(case, "kendall.p", k$p.value)
  w <- kruskal.test(y, factor(x)); put(case, "kruskal", w$statistic); put(case, "kruskal.p", w$p.value)
  two <- x <= 2
  u <- suppressWarnings(wilcox.test(y[x == 1], y[x == 2], exact = FALSE)); put(case, "u", u$statistic)
  put(case, "u.p", as.numeric(pvalue(wilcox_test(y[two] ~ factor(x[two]), distribution = "exact"))))
  # Dunn (1964) of the first two groups, with the correction for ties.
  r <- rank(y); ties <- table(y); v <- n * (n + 1) / 12 - sum(ties^3 - ties) / (12 * (n - 1))
  put(case, "dunn", (mean(r[x == 1]) - mean(r[x == 2])) / sqrt(v * (1 / sum(x == 1) + 1 / sum(x == 2))))
  pz <- combn(sort(unique(x)), 2, function(ab) (mean(r[x == ab[1]]) - mean(r[x == ab[2]])) / sqrt(v * sum(1 / table(x)[ab])))
  pd <- 2 * pnorm(-abs(pz)); holm <- p.adjust(pd, "holm"); bh <- p.adjust(pd, "BH")
  for (k in seq_along(pz)) { put(case, paste0("dunn.", k), pz[k]); put(case, paste0("dunn.", k, ".p"), pd[k]); put(case, paste0("dunn.", k, ".holm"), holm[k]); put(case, paste0("dunn.", k, ".bh"), bh[k]) }
  J <- 0; g <- sort(unique(x)); for (a in g) for (b in g[g > a]) J <- J + sum(outer(y[x == a], y[x == b], "<")) + sum(outer(y[x == a], y[x == b], "==")) / 2
  put(case, "jonckheere", J)
  if (ncol(t) >= 2) { s <- t[, 1]; tr <- suppressWarnings(prop.trend.test(s, rowSums(t))); put(case, "trend", tr$statistic); put(case, "trend.p", tr$p.value) }
  if (n <= 10) {
    # Every order of y against x.
    perms <- function(v) { if (length(v) <= 1) return(list(v)); out <- list(); for (i in seq_along(v)) for (rest in perms(v[-i])) out[[length(out) + 1]] <- c(v[i], rest); out }
    seen <- abs(surplus(x, y)); rx <- rank(x); ry <- rank(y); rs <- abs(cor(rx, ry))
    all <- perms(seq_along(y))
    put(case, "surplus.p", mean(sapply(all, function(o) abs(surplus(x, y[o])) >= seen - 1e-9)))
    put(case, "spearman.p", mean(sapply(all, function(o) abs(cor(rx, ry[o])) >= rs - 1e-9)))
  }
}
strata <- list(
  ucb = UCBAdmissions,
  sickle = array(c(5, 3, 2, 8, 10, 4, 6, 9, 1, 2, 3, 7), c(2, 2, 3)),
  kidney = array(c(81, 234, 6, 36, 192, 55, 71, 25), c(2, 2, 2)),
  three = array(c(4, 2, 1, 3, 5, 2, 1, 2, 6, 3, 1, 2, 2, 4, 3, 1, 3, 5), c(3, 3, 2)))
for (case in names(strata)) {
  m <- mantelhaen.test(strata[[case]], correct = FALSE)
  put(case, "cmh", m$statistic); put(case, "cmh.p", m$p.value)
  if (all(dim(strata[[case]])[1:2] == 2)) { put(case, "odds", unname(m$estimate)); put(case, "odds.lower", m$conf.int[1]); put(case, "odds.upper", m$conf.int[2]) }
}
