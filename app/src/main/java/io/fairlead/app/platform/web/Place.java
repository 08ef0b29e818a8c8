package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Viewer;

/// A place on the rail. A place appears once some module answers its address.
public enum Place {
  HOME("/", "home"),
  GOALS("/goals", "goals"),
  MEASURES("/measures", "measures"),
  FEEDBACK("/feedback", "feedback"),
  GROWTH("/growth", "growth"),
  PEOPLE("/people", "people"),
  STUDIO("/studio", "studio"),
  ACCOUNT("/account", "account"),
  /// Pages that belong to no place, such as one that says why something is refused.
  NOWHERE("", "nowhere");

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

  /// The letter that goes there after `g`: its first, but where goals have that one already.
  public String letter() {
    return this == GROWTH ? "r" : icon.substring(0, 1);
  }

  /// Whether it has a place on a phone's bar, which holds four and the menu that holds the others.
  public boolean onBar() {
    return everyday() && this != GROWTH && this != PEOPLE;
  }

  /// The message key of its name.
  public String key() {
    return "place." + icon;
  }

  /// Whether it belongs to everyday work; the others stand at the foot of the rail.
  public boolean everyday() {
    return this != STUDIO && this != ACCOUNT;
  }

  /// Whether the viewer has business there.
  boolean isFor(Viewer viewer) {
    return this != STUDIO || StudioPart.anyFor(viewer);
  }
}
