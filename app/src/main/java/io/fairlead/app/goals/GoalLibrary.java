package io.fairlead.app.goals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The examples that come with the product, by function and situation; read once, from
/// `library/goals/<function>.yaml`.
@Component
public class GoalLibrary {
  private final List<GoalExample> examples =
      Stream.of(BusinessFunction.values())
          .map(GoalLibrary::file)
          .flatMap(Collection::stream)
          .toList();

  private static List<GoalExample> file(BusinessFunction function) {
    String name = "/library/goals/" + function.code() + ".yaml";
    try (InputStream resource = GoalLibrary.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("no " + name);
      }
      return GoalLibraryFile.read(
          name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<GoalExample> all() {
    return examples;
  }

  Optional<GoalExample> find(String id) {
    return examples.stream().filter(example -> example.id().equals(id)).findFirst();
  }

  /// Those that fit, in the order of the library.
  ///
  /// @param function null for every function
  /// @param situation null for every situation
  /// @param search words that all have to occur, wherever
  List<GoalExample> matching(
      @Nullable BusinessFunction function, @Nullable Situation situation, String search) {
    List<String> words =
        Stream.of(lower(search).split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    return examples.stream()
        .filter(example -> function == null || example.function() == function)
        .filter(example -> situation == null || example.situation() == situation)
        .filter(example -> words.stream().allMatch(text(example)::contains))
        .toList();
  }

  private static String text(GoalExample example) {
    StringBuilder text = new StringBuilder();
    text.append(example.title()).append('\n').append(example.why()).append('\n');
    text.append(example.question()).append('\n');
    for (ExampleKeyResult one : example.keyResults()) {
      text.append(one.title()).append('\n').append(one.watch()).append('\n');
    }
    return lower(text.toString());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
