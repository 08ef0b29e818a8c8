package io.fairlead.app.platform.policy;

import io.fairlead.app.platform.Viewer;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Says of many records at once which of them somebody may read: a module's bean for each type of
/// record of which others are told by id. One statement, with the viewer's access in its condition.
public interface ReadableRecords {
  /// The record type, such as `objective`.
  String recordType();

  /// The scope a token needs to read such records, such as `goals:read`.
  String scope();

  /// Those of the records that the viewer may read.
  Set<UUID> among(Viewer viewer, Collection<UUID> records);
}
