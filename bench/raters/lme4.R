# Fits the same model with lme4 and says what it took: Rscript lme4.R FILE
suppressMessages(library(lme4))
ratings <- read.csv(commandArgs(TRUE)[1])
took <- system.time(model <- lmer(rating ~ 1 + (1 | rater) + (1 | ratee), ratings, REML = TRUE))
variances <- as.data.frame(VarCorr(model))$vcov
cat(sprintf("lme4 %s: %.2f s of CPU for the fit alone\n", packageVersion("lme4"), sum(took[1:2])))
cat(sprintf("criterion %.6f, raters %.8f, ratees %.8f, residual %.8f\n",
            REMLcrit(model), variances[1], variances[2], variances[3]))
