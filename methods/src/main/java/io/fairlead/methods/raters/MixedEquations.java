package io.fairlead.methods.raters;

/// The system M = I + ΛZᵀZΛ of a crossed mixed model, Z the two factors and Λ their standard
/// deviations in units of the residual one. The block of the larger factor is diagonal and is
/// eliminated; what is left is its Schur complement.
interface MixedEquations {

  /// Puts M⁻¹w in the place of each w.
  ///
  /// @param large the part of each w that belongs to the larger factor
  void solve(double[][] large, double[][] small);

  /// ln |M|.
  double logDeterminant();

  /// Whether determinant and diagonals are exact, or estimated by probes.
  boolean isExact();

  /// The diagonal of M⁻¹ that belongs to the larger factor.
  double[] largeDiagonal();

  double[] smallDiagonal();
}
