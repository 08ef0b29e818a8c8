package io.fairlead.methods.table;

import java.util.regex.Pattern;

/// Cells that a spreadsheet would run as a formula when someone opens an exported file: those that
/// begin with `=`, `+`, `-`, `@`, a tab or a line end (OWASP, *CSV Injection*). Export puts an
/// apostrophe in front, import takes it away again, and text that had one of its own gets a second,
/// so that every text survives the round trip. Plain numbers, negative ones too, are left alone.
///
/// `=1+1` → `'=1+1` → `=1+1`, and `-5` → `-5`.
public final class Formulas {
  private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?");

  private Formulas() {}

  /// As to be exported.
  public static String neutralised(String cell) {
    boolean harmless = !DANGEROUS.matcher(cell).matches() || NUMBER.matcher(cell).matches();
    return harmless ? cell : "'" + cell;
  }

  /// As it was before [#neutralised].
  public static String restored(String cell) {
    return cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
