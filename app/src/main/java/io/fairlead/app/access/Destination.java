package io.fairlead.app.access;

import java.util.regex.Pattern;

/// Where signing in leads: back to the page that was asked for, never to another site.
final class Destination {
  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\w\\-./?=&%~:@,+]{0,500}");

  private Destination() {}

  static String within(String path) {
    return OURS.matcher(path).matches()
            && !path.startsWith("/sign-")
            && !path.startsWith("/start/")
            && !path.startsWith("/link/")
        ? path
        : "/";
  }
}
