package io.fairlead.app.disclosure;

import java.util.ArrayDeque;
import java.util.Deque;

/// Empty packages for the two custodians of a round. Agreeing on keys is what a package costs, and
/// needs neither a comment nor its writer: it is done before the round is locked, so that its
/// transaction only fills them. What is left over is forgotten.
public final class EscrowBlanks {
  private final CustodianKey first;
  private final CustodianKey second;
  private final Deque<Blank> ready = new ArrayDeque<>();

  /// Both layers of one package.
  record Blank(EscrowLayer.Blank outer, EscrowLayer.Blank inner) {}

  /// @param first who takes off the outer layer
  public EscrowBlanks(CustodianKey first, CustodianKey second) {
    this.first = first;
    this.second = second;
  }

  /// Makes so many.
  ///
  /// @throws IllegalArgumentException when nothing can be closed for one of the keys
  public void prepare(int packages) {
    for (int i = 0; i < packages; i++) {
      ready.add(blank());
    }
  }

  CustodianKey first() {
    return first;
  }

  CustodianKey second() {
    return second;
  }

  /// One that nobody took; made now where none is left.
  Blank take() {
    Blank blank = ready.poll();
    return blank == null ? blank() : blank;
  }

  private Blank blank() {
    return new Blank(EscrowLayer.Blank.of(first), EscrowLayer.Blank.of(second));
  }
}
