package io.fairlead.app.goals;

import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The goal library as the editor offers it: what was asked for, and what fits.
///
/// @param function `sales`, or empty for all
/// @param situation `launch`, or empty for all
/// @param search words that all occur in an example
/// @param cycle that the objective is to be written for
public record GoalLibraryPage(
    String function, String situation, String search, String cycle, List<GoalExample> found) {
  public GoalLibraryPage {
    found = List.copyOf(found);
  }

  public List<Option> functions(Words words) {
    return Stream.concat(
            Stream.of(new Option("", words.text("editor.library.any"))),
            Stream.of(BusinessFunction.values())
                .map(each ->
                    new Option(each.code(), words.text("editor.library.function." + each.code()))))
        .toList();
  }

  public List<Option> situations(Words words) {
    return Stream.concat(
            Stream.of(new Option("", words.text("editor.library.any"))),
            Stream.of(Situation.values())
                .map(each ->
                    new Option(each.code(), words.text("editor.library.situation." + each.code()))))
        .toList();
  }

  /// Where the editor opens with the example.
  public String href(GoalExample example) {
    return "/goals/new?cycle="
        + URLEncoder.encode(cycle, StandardCharsets.UTF_8)
        + "&example="
        + example.id();
  }
}
