package io.fairlead.app.platform.personal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A module's part of what the product holds about people; each module that has a column with a
/// person in it declares one bean of this, and a test fails on a column that nobody declares.
public interface PersonalData {
  List<PersonalRecord> personalRecords();

  /// What its statements see beside `:person`, under names that no other module uses.
  ///
  /// @param reader who is told: the person, or somebody who takes it along for them
  default Map<String, Object> parameters(UUID person, UUID reader) {
    return Map.of();
  }

  /// What of it can be kept for a time only.
  default List<RetainedRecord> retainedRecords() {
    return List.of();
  }

  /// Where something of it goes outside of this server, as it is set up now.
  default List<Recipient> recipients() {
    return List.of();
  }
}
