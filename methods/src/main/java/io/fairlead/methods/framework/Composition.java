package io.fairlead.methods.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// A text as YAML nodes with their marks, or why it is no YAML that we read. Events are walked
/// before nodes are built, so that neither depth nor aliases can cost more than the text is long.
final class Composition {
  private static final int DEEPEST = 20;

  private final String text;
  private final List<Problem> problems = new ArrayList<>();

  private Composition(String text) {
    this.text = text;
  }

  /// The root node (null for an empty text) unless there are problems.
  record Composed(@Nullable Node root, List<Problem> problems) {}

  static Composed of(String text) {
    return new Composition(text).compose();
  }

  private Composed compose() {
    if (text.length() > FrameworkDocument.LONGEST) {
      add(
          "too-large",
          1,
          1,
          "the document is longer than " + FrameworkDocument.LONGEST + " characters",
          null);
      return new Composed(null, problems);
    }
    try {
      checkEvents();
      if (!problems.isEmpty()) {
        return new Composed(null, problems);
      }
      Optional<Node> root = new Compose(settings()).composeString(text);
      return new Composed(root.orElse(null), problems);
    } catch (MarkedYamlEngineException e) {
      problems.clear();
      broken(e);
    } catch (YamlEngineException e) {
      add(
          "syntax",
          1,
          1,
          "this is not readable as YAML: " + firstLine(String.valueOf(e.getMessage())),
          null);
    }
    return new Composed(null, problems);
  }

  private static LoadSettings settings() {
    return LoadSettings.builder()
        .setSchema(new CoreSchema())
        .setUseMarks(true)
        .setAllowNonScalarKeys(true)
        .setCodePointLimit(4 * FrameworkDocument.LONGEST)
        .build();
  }

  private void checkEvents() {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings()).parseString(text)) {
      if (event instanceof DocumentStartEvent && ++documents == 2) {
        add(
            "several-documents",
            event,
            "a second document starts here",
            "keep one document, without '---' inside");
        return;
      }
      if (event instanceof AliasEvent) {
        add("alias", event, "aliases (*name) are not read here", "write the value out");
      } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
        add(
            "anchor",
            event,
            "anchors (&name) are not read here",
            "remove '&" + node.getAnchor().get().getValue() + "'");
      }
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST) {
        add(
            "too-deep",
            event,
            "lists and sections are nested more than " + DEEPEST + " deep",
            null);
        return;
      }
    }
  }

  private void broken(MarkedYamlEngineException e) {
    tabs();
    if (!problems.isEmpty()) {
      return;
    }
    Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
    String problem = String.valueOf(e.getProblem());
    String said = e.getContext() == null ? problem : e.getContext() + ", " + problem;
    add(
        "syntax",
        mark == null ? 1 : mark.getLine() + 1,
        mark == null ? 1 : mark.getColumn() + 1,
        "this is not valid YAML: " + firstLine(said),
        remedy(said));
  }

  /// Tabs are only looked for in a text that could not be read: inside a text block they are fine.
  private void tabs() {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int tab = lines.get(i).indexOf('\t');
      if (tab >= 0 && lines.get(i).substring(0, tab).isBlank()) {
        add("tab", i + 1, tab + 1, "a tab in the indentation", "indent with two spaces instead");
      }
    }
  }

  private static @Nullable String remedy(String said) {
    if (said.contains("mapping values are not allowed")) {
      return "put a value that contains ': ' in quotes, or check the indentation";
    }
    if (said.contains("scanning a quoted scalar")
        || said.contains("found unexpected end of stream")) {
      return "a quote is opened and not closed";
    }
    if (said.contains("flow sequence") || said.contains("flow mapping")) {
      return "a bracket or brace is opened and not closed, or a comma is missing";
    }
    if (said.contains("could not find expected ':'")) {
      return "a key needs ': ' after it";
    }
    if (said.contains("block mapping")
        || said.contains("block collection")
        || said.contains("block end")) {
      return "keys of one section must start in the same column";
    }
    if (said.contains("cannot start any token")) {
      return "put a value that starts with this character in quotes";
    }
    return null;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  private void add(String code, Event event, String message, @Nullable String remedy) {
    Mark mark = event.getStartMark().orElseThrow();
    add(code, mark.getLine() + 1, mark.getColumn() + 1, message, remedy);
  }

  private void add(String code, int line, int column, String message, @Nullable String remedy) {
    problems.add(new Problem(code, line, column, "", message, remedy));
  }
}
