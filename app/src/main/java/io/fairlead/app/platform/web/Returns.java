package io.fairlead.app.platform.web;

/// Where a form wants to return to, held within this server.
public final class Returns {
  private Returns() {}

  /// The path as given if it is one of ours, else the first page: never another host's address.
  public static String within(String path) {
    boolean ours =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.chars().allMatch(character -> character > ' ' && character != '\\');
    return ours ? path : "/";
  }
}
