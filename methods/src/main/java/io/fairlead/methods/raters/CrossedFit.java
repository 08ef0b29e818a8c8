package io.fairlead.methods.raters;

import java.util.List;

/// A crossed mixed model as it was fitted.
///
/// @param status OK, ZERO_VARIANCE where nothing varies or nothing is left unexplained, TOO_FEW
///   where there are no more ratings than fixed effects, or NOT_CONVERGED; figures only if OK
/// @param criterion −2 ln of the restricted likelihood, as R's lme4 has it
/// @param isExact whether it was solved exactly; else the conditional deviations and the criterion
///   are estimates from random probes
/// @param ofRaters the variance between raters, in squared points
/// @param ofRatees the variance between ratees
/// @param residual the variance that is left
/// @param fixed in the order of the names of the fixed effects
/// @param raters how much higher each rates than raters do on average: below 0 is severe
/// @param ratees how much higher each is rated than ratees are on average, severity aside
/// @param steps that the fit took
public record CrossedFit(
    RaterStatus status,
    double criterion,
    boolean isExact,
    double ofRaters,
    double ofRatees,
    double residual,
    List<Effect> fixed,
    List<Effect> raters,
    List<Effect> ratees,
    int steps) {

  public CrossedFit {
    fixed = List.copyOf(fixed);
    raters = List.copyOf(raters);
    ratees = List.copyOf(ratees);
  }

  static CrossedFit without(RaterStatus status) {
    return new CrossedFit(status, 0, true, 0, 0, 0, List.of(), List.of(), List.of(), 0);
  }
}
