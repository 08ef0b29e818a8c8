package io.fairlead.methods.framework;

import io.fairlead.methods.framework.DocumentPath.Step;
import io.fairlead.methods.framework.YamlSource.Spot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One change of a YAML text: a piece of it is exchanged, all around it stays.
final class YamlSplice {
  private final YamlSource source;
  private final String text;

  YamlSplice(YamlSource source) {
    this.source = source;
    this.text = source.text();
  }

  /// Exchanges a scalar (or nothing, or what stands in braces or brackets).
  String replace(Spot spot, Object value) {
    Node node = spot.node();
    if (node instanceof CollectionNode<?> collection && !YamlSource.isFlow(collection)) {
      throw new IllegalArgumentException("a section or list cannot become a single value here");
    }
    int start = source.start(node);
    int end = source.end(node);
    if (end == start) {
      return fill(spot, value);
    }
    if (node instanceof ScalarNode scalar && YamlSource.isBlock(scalar)) {
      return replaceBlock(spot, scalar, value);
    }
    boolean alone = !spot.inFlow() && text.substring(end, source.lineEnd(end)).isBlank();
    if (alone && value instanceof String string && YamlWriting.isLong(string)) {
      return exchangeLines(
          start,
          source.lineEnd(end),
          YamlWriting.literal(string, indent(spot) + 2, source.lineBreak()),
          value,
          indent(spot));
    }
    String written =
        node instanceof ScalarNode scalar
            ? YamlWriting.inline(value, spot.inFlow(), scalar.getScalarStyle())
            : YamlWriting.inline(value, spot.inFlow());
    return exchange(start, end, written);
  }

  /// A text block: what follows its `|` on that line, a comment, stays.
  private String replaceBlock(Spot spot, ScalarNode scalar, Object value) {
    int start = source.start(scalar);
    String header = text.substring(start, source.lineEnd(start));
    String comment = header.contains("#") ? " " + header.substring(header.indexOf('#')) : "";
    if (value instanceof String string && YamlWriting.isLong(string)) {
      String literal = YamlWriting.literal(string, indent(spot) + 2, source.lineBreak());
      int headerEnd = literal.indexOf(source.lineBreak());
      return exchangeLines(
          start,
          source.end(scalar),
          literal.substring(0, headerEnd) + comment + literal.substring(headerEnd),
          value,
          indent(spot));
    }
    return exchange(start, source.end(scalar), YamlWriting.inline(value, false) + comment);
  }

  /// Puts a value where a key has none.
  private String fill(Spot spot, Object value) {
    Node key = spot.key();
    int at = source.start(spot.node());
    if (spot.inFlow() || key == null || !(value instanceof Map || value instanceof List)) {
      return exchange(at, at, " " + YamlWriting.inline(value, spot.inFlow()));
    }
    int lineEnd = source.lineEnd(at);
    return exchangeLines(
        lineEnd,
        lineEnd,
        source.lineBreak() + YamlWriting.block(value, source.column(key) + 2, source.lineBreak()),
        value,
        source.column(key));
  }

  private int indent(Spot spot) {
    Node key = spot.key();
    if (key != null) {
      return source.column(key);
    }
    Node parent = spot.parent();
    return parent == null ? 0 : source.column(parent);
  }

  /// Adds a path that is not there yet, with all that is missing on the way.
  String add(DocumentPath path, Object value) {
    int known = path.steps().size();
    Object missing = value;
    while (true) {
      Step last = path.steps().get(known - 1);
      known--;
      Spot around = around(path, known);
      if (around != null || known == 0) {
        return addTo(around, path.steps().subList(0, known), last, missing);
      }
      missing =
          switch (last) {
            case Step.Key(String name) -> Map.of(name, missing);
            case Step.Index _ -> List.of(missing);
          };
    }
  }

  private @Nullable Spot around(DocumentPath path, int steps) {
    if (steps == 0) {
      Node root = source.root();
      return root == null ? null : new Spot(root, null, null, 0, false);
    }
    return source.find(new DocumentPath(path.steps().subList(0, steps))).orElse(null);
  }

  private String addTo(@Nullable Spot around, List<Step> path, Step last, Object value) {
    if (last instanceof Step.Index(int index)) {
      return insert(new DocumentPath(path), index, value);
    }
    String key = ((Step.Key) last).name();
    if (around == null) {
      return appendLine(YamlWriting.entry(key, value, 0, source.lineBreak()));
    }
    return switch (around.node()) {
      case MappingNode mapping when mapping.getValue().isEmpty() ->
          openUp(around, Map.of(key, value));
      case MappingNode mapping when YamlSource.isFlow(mapping) -> {
        int end = source.end(mapping.getValue().getLast().getValueNode());
        yield exchange(end, end, ", " + YamlWriting.inlineEntry(key, value));
      }
      case MappingNode mapping -> addLine(mapping, key, value);
      case Node node when YamlSource.isNothing(node) -> replace(around, Map.of(key, value));
      default -> throw new IllegalArgumentException("there is no section around '" + key + "'");
    };
  }

  private String addLine(MappingNode mapping, String key, Object value) {
    int indent = source.column(mapping.getValue().getFirst().getKeyNode());
    int end = source.lineEnd(source.end(mapping.getValue().getLast().getValueNode()));
    String gap = indent == 0 && value instanceof Map ? source.lineBreak() : "";
    return exchangeLines(
        end,
        end,
        source.lineBreak() + gap + YamlWriting.entry(key, value, indent, source.lineBreak()),
        value,
        indent);
  }

  /// Exchanges empty braces or brackets for lines below the key.
  private String openUp(Spot spot, Object value) {
    int start = source.start(spot.node());
    int end = source.end(spot.node());
    Node key = spot.key();
    if (spot.inFlow() || key == null) {
      return exchange(start, end, YamlWriting.inline(value, true));
    }
    int lineEnd = source.lineEnd(end);
    int head = text.substring(0, start).stripTrailing().length();
    String comment = text.substring(end, lineEnd).stripTrailing();
    return exchangeLines(
        head,
        lineEnd,
        comment
            + source.lineBreak()
            + YamlWriting.block(value, source.column(key) + 2, source.lineBreak()),
        value,
        source.column(key));
  }

  private String appendLine(String line) {
    String gap = text.isEmpty() || text.endsWith("\n") ? "" : source.lineBreak();
    return text + gap + line + source.lineBreak();
  }

  /// A new item before the one with this index, or at the end.
  String insert(DocumentPath list, int index, Object value) {
    Spot spot = source.find(list).orElseThrow(() -> new IllegalArgumentException("no list there"));
    if (!(spot.node() instanceof SequenceNode sequence) || index > sequence.getValue().size()) {
      throw new IllegalArgumentException("no list there, or a shorter one");
    }
    List<Node> items = sequence.getValue();
    if (items.isEmpty()) {
      return openUp(spot, List.of(value));
    }
    if (YamlSource.isFlow(sequence)) {
      String written = YamlWriting.inline(value, true);
      if (index == 0) {
        int start = source.start(items.getFirst());
        return exchange(start, start, written + ", ");
      }
      int end = source.end(items.get(index - 1));
      return exchange(end, end, ", " + written);
    }
    String lines = YamlWriting.block(List.of(value), source.column(sequence), source.lineBreak());
    if (index == 0) {
      int start = source.lineStart(source.start(sequence));
      return exchange(start, start, lines + source.lineBreak());
    }
    int end = source.lineEnd(source.end(items.get(index - 1)));
    return exchangeLines(
        end, end, source.lineBreak() + lines, List.of(value), source.column(sequence));
  }

  /// Cuts a key or an item; lines of comment within it stay.
  String remove(DocumentPath path) {
    Spot spot = source.find(path).orElseThrow();
    return switch (spot.parent()) {
      case MappingNode mapping -> removeEntry(spot, mapping);
      case SequenceNode sequence -> removeItem(path, spot, sequence);
      case null, default ->
          throw new IllegalArgumentException("the whole document cannot be removed");
    };
  }

  private String removeEntry(Spot spot, MappingNode mapping) {
    List<NodeTuple> entries = mapping.getValue();
    Node key = entries.get(spot.index()).getKeyNode();
    int start = source.start(key);
    int end = source.end(spot.node());
    boolean last = spot.index() == entries.size() - 1;
    if (YamlSource.isFlow(mapping)) {
      if (!last) {
        return cut(start, source.start(entries.get(spot.index() + 1).getKeyNode()));
      }
      return cut(
          spot.index() == 0 ? start : source.end(entries.get(spot.index() - 1).getValueNode()),
          end);
    }
    int lineStart = source.lineStart(start);
    String prefix = text.substring(lineStart, start);
    if (prefix.isBlank()) {
      return cutLines(lineStart, end, source.column(key));
    }
    if (last) {
      return exchange(start, end, "{}");
    }
    int next = source.start(entries.get(spot.index() + 1).getKeyNode());
    return exchange(lineStart, next, lines(source.comments(start, next)) + prefix);
  }

  private String removeItem(DocumentPath path, Spot spot, SequenceNode sequence) {
    List<Node> items = sequence.getValue();
    int start = source.start(spot.node());
    int end = source.end(spot.node());
    if (YamlSource.isFlow(sequence)) {
      if (spot.index() < items.size() - 1) {
        return cut(start, source.start(items.get(spot.index() + 1)));
      }
      return cut(spot.index() == 0 ? start : source.end(items.get(spot.index() - 1)), end);
    }
    int dash = text.lastIndexOf('-', start - 1);
    String cut = cutLines(source.lineStart(dash), end, source.column(sequence));
    if (items.size() > 1) {
      return cut;
    }
    DocumentPath list = new DocumentPath(path.steps().subList(0, path.steps().size() - 1));
    Node key = source.find(list).orElseThrow().key();
    if (key == null) {
      throw new IllegalArgumentException("a list without a key cannot be emptied");
    }
    int colon = text.indexOf(':', source.end(key)) + 1;
    return cut.substring(0, colon) + " []" + cut.substring(colon);
  }

  private String cutLines(int lineStart, int end, int column) {
    int next = source.nextLine(end);
    String cut = exchange(lineStart, next, lines(source.comments(lineStart, next)));
    return source.followsTextBlock(lineStart) ? commentsMovedOut(cut, lineStart, column) : cut;
  }

  private String cut(int start, int end) {
    List<String> comments = source.comments(start, end);
    return exchange(
        start, end, comments.isEmpty() ? "" : source.lineBreak() + lines(comments) + "  ");
  }

  private String lines(List<String> comments) {
    StringBuilder lines = new StringBuilder();
    comments.forEach(comment -> lines.append(comment).append(source.lineBreak()));
    return lines.toString();
  }

  /// Lines of a value whose key or dash stands in this column.
  private String exchangeLines(int start, int end, String written, Object value, int column) {
    String exchanged = exchange(start, end, written);
    return YamlWriting.endsInTextBlock(value)
        ? commentsMovedOut(exchanged, lineAfter(exchanged, start + written.length()), column)
        : exchanged;
  }

  private static int lineAfter(String edited, int offset) {
    int end = edited.indexOf('\n', offset);
    return end < 0 ? edited.length() : end + 1;
  }

  /// Comment lines that stand deeper than this column below a text block would become part of it:
  /// they move out to the column.
  private static String commentsMovedOut(String edited, int from, int column) {
    StringBuilder moved = new StringBuilder(edited.substring(0, from));
    String rest = edited.substring(from);
    while (!rest.isEmpty()) {
      int next = rest.indexOf('\n') + 1;
      String line = next == 0 ? rest : rest.substring(0, next);
      String content = line.stripLeading();
      int depth = line.length() - content.length();
      if (!content.isEmpty() && (!content.startsWith("#") || depth <= column)) {
        break;
      }
      moved.append(content.isEmpty() ? line : " ".repeat(column) + content);
      rest = rest.substring(line.length());
    }
    return moved.append(rest).toString();
  }

  /// A last line that a text block may end with is closed, or the block would lose its own line
  /// break.
  private String exchange(int start, int end, String written) {
    boolean endsInText = end == text.length() && written.contains(source.lineBreak());
    String close = endsInText && !written.endsWith(source.lineBreak()) ? source.lineBreak() : "";
    return text.substring(0, start) + written + close + text.substring(end);
  }
}
