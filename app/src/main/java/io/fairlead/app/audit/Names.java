package io.fairlead.app.audit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What people and programs are called today, for showing the record, which holds ids only.
/// Answered by whoever owns identities, one bean each; somebody whose identity was erased is
/// missing.
public interface Names {
  Map<UUID, String> of(Collection<UUID> people);
}
