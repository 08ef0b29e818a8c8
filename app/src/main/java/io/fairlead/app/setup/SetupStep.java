package io.fairlead.app.setup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A step of the first run, with the page on which it is taken.
enum SetupStep {
  ORGANISATION("/setup/organisation"),
  AIMS("/setup/aims"),
  PEOPLE("/setup/people"),
  OBJECTIVE("/setup/objective"),
  READERS("/setup/readers"),
  CHECKS("/studio/checks"),
  PEOPLE_FILE("/people/import"),
  SHAPE("/people/shape"),
  SCOPES("/studio/access/hr-partners"),
  FRAMEWORK("/studio/framework/edit"),
  PAPER("/studio/data-rights/paper"),
  PILOT("/studio/access/invitations");

  private static final List<SetupStep> SMALL =
      List.of(ORGANISATION, AIMS, PEOPLE, OBJECTIVE, READERS);
  private static final List<SetupStep> LARGE =
      List.of(ORGANISATION, CHECKS, PEOPLE_FILE, SHAPE, SCOPES, FRAMEWORK, PAPER, PILOT);

  private final String path;

  SetupStep(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<SetupStep> find(String code) {
    return Stream.of(values()).filter(step -> step.code().equals(code)).findFirst();
  }

  /// The steps of an organisation of some forty, or of some thousand.
  static List<SetupStep> of(Way way) {
    return way == Way.SMALL ? SMALL : LARGE;
  }

  /// How an organisation gets in.
  enum Way {
    SMALL,
    LARGE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
