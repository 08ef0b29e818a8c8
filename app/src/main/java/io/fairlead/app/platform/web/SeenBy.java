package io.fairlead.app.platform.web;

import io.fairlead.app.platform.words.Words;
import java.util.List;

/// The seen-by line: one sentence that says who can read what stands below it, made from the policy
/// rows, and the address of the row it comes from.
public record SeenBy(String sentence, String href) {

  /// A sentence about the built-in readers of a class of fields, followed by the roles that the
  /// organisation composed and that read them too.
  public static SeenBy of(Words words, String sentence, String recordType, String fields) {
    List<String> composed = words.composedRoles(recordType + ".read." + fields);
    return new SeenBy(
        composed.isEmpty()
            ? sentence
            : sentence + " " + words.text("seen-by.composed", String.join(", ", composed)),
        "/policy#" + recordType + "-" + fields);
  }
}
