package io.fairlead.app.platform.web;

import org.jspecify.annotations.Nullable;

/// One of a few, as a link: a segment, a tab, a page. `count` stands behind a tab's word.
public record Choice(String words, String href, boolean chosen, @Nullable String count) {
  public static Choice of(String words, String href, boolean chosen) {
    return new Choice(words, href, chosen, null);
  }

  public Choice counting(long things) {
    return new Choice(words, href, chosen, Long.toString(things));
  }
}
