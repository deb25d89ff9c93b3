# Reference values for the time in post of directors and board chairs beside the judgements of first inspections, from the tables of
# data/: quartiles and means, kruskal.test, wilcox.test (W), tau-b (cor), and proportional odds regressions (MASS::polr).
# Run: Rscript leaders.R > leaders.csv
suppressMessages(library(MASS))
cat(sprintf("# %s, MASS %s\n", R.version.string, packageVersion("MASS")))
cat("case,name,value\n")
put <- function(case, name, value) cat(sprintf("%s,%s,%s\n", case, name, ifelse(is.na(value), "none", sprintf("%.17g", value))))
grades <- c("Outstanding", "Good", "Requires improvement", "Inadequate")
sif <- subset(read.csv("../../data/inspections.csv"), kind != "LSCB review only" & number == 1)
d <- merge(sif, read.csv("../../data/local-facts.csv"), by = c("authority", "number"), all.x = TRUE)
d <- merge(d, read.csv("../../data/local-authorities.csv")[, c("authority", "region")], by = "authority")
months <- function(from, to) { a <- as.integer(substr(from, 1, 4)) * 12 + as.integer(substr(from, 6, 7)); b <- as.integer(substr(to, 1, 4)) * 12 + as.integer(substr(to, 6, 7)); b - a }
d$director <- months(d$director_since, d$started); d$chair <- months(d$lscb_chair_since, d$started)
for (post in c("director", "chair")) for (area in c("overall", "leadership")) {
  k <- subset(d, !is.na(d[[post]]) & d[[area]] %in% grades); x <- k[[post]]; y <- factor(k[[area]], grades); case <- paste0(post, ".", area)
  put(case, "n", length(x))
  for (g in 1:4) { v <- x[as.integer(y) == g]; put(case, sprintf("%d.n", g), length(v)); put(case, sprintf("%d.mean", g), mean(v)); q <- quantile(v, c(.25, .5, .75)); for (i in 1:3) put(case, sprintf("%d.quartile.%d", g, i), q[[i]]) }
  t <- kruskal.test(x, y); put(case, "kruskal", t$statistic); put(case, "kruskal.p", t$p.value)
  put(case, "tau", cor(as.integer(y), x, method = "kendall"))
}
k <- subset(d, !is.na(director) & leadership %in% grades); put("inadequate", "W", suppressWarnings(wilcox.test(k$director[k$leadership == "Inadequate"], k$director[k$leadership != "Inadequate"], exact = FALSE)$statistic))
new <- k$director < 12; put("new", "n", sum(new)); put("new", "inadequate", sum(new & k$leadership == "Inadequate")); put("older", "n", sum(!new)); put("older", "inadequate", sum(!new & k$leadership == "Inadequate"))
d$years <- d$director / 12; d$poverty <- d$child_poverty / 10; d$size <- log2(d$population_under_18)
d$quarter <- (as.integer(substr(d$published, 1, 4)) - 2013) * 4 + (as.integer(substr(d$published, 6, 7)) - 1) %/% 3 - 3
d$previous <- match(d$previous_safeguarding, c("Outstanding", "Good", "Adequate", "Inadequate"))
d$y <- factor(d$leadership, grades, ordered = TRUE); d$region <- relevel(factor(d$region), ref = names(which.max(table(d$region))))
models <- list(alone = y ~ years, beside = y ~ years + poverty + size + quarter, before = y ~ years + poverty + size + quarter + previous, region = y ~ years + poverty + size + quarter + region)
for (case in names(models)) {
  rows <- d[complete.cases(d[, all.vars(models[[case]])]), ]
  m <- polr(models[[case]], data = rows, Hess = TRUE, control = list(reltol = 1e-15, maxit = 2000)); s <- sqrt(diag(vcov(m)))
  put(case, "n", nrow(rows)); put(case, "loglik", as.numeric(logLik(m)))
  for (i in seq_along(coef(m))[seq_len(min(5, length(coef(m))))]) { put(case, sprintf("beta.%d", i), coef(m)[[i]]); put(case, sprintf("beta.%d.error", i), s[[i]]) }
  for (i in seq_along(m$zeta)) put(case, sprintf("threshold.%d", i), m$zeta[[i]])
}
