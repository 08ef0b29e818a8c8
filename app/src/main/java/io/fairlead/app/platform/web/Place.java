package io.fairlead.app.platform.web;

/// A place on the rail. A place appears once a module that lives there registers it (`RailEntry`).
public enum Place {
  HOME("/", "home"),
  GOALS("/goals", "goals"),
  PEOPLE("/people", "people"),
  STUDIO("/studio", "studio"),
  ACCOUNT("/account", "account");

  private final String path;
  private final String icon;

  Place(String path, String icon) {
    this.path = path;
    this.icon = icon;
  }

  public String path() {
    return path;
  }

  public String icon() {
    return icon;
  }

  /// The message key of its name.
  public String key() {
    return "place." + icon;
  }
}
