package io.fairlead.app.platform.words;

import java.util.List;

/// The roles that the organisation composed itself, by what they permit: whatever tells people who
/// sees something names them.
public interface ComposedRoles {
  /// Before anything is composed, and where no database is to be asked.
  ComposedRoles NONE = permission -> List.of();

  /// The names of those that carry the permission, such as `person.read.contact`.
  List<String> with(String permission);
}
