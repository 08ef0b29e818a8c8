package io.fairlead.app.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One people file on its way: what it is, what it would change or did.
///
/// @param absent what happens to people who are not in it
/// @param effective the day from which its changes hold
/// @param doneRows how far the present step is, of `totalRows`
/// @param activeBefore how many work here on that day before it is applied
/// @param leaving of whom the file says, or by not naming them means, that they leave
/// @param waitingLines people who would come or stay, whose manager's own row is parked
/// @param sync it was sent to be applied at once
/// @param asOf the day of which a synced file tells
/// @param mapping the saved mapping by which its columns were understood
/// @param stoppedBy why applying or undoing stopped: a refusal's code
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportRun(
    UUID id,
    String format,
    String fileName,
    String charset,
    String separator,
    List<String> header,
    Absent absent,
    LocalDate effective,
    State state,
    int totalRows,
    int doneRows,
    int activeBefore,
    int newPeople,
    int changed,
    int unchanged,
    int leaving,
    int problemRows,
    int waitingLines,
    @Nullable String stoppedBy,
    Instant madeAt,
    UUID madeBy,
    @Nullable Instant appliedAt,
    @Nullable Instant undoneAt,
    boolean sync,
    @Nullable LocalDate asOf,
    @Nullable String mapping) {
  public ImportRun {
    header = List.copyOf(header);
  }

  public enum State {
    CHECKING,
    READY,
    APPLYING,
    APPLIED,
    UNDOING,
    UNDONE,
    DISCARDED;

    @com.fasterxml.jackson.annotation.JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Absent {
    LEAVE,
    STAY;

    @com.fasterxml.jackson.annotation.JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether more than 5 % would leave, which stops until somebody confirms the number.
  public boolean manyLeave() {
    return leaving * 20L > activeBefore;
  }

  /// Whether the server is still busy with it.
  public boolean isBusy() {
    return state == State.CHECKING || state == State.APPLYING || state == State.UNDOING;
  }
}
