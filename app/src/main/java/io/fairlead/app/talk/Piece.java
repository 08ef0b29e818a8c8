package io.fairlead.app.talk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A piece of what somebody wrote: plain text, the address of a web page, or somebody mentioned.
/// Exactly one of `href` and `person` is set for the latter two. Nothing in it is markup.
///
/// @param words as shown
/// @param href an address that begins with `http://` or `https://`
public record Piece(String words, @Nullable String href, @Nullable UUID person) {
  private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  /// How a mention stands in what is stored.
  static final Pattern MENTION = Pattern.compile("@\\{(" + ID + ")}");

  private static final Pattern SPECIAL =
      Pattern.compile(MENTION.pattern() + "|\\bhttps?://[^\\s<>\"'`{}|\\\\^]+");

  static String mention(UUID person) {
    return "@{" + person + "}";
  }

  /// @param names of those who are mentioned; whose name is gone is called as `somebody`, and has
  ///   no page any more to lead to
  static List<Piece> of(String body, Map<UUID, String> names, String somebody) {
    List<Piece> pieces = new ArrayList<>();
    Matcher special = SPECIAL.matcher(body);
    int from = 0;
    while (special.find()) {
      String found = special.group();
      String person = special.group(1);
      Piece piece;
      int end = special.end();
      if (person != null) {
        UUID id = UUID.fromString(person);
        String name = names.get(id);
        piece =
            name == null ? new Piece("@" + somebody, null, null) : new Piece("@" + name, null, id);
      } else {
        String address = withoutTail(found);
        if (host(address).isEmpty()) {
          continue;
        }
        end = special.start() + address.length();
        piece = new Piece(address, address, null);
      }
      if (special.start() > from) {
        pieces.add(new Piece(body.substring(from, special.start()), null, null));
      }
      pieces.add(piece);
      from = end;
    }
    if (from < body.length()) {
      pieces.add(new Piece(body.substring(from), null, null));
    }
    return List.copyOf(pieces);
  }

  /// As its author wrote it, with names where mentions stand: for changing it, and for programs.
  static String plain(String body, Map<UUID, String> names, String somebody) {
    return MENTION
        .matcher(body)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                "@" + names.getOrDefault(UUID.fromString(found.group(1)), somebody)));
  }

  /// What ends a sentence does not belong to an address; a closing bracket only if it was opened.
  private static String withoutTail(String address) {
    int end = address.length();
    while (end > 0) {
      char last = address.charAt(end - 1);
      boolean tail =
          ".,;:!?*_~".indexOf(last) >= 0
              || (last == ')' && more(address, end, ')', '('))
              || (last == ']' && more(address, end, ']', '['));
      if (!tail) {
        break;
      }
      end--;
    }
    return address.substring(0, end);
  }

  /// Whether more brackets are closed than opened.
  private static boolean more(String address, int end, char closing, char opening) {
    String before = address.substring(0, end);
    return before.chars().filter(each -> each == closing).count()
        > before.chars().filter(each -> each == opening).count();
  }

  /// The host of a web address without user or password in it; empty for anything else.
  static Optional<String> host(String address) {
    try {
      URI uri = new URI(address);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && uri.getRawUserInfo() == null
          ? Optional.of(uri.getHost())
          : Optional.empty();
    } catch (java.net.URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
