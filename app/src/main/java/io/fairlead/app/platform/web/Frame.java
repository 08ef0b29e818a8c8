package io.fairlead.app.platform.web;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import org.jspecify.annotations.Nullable;

/// What surrounds a page: its words, who is looking, where it stands, and what the browser must
/// send back. `viewer` is null only on pages for people who are not signed in.
///
/// @param title the page's heading and, with the organisation's name, its window title
/// @param demo whether the striped demo header shows
/// @param theme `light`, `dark` or `auto`, from the browser's cookie
/// @param fragment whether only the page's main part is wanted (htmx asked)
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
    boolean fragment) {}
