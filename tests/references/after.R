# Reference values for what came after the SIF, from the tables of data/: the table from the last inspection under the SIF to the first
# under ILACS (table), the sign test (binom.test), Bowker's and Stuart and Maxwell's tests written out, the latest standing, and the
# time from a first inadequate judgement to a better one (survival::survfit).
# Run: Rscript after.R > after.csv
suppressMessages(library(survival))
cat(sprintf("# %s, survival %s\n", R.version.string, packageVersion("survival")))
cat("case,name,value\n")
put <- function(case, name, value) cat(sprintf("%s,%s,%s\n", case, name, ifelse(is.na(value), "none", sprintf("%.17g", value))))
grades <- c("Outstanding", "Good", "Requires improvement", "Inadequate")
sif <- subset(read.csv("../../data/inspections.csv"), kind != "LSCB review only")
ilacs <- read.csv("../../data/ilacs-inspections.csv")
places <- read.csv("../../data/local-authorities.csv")
sif <- sif[order(sif$authority, sif$number), ]; ilacs <- ilacs[order(ilacs$authority, ilacs$number), ]
last <- sif[!duplicated(sif$authority, fromLast = TRUE), ]; first <- ilacs[!duplicated(ilacs$authority), ]
areas <- list(overall = c("overall", "overall"), help_protection = c("help_protection", "help_protection"), leadership = c("leadership", "impact_of_leaders"))
for (case in names(areas)) {
  both <- merge(last[, c("authority", areas[[case]][1])], first[, c("authority", areas[[case]][2])], by = "authority")
  from <- factor(both[[2]], grades); to <- factor(both[[3]], grades); n <- table(from, to)
  for (i in 1:4) for (j in 1:4) put(case, sprintf("cell.%d.%d", i, j), n[i, j])
  up <- sum(as.integer(to) < as.integer(from), na.rm = TRUE); down <- sum(as.integer(to) > as.integer(from), na.rm = TRUE)
  put(case, "rose", up); put(case, "fell", down); put(case, "sign.p", binom.test(up, up + down)$p.value)
  pairs <- n + t(n) > 0 & upper.tri(n); bowker <- sum(((n - t(n))^2 / (n + t(n)))[pairs])
  put(case, "bowker", bowker); put(case, "bowker.df", sum(pairs)); put(case, "bowker.p", pchisq(bowker, sum(pairs), lower.tail = FALSE))
  d <- (rowSums(n) - colSums(n))[1:3]; V <- -(n + t(n)); diag(V) <- rowSums(n) + colSums(n) - 2 * diag(n); V <- V[1:3, 1:3]
  stuart <- as.numeric(d %*% solve(V) %*% d)
  put(case, "stuart", stuart); put(case, "stuart.p", pchisq(stuart, 3, lower.tail = FALSE))
}
now <- subset(places, until == "")$authority; latest <- ilacs[!duplicated(ilacs$authority, fromLast = TRUE), ]; latest <- subset(latest, authority %in% now)
put("latest", "authorities", length(now)); put("latest", "inspected", nrow(latest))
for (g in c(grades, "No longer judged")) put("latest", gsub(" ", "_", g), sum(latest$overall == g))
for (g in grades) put("latest", paste0("leaders.", gsub(" ", "_", g)), sum(latest$impact_of_leaders == g))
end <- as.Date("2026-08-31"); day <- function(x) as.Date(x, "%Y-%m-%d")
reports <- rbind(data.frame(sif[, c("authority", "published", "overall")], framework = 1), data.frame(ilacs[, c("authority", "published", "overall")], framework = 2))
reports$published <- day(reports$published); reports <- reports[order(reports$authority, reports$framework, reports$published), ]
for (to in 2:3) {
  rows <- do.call(rbind, lapply(split(reports, reports$authority), function(r) {
    k <- which(r$overall == "Inadequate"); if (length(k) == 0 || r$framework[k[1]] == 2) return(NULL)
    start <- r$published[k[1]]; u <- day(places$until[places$authority == r$authority[1]]); stop <- if (is.na(u)) end else min(u, end)
    b <- r$published[-(1:k[1])][r$overall[-(1:k[1])] %in% grades[1:to]]
    if (length(b) && b[1] <= stop) data.frame(time = as.numeric(b[1] - start), status = 1) else data.frame(time = as.numeric(stop - start), status = 0)
  }))
  s <- survfit(Surv(time, status) ~ 1, data = rows, conf.type = "log-log"); q <- quantile(s, 0.5); case <- paste0("better.", to)
  put(case, "n", nrow(rows)); put(case, "events", sum(rows$status)); put(case, "median", q$quantile); put(case, "median.lower", q$lower); put(case, "median.upper", q$upper)
  for (t in c(730, 1460)) put(case, paste0("survival.", t), summary(s, times = t)$surv)
}
