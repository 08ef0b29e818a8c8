package io.fairlead.methods.framework;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The reference of the document in Markdown, from the same shape as reader and schema.
public final class FrameworkReference {
  private FrameworkReference() {}

  /// One table a section: field, what may stand there, what holds without it, what it means.
  public static String fields() {
    StringBuilder text = new StringBuilder();
    for (Field field : FrameworkShape.DOCUMENT.fields()) {
      text.append("### `")
          .append(field.name())
          .append("`\n\n")
          .append(field.meaning())
          .append("\n\n");
      text.append(
          "| field | what may stand there | without it | what it means |\n|---|---|---|---|\n");
      rows(field, field.name(), text);
      text.append('\n');
    }
    return text.toString();
  }

  /// Every lint rule.
  public static String rules() {
    StringBuilder text =
        new StringBuilder("| rule | severity | why | better |\n|---|---|---|---|\n");
    for (LintRule rule : FrameworkLint.rules()) {
      row(
          text,
          "`" + rule.id() + "`",
          rule.severity().name().toLowerCase(Locale.ROOT),
          rule.why(),
          rule.better());
    }
    return text.toString();
  }

  private static void rows(Field field, String path, StringBuilder text) {
    switch (field.shape()) {
      case Shape.Section section -> inner(section, path, text);
      case Shape.Items(Shape.Section item, int least, int most, _) -> {
        row(text, "`" + path + "`", "a list of " + least + " to " + most, "none", field.meaning());
        inner(item, path + "[]", text);
      }
      case Shape.Items _,
          Shape.Text _,
          Shape.Choice _,
          Shape.Flag _,
          Shape.Whole _,
          Shape.Fraction _,
          Shape.Day _,
          Shape.Zone _,
          Shape.Language _ ->
          row(text, "`" + path + "`", allowed(field.shape()), without(field), field.meaning());
    }
  }

  private static void inner(Shape.Section section, String path, StringBuilder text) {
    section.fields().forEach(field -> rows(field, path + "." + field.name(), text));
  }

  private static String without(Field field) {
    if (field.required()) {
      return "required";
    }
    return fallback(field.fallback());
  }

  private static String fallback(@Nullable Object value) {
    return switch (value) {
      case null -> "none";
      case List<?> list when list.isEmpty() -> "none";
      case Double number -> "`" + Wording.number(number) + "`";
      case List<?> list -> "`" + YamlWriting.inline(list, true) + "`";
      default -> "`" + value + "`";
    };
  }

  private static String allowed(Shape shape) {
    return switch (shape) {
      case Shape.Section _ -> "a section";
      case Shape.Items(Shape item, _, _, _) -> "a list of " + allowed(item);
      case Shape.Text(int longest) -> "text, at most " + longest + " characters";
      case Shape.Choice(List<String> words) -> "`" + String.join("`, `", words) + "`";
      case Shape.Flag _ -> "`true` or `false`";
      case Shape.Whole(int least, int most) -> "a whole number, " + least + " to " + most;
      case Shape.Fraction(double least, double most) ->
          "a number, " + Wording.number(least) + " to " + Wording.number(most);
      case Shape.Day _ -> "a date, `2026-01-31`";
      case Shape.Zone _ -> "a time zone, `Europe/Berlin`";
      case Shape.Language _ -> "a language, `en` or `pt-BR`";
    };
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
