package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import java.util.Arrays;

/// The parts of the studio. One appears once some module answers its address, to those who have
/// business in it; what they may see there is decided by the policy table alone.
public enum StudioPart {
  FRAMEWORK("/studio/framework", "framework"),
  RUNNING("/studio/running", "running"),
  ACCESS("/studio/access", "access"),
  SERVICES("/studio/services", "services"),
  MESSAGES("/studio/messages", "messages"),
  WEBHOOKS("/studio/webhooks", "webhooks"),
  CHECKS("/studio/checks", "checks"),
  RECORD("/studio/audit", "record"),
  DATA_RIGHTS("/studio/data-rights", "data-rights");

  private final String path;
  private final String code;

  StudioPart(String path, String code) {
    this.path = path;
    this.code = code;
  }

  public String path() {
    return path;
  }

  /// The message key of its name.
  public String key() {
    return "studio." + code;
  }

  boolean isFor(Viewer viewer) {
    return switch (this) {
      case FRAMEWORK -> true;
      case RUNNING ->
          holds(viewer, Role.PEOPLE_OPS, Role.EXECUTIVE, Role.IT_ADMINISTRATOR)
              || permits(viewer, "running.read.counts");
      case ACCESS ->
          holds(viewer, Role.PEOPLE_OPS, Role.IT_ADMINISTRATOR, Role.AUDITOR)
              || permits(viewer, "role.read.all", "account.read.sign-in")
              || viewer.givesRoles();
      case SERVICES -> holds(viewer, Role.PEOPLE_OPS, Role.IT_ADMINISTRATOR, Role.AUDITOR);
      case WEBHOOKS ->
          holds(viewer, Role.PEOPLE_OPS, Role.IT_ADMINISTRATOR, Role.AUDITOR)
              || permits(viewer, "webhook.read.all");
      case DATA_RIGHTS ->
          holds(viewer, Role.PEOPLE_OPS, Role.IT_ADMINISTRATOR, Role.AUDITOR)
              || permits(viewer, "retention.read.all", "processing-record.read.all");
      case MESSAGES ->
          holds(viewer, Role.PEOPLE_OPS, Role.IT_ADMINISTRATOR) || permits(viewer, "mail.read.all");
      case CHECKS ->
          holds(viewer, Role.PEOPLE_OPS, Role.IT_ADMINISTRATOR)
              || permits(viewer, "setup.read.server");
      case RECORD -> holds(viewer, Role.AUDITOR);
    };
  }

  /// Whether the viewer has business in the studio at all.
  static boolean anyFor(Viewer viewer) {
    return permits(viewer, "framework.change.document")
        || Arrays.stream(values()).anyMatch(part -> part != FRAMEWORK && part.isFor(viewer));
  }

  private static boolean holds(Viewer viewer, Role... roles) {
    return Arrays.stream(roles).anyMatch(viewer::has);
  }

  private static boolean permits(Viewer viewer, String... permissions) {
    return Arrays.stream(permissions).anyMatch(viewer::mayByComposedRole);
  }
}
