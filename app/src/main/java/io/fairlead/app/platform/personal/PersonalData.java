package io.fairlead.app.platform.personal;

import java.util.List;

/// A module's part of what the product holds about people; each module that has a column with a
/// person in it declares one bean of this, and a test fails on a column that nobody declares.
public interface PersonalData {
  List<PersonalRecord> personalRecords();

  /// What of it can be kept for a time only.
  default List<RetainedRecord> retainedRecords() {
    return List.of();
  }

  /// Where something of it goes outside of this server, as it is set up now.
  default List<Recipient> recipients() {
    return List.of();
  }
}
