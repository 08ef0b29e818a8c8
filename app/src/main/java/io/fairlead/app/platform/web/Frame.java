package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What surrounds a page: its words, who is looking, where it stands, and what the browser must
/// send back. `viewer` is null only on pages for people who are not signed in.
///
/// @param title the page's heading and, with the organisation's name, its window title
/// @param demo whether the striped demo header shows
/// @param theme `light`, `dark` or `auto`, from the browser's cookie
/// @param path the address that was asked for, without its query
/// @param fragment whether only the stage (main part and drawer) is wanted (htmx or the kit asked)
/// @param places what stands on the viewer's rail
/// @param toast what the act before this page left to be said, with its undo
/// @param unread how much the viewer was told and has not read, counted up to a hundred
/// @param settingUp whether whoever looks is on their way through the first run
/// @param preview what the role is called that the viewer looks as; empty: as themselves
public record Frame(
    Words words,
    @Nullable Viewer viewer,
    String title,
    Place place,
    @Nullable SeenBy seenBy,
    String csrfToken,
    boolean demo,
    String theme,
    String path,
    boolean fragment,
    List<Place> places,
    Optional<Toast> toast,
    Assets assets,
    Set<String> routes,
    int unread,
    boolean settingUp,
    String preview) {

  /// The address of a file below `assets/`, with the hash of its content.
  public String asset(String file) {
    return assets.address(file);
  }

  /// Whether this place is where the page stands.
  public boolean at(Place other) {
    return place == other;
  }

  /// `12`, or `99+`; empty when there is nothing to read.
  public String unreadCount() {
    return unread == 0 ? "" : unread > 99 ? "99+" : Integer.toString(unread);
  }

  /// Whether some module answers this address.
  public boolean answers(String route) {
    return routes.contains(route);
  }

  public boolean has(Place other) {
    return places.contains(other);
  }

  /// The parts of the studio, on its pages; empty where there is but one.
  public List<Choice> studio() {
    Viewer who = viewer;
    if (who == null || place != Place.STUDIO || !has(Place.STUDIO)) {
      return List.of();
    }
    List<Choice> parts =
        Arrays.stream(StudioPart.values())
            .filter(part -> answers(part.path()) && part.isFor(who))
            .map(part ->
                Choice.of(words.text(part.key()), part.path(), path.startsWith(part.path())))
            .toList();
    return parts.size() < 2 ? List.of() : parts;
  }

  /// The same frame for a part of the page that other people see.
  public Frame seenBy(@Nullable SeenBy other) {
    return new Frame(
        words, viewer, title, place, other, csrfToken, demo, theme, path, fragment, places, toast,
        assets, routes, unread, settingUp, preview);
  }
}
