package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;

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
          viewer.roles().contains(Role.PEOPLE_OPS)
              || viewer.roles().contains(Role.EXECUTIVE)
              || viewer.roles().contains(Role.IT_ADMINISTRATOR);
      case ACCESS, SERVICES, WEBHOOKS, DATA_RIGHTS ->
          viewer.roles().contains(Role.PEOPLE_OPS)
              || viewer.roles().contains(Role.IT_ADMINISTRATOR)
              || viewer.roles().contains(Role.AUDITOR);
      case MESSAGES, CHECKS ->
          viewer.roles().contains(Role.PEOPLE_OPS)
              || viewer.roles().contains(Role.IT_ADMINISTRATOR);
      case RECORD -> viewer.roles().contains(Role.AUDITOR);
    };
  }
}
