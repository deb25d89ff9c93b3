# Reference values for ordinal regression: ordinal::clm for fits, standard errors and predicted chances, MASS::polr for the limits of
# profile likelihood (found by uniroot with an offset), VGAM::vglm for partial proportional odds, glm for Brant's test written out
# (Brant, 1990), optim for the ridge penalty.
# Run: Rscript ordinal.R > ordinal.csv
suppressMessages({library(MASS); library(ordinal)})
cat(sprintf("# %s, ordinal %s, MASS %s, VGAM %s\n", R.version.string, packageVersion("ordinal"), packageVersion("MASS"), packageVersion("VGAM")))
cat("case,name,value\n")
put <- function(case, name, value) cat(sprintf("%s,%s,%.17g\n", case, name, value))
sets <- list()
X <- model.matrix(~ Infl + Type + Cont, MASS::housing)[, -1]
sets$housing <- data.frame(y = as.integer(MASS::housing$Sat), w = MASS::housing$Freq, X)
sets$wine <- data.frame(y = as.integer(ordinal::wine$rating), w = 1, model.matrix(~ temp + contact, ordinal::wine)[, -1])
sets$influence <- sets$housing[, c("y", "w", "InflMedium", "InflHigh")]
pneumo <- VGAM::pneumo
sets$pneumo <- do.call(rbind, lapply(1:3, function(k) data.frame(y = k, w = pneumo[[c("normal", "mild", "severe")[k]]], let = log(pneumo$exposure.time))))
out <- do.call(rbind, lapply(names(sets), function(n) { d <- sets[[n]]; x <- as.matrix(d[, -(1:2), drop = FALSE]); data.frame(set = n, y = d$y, w = d$w, x = apply(x, 1, function(v) paste(sprintf("%.17g", v), collapse = ";"))) }))
write.csv(out, "ordinal-data.csv", row.names = FALSE, quote = FALSE)
for (case in names(sets)) {
  d <- subset(sets[[case]], w > 0); d$y <- factor(d$y, ordered = TRUE); terms <- names(d)[-(1:2)]
  f <- as.formula(paste("y ~", paste(terms, collapse = " + ")))
  for (link in c("logit", "probit", "cloglog")) {
    m <- clm(f, data = d, weights = w, link = link, control = clm.control(gradTol = 1e-12, maxIter = 200))
    se <- sqrt(diag(vcov(m)))
    put(case, paste0(link, ".loglik"), as.numeric(logLik(m)))
    for (k in seq_along(m$alpha)) { put(case, sprintf("%s.threshold.%d", link, k), m$alpha[k]); put(case, sprintf("%s.threshold.%d.error", link, k), se[k]) }
    for (k in seq_along(m$beta)) { put(case, sprintf("%s.beta.%d", link, k), m$beta[k]); put(case, sprintf("%s.beta.%d.error", link, k), se[length(m$alpha) + k]) }
    new <- as.data.frame(matrix(if (case == "pneumo") 3 else c(1, rep(0, length(terms) - 1)), 1)); names(new) <- terms
    p <- predict(m, newdata = new, se.fit = TRUE, interval = TRUE)
    for (k in seq_along(p$fit)) { put(case, sprintf("%s.chance.%d", link, k), p$fit[k]); put(case, sprintf("%s.chance.%d.error", link, k), p$se.fit[k]); put(case, sprintf("%s.chance.%d.lower", link, k), p$lwr[k]); put(case, sprintf("%s.chance.%d.upper", link, k), p$upr[k]) }
    z <- clm(y ~ 1, data = d, weights = w, link = link); put(case, paste0(link, ".ratio"), 2 * as.numeric(logLik(m) - logLik(z)))
  }
  # Profile limits of the first coefficient.
  m <- clm(f, data = d, weights = w, control = clm.control(gradTol = 1e-12, maxIter = 200))
  rest <- if (length(terms) > 1) paste(terms[-1], collapse = " + ") else "1"
  above <- function(b) { d$o <- b * d[[terms[1]]]; g <- as.formula(paste("y ~", rest, "+ offset(o)")); as.numeric(logLik(m) - logLik(clm(g, data = d, weights = w, control = clm.control(gradTol = 1e-12, maxIter = 200)))) - qchisq(.95, 1) / 2 }
  if (length(terms) == 1) {
    # clm does not fit an offset alone; optim does.
    y1 <- as.integer(d$y); K1 <- max(y1)
    above <- function(b) {
      at <- function(q) { th <- cumsum(c(q[1], exp(q[-1]))); e <- b * d[[terms]]; v <- suppressWarnings(-sum(d$w * log(plogis(c(th, Inf)[y1] - e) - plogis(c(-Inf, th)[y1] - e)))); if (is.finite(v)) v else 1e10 }
      th <- m$alpha + (b - m$beta[1]) * weighted.mean(d[[terms]], d$w); q <- c(th[1], log(diff(th)))
      for (i in 1:5) q <- optim(q, at, method = if (i %% 2) "Nelder-Mead" else "BFGS", control = list(reltol = 1e-16, maxit = 5000))$par
      as.numeric(logLik(m)) + at(q) - qchisq(.95, 1) / 2
    }
  }
  s <- sqrt(diag(vcov(m)))[length(m$alpha) + 1]
  put(case, "profile.lower", uniroot(above, m$beta[1] + c(-2.5, 0) * s, tol = 1e-12)$root); put(case, "profile.upper", uniroot(above, m$beta[1] + c(0, 2.5) * s, tol = 1e-12)$root)
  # Brant (1990).
  y <- as.integer(d$y); K <- max(y); Z <- cbind(1, as.matrix(d[, terms, drop = FALSE])); J <- length(terms)
  fits <- lapply(seq_len(K - 1), function(k) suppressWarnings(glm(as.integer(y > k) ~ Z[, -1], weights = d$w, family = binomial, control = glm.control(epsilon = 1e-15, maxit = 100))))
  b <- sapply(fits, coef); pr <- sapply(fits, function(g) plogis(Z %*% coef(g)))
  W <- function(k, l) t(Z) %*% (Z * as.vector(d$w * (pr[, l] - pr[, k] * pr[, l])))
  V <- matrix(0, J * (K - 1), J * (K - 1))
  for (k in 1:(K - 1)) for (l in k:(K - 1)) { B <- (solve(W(k, k)) %*% W(k, l) %*% solve(W(l, l)))[-1, -1]; V[(k - 1) * J + 1:J, (l - 1) * J + 1:J] <- B; V[(l - 1) * J + 1:J, (k - 1) * J + 1:J] <- t(B) }
  brant <- function(which) { D <- NULL; for (k in 2:(K - 1)) for (j in which) { r <- rep(0, J * (K - 1)); r[j] <- 1; r[(k - 1) * J + j] <- -1; D <- rbind(D, r) }; v <- D %*% as.vector(b[-1, ]); as.numeric(t(v) %*% solve(D %*% V %*% t(D)) %*% v) }
  if (case != "wine") { put(case, "brant", brant(seq_len(J))); for (j in seq_len(J)) put(case, paste0("brant.", j), brant(j)) }
  # Ridge penalty 2 on the coefficients, logit link, by optim.
  minus <- function(q) { th <- cumsum(c(q[1], exp(q[seq_len(K - 2) + 1]))); be <- q[-(1:(K - 1))]; e <- as.vector(Z[, -1, drop = FALSE] %*% be); up <- plogis(c(th, Inf)[y] - e); lo <- plogis(c(-Inf, th)[y] - e); -(sum(d$w * log(up - lo)) - sum(be^2)) }
  q <- c(m$alpha[1], log(diff(m$alpha)), m$beta); for (i in 1:5) q <- optim(q, minus, method = "BFGS", control = list(reltol = 1e-16, maxit = 2000))$par
  put(case, "ridge.loglik", -minus(q)); for (j in seq_len(J)) put(case, paste0("ridge.", j), q[K - 1 + j])
}
suppressMessages(library(VGAM))
for (case in c("pneumo", "housing", "influence")) {
  d <- sets[[case]]; terms <- names(d)[-(1:2)]; apart <- terms[1]; d <- d[d$w > 0, ]
  d$y <- ordered(d$y)
  g <- vglm(as.formula(paste("y ~", paste(terms, collapse = " + "))), family = cumulative(parallel = as.formula(paste("FALSE ~", apart))), data = d, weights = d$w, control = vglm.control(epsilon = 1e-14, maxit = 100))
  put(case, "partial.loglik", logLik(g)); co <- coef(g); own <- co[grep(paste0("^", apart), names(co))]
  for (k in seq_along(own)) put(case, paste0("partial.", k), -own[k])
}
