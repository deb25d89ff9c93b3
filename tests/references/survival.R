# Reference values for Kaplan-Meier curves and the log-rank test, from R's survival package (Therneau).
# Run: Rscript survival.R > survival.csv
suppressMessages(library(survival))
cat(sprintf("# %s, survival %s\n", R.version.string, packageVersion("survival")))
cat("case,name,value\n")
put <- function(case, name, value) cat(sprintf("%s,%s,%s\n", case, name, ifelse(is.na(value), "none", sprintf("%.17g", value))))
aml1 <- subset(aml, x == "Maintained"); aml2 <- subset(aml, x != "Maintained")
cases <- list(maintained = aml1, nonmaintained = aml2,
              veteran = data.frame(time = veteran$time, status = veteran$status))
for (case in names(cases)) {
  d <- cases[[case]]
  for (type in c("log-log", "log", "plain")) {
    s <- survfit(Surv(time, status) ~ 1, data = d, conf.type = type)
    q <- quantile(s, 0.5)
    put(case, paste0(type, ".median"), q$quantile); put(case, paste0(type, ".median.lower"), q$lower); put(case, paste0(type, ".median.upper"), q$upper)
    k <- ceiling(length(s$time) / 2)
    put(case, paste0(type, ".time"), s$time[k]); put(case, paste0(type, ".survival"), s$surv[k])
    put(case, paste0(type, ".lower"), s$lower[k]); put(case, paste0(type, ".upper"), s$upper[k])
    put(case, paste0(type, ".error"), s$std.err[k] * s$surv[k])
  }
}
d <- survdiff(Surv(time, status) ~ x, data = aml); put("aml", "chisq", d$chisq); put("aml", "p", pchisq(d$chisq, length(d$n) - 1, lower.tail = FALSE))
d <- survdiff(Surv(time, status) ~ celltype, data = veteran); put("veteran", "chisq", d$chisq); put("veteran", "p", pchisq(d$chisq, length(d$n) - 1, lower.tail = FALSE))
d <- survdiff(Surv(time, status) ~ sex, data = lung); put("lung", "chisq", d$chisq); put("lung", "p", pchisq(d$chisq, length(d$n) - 1, lower.tail = FALSE))
write.csv(rbind(data.frame(set = "aml", group = as.character(aml$x), time = aml$time, event = aml$status),
                data.frame(set = "veteran", group = as.character(veteran$celltype), time = veteran$time, event = veteran$status),
                data.frame(set = "lung", group = as.character(lung$sex), time = lung$time, event = lung$status - 1)),
          "survival-data.csv", row.names = FALSE, quote = FALSE)
