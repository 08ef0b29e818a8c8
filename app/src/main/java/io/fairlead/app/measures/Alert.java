package io.fairlead.app.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a measure's owner should look at: a value that says something, or a threshold that was
/// crossed. It stands until somebody says what it was.
///
/// @param rule the signal's rule, or the zone that was entered
/// @param worse whether it went the wrong way; null where neither way is wrong
/// @param answeredAt null while it stands
/// @param answeredBy null while it stands, or when the name is known no longer
public record Alert(
    UUID id,
    UUID measure,
    Slice slice,
    Kind kind,
    String rule,
    LocalDate day,
    double value,
    @Nullable Boolean worse,
    @Nullable Instant answeredAt,
    @Nullable String answeredBy,
    String answer) {

  /// What made it.
  public enum Kind {
    SIGNAL("signal"),
    THRESHOLD("threshold");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /// As it is stored, sent and read.
    public String code() {
      return code;
    }

    static Kind of(String code) {
      return Arrays.stream(values())
          .filter(each -> each.code.equals(code))
          .findFirst()
          .orElseThrow();
    }
  }

  public boolean stands() {
    return answeredAt == null;
  }
}
