package io.fairlead.app.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a lesson as a page shows it: of Markdown, what lessons use. Whatever else is in it
/// stands there as it was written.
public record Prose(List<Block> blocks) {
  private static final Pattern STRESSED =
      Pattern.compile(
          "\\*\\*(?<strong>[^*]+)\\*\\*|(?<![\\w*])\\*(?<slight>[^*\\s](?:[^*\\n]*[^*\\s])?)\\*(?![\\w*])");
  private static final Pattern BULLET = Pattern.compile("- (.*)");
  private static final Pattern NUMBERED = Pattern.compile("\\d+\\. (.*)");
  private static final Pattern QUOTED = Pattern.compile("> ?(.*)");

  public Prose {
    blocks = List.copyOf(blocks);
  }

  public enum Kind {
    PARAGRAPH,
    LIST,
    NUMBERED,
    QUOTE
  }

  /// @param items one for a paragraph, several for a list or a quotation of several paragraphs
  public record Block(Kind kind, List<List<Span>> items) {
    public Block {
      items = List.copyOf(items);
    }
  }

  public enum Stress {
    NONE,
    SLIGHT,
    STRONG
  }

  public record Span(String text, Stress stress) {}

  public static Prose of(String markdown) {
    List<Block> blocks = new ArrayList<>();
    for (String part : markdown.strip().split("\\n\\s*\\n")) {
      if (!part.isBlank()) {
        add(blocks, block(part.lines().map(String::strip).toList()));
      }
    }
    return new Prose(blocks);
  }

  /// Items with an empty line between them are still one list.
  private static void add(List<Block> blocks, Block block) {
    Block before = blocks.isEmpty() ? null : blocks.getLast();
    if (before == null || block.kind() == Kind.PARAGRAPH || before.kind() != block.kind()) {
      blocks.add(block);
      return;
    }
    List<List<Span>> items = new ArrayList<>(before.items());
    items.addAll(block.items());
    blocks.set(blocks.size() - 1, new Block(block.kind(), items));
  }

  private static Block block(List<String> lines) {
    if (lines.stream().allMatch(line -> QUOTED.matcher(line).matches())) {
      return new Block(Kind.QUOTE, List.of(spans(String.join(" ", inner(QUOTED, lines)).strip())));
    }
    if (BULLET.matcher(lines.getFirst()).matches()) {
      return new Block(Kind.LIST, items(BULLET, lines));
    }
    if (NUMBERED.matcher(lines.getFirst()).matches()) {
      return new Block(Kind.NUMBERED, items(NUMBERED, lines));
    }
    return new Block(Kind.PARAGRAPH, List.of(spans(String.join(" ", lines))));
  }

  /// A line that begins no item goes on with the one before.
  private static List<List<Span>> items(Pattern begins, List<String> lines) {
    List<String> items = new ArrayList<>();
    for (String line : lines) {
      Matcher item = begins.matcher(line);
      if (item.matches()) {
        items.add(item.group(1));
      } else {
        items.set(items.size() - 1, items.getLast() + " " + line);
      }
    }
    return items.stream().map(Prose::spans).toList();
  }

  private static List<String> inner(Pattern pattern, List<String> lines) {
    return lines.stream().map(line -> pattern.matcher(line).replaceFirst("$1")).toList();
  }

  static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher stressed = STRESSED.matcher(text);
    int at = 0;
    while (stressed.find()) {
      if (stressed.start() > at) {
        spans.add(new Span(text.substring(at, stressed.start()), Stress.NONE));
      }
      String strong = stressed.group("strong");
      spans.add(
          strong == null
              ? new Span(stressed.group("slight"), Stress.SLIGHT)
              : new Span(strong, Stress.STRONG));
      at = stressed.end();
    }
    if (at < text.length()) {
      spans.add(new Span(text.substring(at), Stress.NONE));
    }
    return spans;
  }
}
