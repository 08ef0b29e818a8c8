package io.fairlead.app.access;

import io.fairlead.app.audit.Names;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who looked as a role, for the record: "Elif Kaya, looking as HR partner".
@Component
class RolePreviewNames implements Names {
  private final RolePreviewStore store;
  private final Pages pages;

  RolePreviewNames(RolePreviewStore store, Pages pages) {
    this.store = store;
    this.pages = pages;
  }

  @Override
  public Map<UUID, String> of(Collection<UUID> people) {
    Map<UUID, RolePreviewStore.Looking> looking = store.who(people);
    if (looking.isEmpty()) {
      return Map.of();
    }
    Words words = pages.words();
    Map<UUID, String> names = new HashMap<>();
    looking.forEach((person, who) ->
        names.put(
            person,
            words.text(
                "looking.name",
                who.name(),
                who.customRole() != null
                    ? who.customRole()
                    : words.text("role." + Objects.requireNonNullElse(who.role(), "person")))));
    return names;
  }
}
