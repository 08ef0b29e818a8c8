package io.fairlead.app.access;

import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.ComposedRoles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Which composed roles carry a permission, for the sentences that say who sees what. It is read
/// anew when the request says that the roles are no longer what was read.
@Component
class RoleBook implements ComposedRoles {
  private final CustomRoleStore roles;
  private final Policy policy;
  private volatile @Nullable Read last;

  RoleBook(CustomRoleStore roles, Policy policy) {
    this.roles = roles;
    this.policy = policy;
  }

  private record Read(String state, Map<String, List<String>> names) {}

  @Override
  public List<String> with(String permission) {
    return names().getOrDefault(permission, List.of());
  }

  private Map<String, List<String>> names() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    Object state =
        request == null
            ? null
            : request.getAttribute(Pages.COMPOSED_ROLES, RequestAttributes.SCOPE_REQUEST);
    if (!(state instanceof String now)) {
      return read();
    }
    if (now.isEmpty()) {
      return Map.of();
    }
    Read known = last;
    if (known == null || !known.state().equals(now)) {
      known = new Read(now, read());
      last = known;
    }
    return known.names();
  }

  /// Without what is no longer in the policy table, which gives nothing.
  private Map<String, List<String>> read() {
    Map<String, List<String>> stored = roles.book();
    Map<String, List<String>> names = new HashMap<>();
    policy.composable().stream()
        .map(PolicyRow::permission)
        .filter(stored::containsKey)
        .forEach(each -> names.put(each, stored.getOrDefault(each, List.of())));
    return Map.copyOf(names);
  }
}
