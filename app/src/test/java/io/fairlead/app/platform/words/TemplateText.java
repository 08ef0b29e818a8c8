package io.fairlead.app.platform.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text that a jte template itself says: what stands between tags and in the attributes people
/// read, without expressions and directives.
final class TemplateText {
  private static final Pattern READ_ATTRIBUTE =
      Pattern.compile("\\s(?:title|placeholder|aria-label|alt)=\"([^\"]*)\"");
  private static final Pattern SILENT =
      Pattern.compile(
          "(?s)<kbd.*?</kbd>|<style.*?</style>|<script.*?</script>|<!--.*?-->|<!DOCTYPE[^>]*>");

  private final String source;
  private final StringBuilder markup = new StringBuilder();
  private int at;

  private TemplateText(String source) {
    this.source = source;
  }

  static List<String> of(String template) {
    TemplateText text = new TemplateText(template.replaceAll("(?s)<%--.*?--%>", ""));
    text.markup();
    return text.found();
  }

  private List<String> found() {
    List<String> found = new ArrayList<>();
    String html = SILENT.matcher(markup).replaceAll(" ");
    Matcher attribute = READ_ATTRIBUTE.matcher(html);
    while (attribute.find()) {
      found.add(attribute.group(1));
    }
    for (String piece : html.split("<[^>]*>")) {
      if (!piece.isBlank()) {
        found.add(piece.replaceAll("&[a-z]+;", " "));
      }
    }
    return found;
  }

  /// Copies markup until the end, or until the content block that it is in ends.
  private void markup() {
    while (at < source.length()) {
      if (source.charAt(at) == '`') {
        at++;
        return;
      }
      if (starts("${") || starts("!{") || starts("$unsafe{")) {
        at = source.indexOf('{', at);
        skip('{', '}');
      } else if (atLine("@import") || atLine("@param")) {
        at = source.indexOf('\n', at);
      } else if (!directive()) {
        markup.append(source.charAt(at++));
      }
    }
  }

  private boolean directive() {
    Matcher matcher =
        Pattern.compile(
                "@(if|elseif|for|template[.\\w]*)\\s*\\(|@(else|endif|endfor|raw|endraw)\\b")
            .matcher(source)
            .region(at, source.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    if (matcher.group(2) != null) {
      at = matcher.end();
      return true;
    }
    at = matcher.end() - 1;
    markup.append(' ');
    skip('(', ')');
    return true;
  }

  /// Skips code between brackets, and reads the content blocks in it as markup.
  private void skip(char open, char close) {
    int depth = 0;
    while (at < source.length()) {
      char character = source.charAt(at);
      if (starts("@`")) {
        at += 2;
        markup();
        continue;
      }
      at++;
      if (character == '"') {
        while (source.charAt(at) != '"') {
          at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
      } else if (character == open) {
        depth++;
      } else if (character == close && --depth == 0) {
        return;
      }
    }
  }

  private boolean starts(String text) {
    return source.startsWith(text, at);
  }

  private boolean atLine(String word) {
    return starts(word) && (at == 0 || source.charAt(at - 1) == '\n');
  }
}
