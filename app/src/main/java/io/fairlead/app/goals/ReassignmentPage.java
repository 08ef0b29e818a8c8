package io.fairlead.app.goals;

import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.SeenBy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Giving an objective or a key result to somebody else.
///
/// @param action where the form goes
/// @param holder whose it is now
/// @param left whether they work here no more
/// @param answers who answers for the objective of a key result; null for an objective
/// @param people whom the form offers as one types
public record ReassignmentPage(
    UUID objective,
    String title,
    String action,
    String holder,
    boolean left,
    @Nullable String answers,
    List<String> people,
    FormState form,
    String key,
    SeenBy seenBy) {
  public ReassignmentPage {
    people = List.copyOf(people);
  }
}
