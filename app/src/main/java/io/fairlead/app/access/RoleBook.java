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
    String now = state();
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

  /// As whoever found out who is asking left it with the request; else asked once a request.
  private String state() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return roles.state();
    }
    if (request.getAttribute(Pages.COMPOSED_ROLES, RequestAttributes.SCOPE_REQUEST)
        instanceof String known) {
      return known;
    }
    String now = roles.state();
    request.setAttribute(Pages.COMPOSED_ROLES, now, RequestAttributes.SCOPE_REQUEST);
    return now;
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
