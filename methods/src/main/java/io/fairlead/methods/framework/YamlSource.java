package io.fairlead.methods.framework;

import io.fairlead.methods.framework.DocumentPath.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A YAML text with its nodes, and where in the text each begins and ends. Offsets count characters
/// of the Java string.
final class YamlSource {
  private final String text;
  private final @Nullable Node root;
  private final BitSet contentLines = new BitSet();
  private final BitSet textBlockLines = new BitSet();

  /// @throws IllegalArgumentException if the text cannot be read as YAML
  YamlSource(String text) {
    this.text = text;
    Composition.Composed composed = Composition.of(text);
    if (!composed.problems().isEmpty()) {
      throw new IllegalArgumentException("not readable: " + composed.problems());
    }
    root = composed.root();
    if (root != null) {
      markContent(root);
    }
  }

  /// A node with what stands around it: the key it is the value of (null in a list and at the
  /// root), whether it stands inside braces or brackets, and its place among its siblings.
  record Spot(Node node, @Nullable Node parent, @Nullable Node key, int index, boolean inFlow) {}

  String text() {
    return text;
  }

  @Nullable Node root() {
    return root;
  }

  Optional<Spot> find(DocumentPath path) {
    Spot spot = root == null ? null : new Spot(root, null, null, 0, false);
    for (Step step : path.steps()) {
      if (spot == null) {
        return Optional.empty();
      }
      spot =
          switch (step) {
            case Step.Key(String name) -> child(spot, name);
            case Step.Index(int index) -> item(spot, index);
          };
    }
    return Optional.ofNullable(spot);
  }

  private static @Nullable Spot child(Spot spot, String name) {
    if (!(spot.node() instanceof MappingNode mapping)) {
      return null;
    }
    List<NodeTuple> entries = mapping.getValue();
    for (int i = 0; i < entries.size(); i++) {
      Node key = entries.get(i).getKeyNode();
      if (key instanceof ScalarNode scalar && scalar.getValue().equals(name)) {
        boolean inFlow = spot.inFlow() || isFlow(mapping);
        return new Spot(entries.get(i).getValueNode(), mapping, key, i, inFlow);
      }
    }
    return null;
  }

  private static @Nullable Spot item(Spot spot, int index) {
    if (!(spot.node() instanceof SequenceNode sequence) || index >= sequence.getValue().size()) {
      return null;
    }
    boolean inFlow = spot.inFlow() || isFlow(sequence);
    return new Spot(sequence.getValue().get(index), sequence, null, index, inFlow);
  }

  static boolean isFlow(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  static boolean isNothing(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  int start(Node node) {
    return offset(node.getStartMark().orElseThrow());
  }

  int column(Node node) {
    return node.getStartMark().orElseThrow().getColumn();
  }

  /// Just after the last character that belongs to the node, comments and blank lines after it
  /// excluded.
  int end(Node node) {
    return switch (node) {
      case MappingNode mapping when !isFlow(mapping) ->
          end(mapping.getValue().getLast().getValueNode());
      case SequenceNode sequence when !isFlow(sequence) -> end(sequence.getValue().getLast());
      case ScalarNode scalar when isBlock(scalar) -> blockEnd(scalar);
      default -> offset(node.getEndMark().orElseThrow());
    };
  }

  static boolean isBlock(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.LITERAL
        || scalar.getScalarStyle() == ScalarStyle.FOLDED;
  }

  private int blockEnd(ScalarNode scalar) {
    int start = start(scalar);
    int end = offset(scalar.getEndMark().orElseThrow());
    boolean keepsBlankLines = text.substring(start, lineEnd(start)).split("#")[0].contains("+");
    if (keepsBlankLines) {
      return end > start && text.charAt(end - 1) == '\n' ? end - 1 : end;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /// Where the line's break begins, or the text ends.
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /// Where the next line begins, or the text ends.
  int nextLine(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /// The whole lines within the range that hold nothing but a comment.
  List<String> comments(int from, int to) {
    List<String> comments = new ArrayList<>();
    for (int at = lineStart(from); at < to; at = nextLine(at)) {
      String line = text.substring(at, lineEnd(at));
      if (at >= from && line.stripLeading().startsWith("#") && !contentLines.get(lineOf(at))) {
        comments.add(line);
      }
      if (nextLine(at) == text.length()) {
        break;
      }
    }
    return comments;
  }

  /// How many lines hold nothing but a comment, and which.
  List<String> comments() {
    return comments(0, text.length());
  }

  /// Whether the last thing before this place is a text block, which would take in a deeper comment
  /// below it.
  boolean followsTextBlock(int offset) {
    String before = text.substring(0, offset).stripTrailing();
    return !before.isEmpty() && textBlockLines.get(lineOf(before.length()));
  }

  private int lineOf(int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /// Lines that a text spans after its first, where `#` begins no comment.
  private void markContent(Node node) {
    switch (node) {
      case MappingNode mapping ->
          mapping
              .getValue()
              .forEach(entry -> {
                markContent(entry.getKeyNode());
                markContent(entry.getValueNode());
              });
      case SequenceNode sequence -> sequence.getValue().forEach(this::markContent);
      case ScalarNode scalar -> {
        int first = scalar.getStartMark().orElseThrow().getLine();
        int last = lineOf(end(scalar));
        if (last > first) {
          contentLines.set(first + 1, last + 1);
        }
        if (isBlock(scalar)) {
          textBlockLines.set(first, last + 1);
        }
      }
      default -> {}
    }
  }

  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
