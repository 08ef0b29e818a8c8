package io.fairlead.app.talk;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds who is meant by `@First Last` or `@First` in what somebody wrote. A name that is nobody's
/// stays text. Only people who may read the objective can be mentioned: a mention tells them of it.
@Component
public class Mentions {
  static final int MOST = 20;
  private static final int OFFERED = 8;

  /// As many names of a text, and as many people for a name that is begun, are looked up.
  private static final int LOOKED_AT = 40;

  private static final int LONGEST_NAME = 5;
  private static final String WORD = "\\p{L}[\\p{L}\\p{M}\\p{Nd}'’.\\-]*";

  /// Not within a word or an address of mail: the sign begins it.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}._-])(?:"
              + Piece.MENTION.pattern()
              + "|@("
              + WORD
              + "(?:[ \\u00a0]"
              + WORD
              + "){0,"
              + (LONGEST_NAME - 1)
              + "}))");

  private final JdbcClient database;
  private final Readers readers;
  private final String seesPerson;

  Mentions(JdbcClient database, Readers readers, Policy policy) {
    this.database = database;
    this.readers = readers;
    this.seesPerson = policy.condition("person", "read", "directory", "i.person");
  }

  /// Somebody who may be meant.
  public record Someone(UUID id, String name, String title) {}

  /// A name that is several people's.
  public record Unclear(String written, List<Someone> choices) {}

  /// What was written, as it is kept.
  record Understood(String body, Set<UUID> people) {}

  /// What was found in a text.
  ///
  /// @param outsiders names of those who may not read the objective
  record Found(
      Understood understood, List<Unclear> unclear, List<String> outsiders, List<String> unknown) {}

  /// The text as it is kept, or why it cannot be said.
  ///
  /// @param means for a name that is several people's, whom it means
  Outcome<Understood> understood(
      Viewer writer, UUID objective, String text, Map<String, UUID> means) {
    Found found = found(writer, objective, text, means);
    List<Reason> wrong = new ArrayList<>();
    if (!found.unknown().isEmpty()) {
      wrong.add(Reason.invalid("text", "talk.mention-unknown", String.join(", ", found.unknown())));
    }
    if (!found.outsiders().isEmpty()) {
      wrong.add(
          Reason.invalid(
              "text",
              "talk.mention-outsider",
              found.outsiders().size(),
              String.join(", ", found.outsiders())));
    }
    for (Unclear unclear : found.unclear()) {
      wrong.add(
          Reason.invalid(
              "text",
              "talk.mention-unclear",
              unclear.written(),
              unclear.choices().stream()
                  .map(each ->
                      each.title().isEmpty() ? each.name() : each.name() + ", " + each.title())
                  .distinct()
                  .collect(Collectors.joining("; "))));
    }
    if (found.understood().people().size() > MOST) {
      wrong.add(Reason.invalid("text", "talk.mention-many", MOST));
    }
    return wrong.isEmpty() ? Outcome.done(found.understood()) : Outcome.refused(wrong);
  }

  Found found(Viewer writer, UUID objective, String text, Map<String, UUID> means) {
    List<Someone> near = near(writer, text);
    Set<UUID> may = readers.among(near.stream().map(Someone::id).toList(), objective);
    Map<UUID, Someone> byId =
        near.stream().collect(Collectors.toMap(Someone::id, Function.identity()));
    StringBuilder body = new StringBuilder();
    Set<UUID> people = new LinkedHashSet<>();
    Map<String, Unclear> unclear = new LinkedHashMap<>();
    Set<String> outsiders = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    Matcher written = WRITTEN.matcher(text);
    int from = 0;
    while (written.find(from)) {
      body.append(text, from, written.start());
      from = written.end();
      String id = written.group(1);
      if (id != null) {
        Someone someone = byId.get(UUID.fromString(id));
        if (someone == null) {
          unknown.add(written.group());
        } else {
          mentioned(someone, may, body, people, outsiders);
        }
        continue;
      }
      Meant meant = meant(written.group(2), near, may, means);
      from = written.start() + 1 + meant.length();
      switch (meant.choices().size()) {
        case 0 -> {
          from = Math.max(from, written.start() + 1);
          body.append(text, written.start(), from);
        }
        case 1 -> mentioned(meant.choices().getFirst(), may, body, people, outsiders);
        default -> {
          String name = text.substring(written.start() + 1, from);
          unclear.putIfAbsent(key(name), new Unclear(name, meant.choices()));
          body.append('@').append(name);
        }
      }
    }
    body.append(text, from, text.length());
    return new Found(
        new Understood(body.toString(), Set.copyOf(people)),
        List.copyOf(unclear.values()),
        List.copyOf(outsiders),
        List.copyOf(unknown));
  }

  private static void mentioned(
      Someone someone, Set<UUID> may, StringBuilder body, Set<UUID> people, Set<String> outsiders) {
    if (!may.contains(someone.id())) {
      outsiders.add(someone.name());
    }
    people.add(someone.id());
    body.append(Piece.mention(someone.id()));
  }

  /// @param length how many characters of what stands behind the sign are the name
  private record Meant(List<Someone> choices, int length) {}

  /// The longest whole name, else a first name.
  private static Meant meant(
      String written, List<Someone> near, Set<UUID> may, Map<String, UUID> means) {
    List<String> names = beginnings(written);
    for (String name : names) {
      List<Someone> whole =
          near.stream().filter(each -> key(each.name()).equals(key(name))).toList();
      if (!whole.isEmpty()) {
        return new Meant(narrowed(name, whole, may, means), name.length());
      }
    }
    String first = names.getLast();
    List<Someone> called =
        near.stream().filter(each -> key(each.name()).startsWith(key(first) + " ")).toList();
    return new Meant(narrowed(first, called, may, means), called.isEmpty() ? 0 : first.length());
  }

  /// Of several, those who may read it; of these, the one who was chosen.
  private static List<Someone> narrowed(
      String name, List<Someone> several, Set<UUID> may, Map<String, UUID> means) {
    if (several.size() < 2) {
      return several;
    }
    List<Someone> readers = several.stream().filter(each -> may.contains(each.id())).toList();
    List<Someone> left = readers.isEmpty() ? several : readers;
    UUID chosen = means.get(key(name));
    return left.stream()
        .filter(each -> each.id().equals(chosen))
        .findFirst()
        .map(List::of)
        .orElse(left);
  }

  /// What stands behind the sign, longest first; also without a full stop that ends a sentence, and
  /// without the s of what is somebody's.
  private static List<String> beginnings(String written) {
    List<String> names = new ArrayList<>();
    for (int end = written.length(); end > 0; end = lastSpace(written, end)) {
      String whole = written.substring(0, end);
      String ended = whole.replaceAll("[.\\-'’]+$", "");
      Stream.of(whole, ended, ended.replaceAll("['’]s$", "")).distinct().forEach(names::add);
    }
    return names;
  }

  private static int lastSpace(String text, int end) {
    return Math.max(text.lastIndexOf(' ', end - 1), text.lastIndexOf('\u00a0', end - 1));
  }

  static String key(@Nullable String name) {
    return name == null ? "" : name.replace('\u00a0', ' ').toLowerCase(Locale.ROOT);
  }

  /// Everybody whom a name or an id in the text could mean, among those who work here.
  private List<Someone> near(Viewer writer, String text) {
    Set<String> whole = new LinkedHashSet<>();
    Set<String> first = new LinkedHashSet<>();
    Set<UUID> ids = new LinkedHashSet<>();
    Matcher written = WRITTEN.matcher(text);
    for (int at = 0;
        at <= text.length() && first.size() + ids.size() < LOOKED_AT && written.find(at);
        at = written.start() + 1) {
      if (written.group(1) != null) {
        ids.add(UUID.fromString(written.group(1)));
      } else {
        List<String> names = beginnings(written.group(2));
        names.forEach(name -> whole.add(key(name)));
        first.add(key(names.getLast()) + " %");
      }
    }
    if (whole.isEmpty() && ids.isEmpty()) {
      return List.of();
    }
    return database
        .sql(
            """
            select i.person, i.name, i.title from identity i
            where (i.person = any(:ids) or lower(i.name) = any(:whole) or lower(i.name) like any(:first))
              and exists (select 1 from employment e where e.person = i.person and e.during @> :today) and %s
            order by lower(i.name), i.person limit 500
            """
                .formatted(seesPerson))
        .params(writer.parameters())
        .param("ids", ids.toArray(UUID[]::new))
        .param("whole", whole.toArray(String[]::new))
        .param("first", first.toArray(String[]::new))
        .query((row, _) ->
            new Someone(
                row.getObject("person", UUID.class), row.getString("name"), row.getString("title")))
        .list();
  }

  /// People whose name has words that begin so and who may read the objective, for completion while
  /// somebody writes. Nobody else is offered.
  List<Someone> offered(Viewer writer, UUID objective, String begun) {
    String wanted = key(begun).strip().replaceAll("[%_\\\\]", "");
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Someone> found =
        database
            .sql(
                """
                select i.person, i.name, i.title from identity i
                where (lower(i.name) like :begins or lower(i.name) like :within) and i.person <> :viewer
                  and exists (select 1 from employment e where e.person = i.person and e.during @> :today) and %s
                order by lower(i.name) like :begins desc, lower(i.name), i.person limit :most
                """
                    .formatted(seesPerson))
            .params(writer.parameters())
            .param("begins", wanted + "%")
            .param("within", "% " + wanted + "%")
            .param("most", LOOKED_AT)
            .query((row, _) ->
                new Someone(
                    row.getObject("person", UUID.class),
                    row.getString("name"),
                    row.getString("title")))
            .list();
    Set<UUID> may = readers.among(ids(found), objective);
    return found.stream().filter(each -> may.contains(each.id())).limit(OFFERED).toList();
  }

  private static Collection<UUID> ids(List<Someone> people) {
    return people.stream().map(Someone::id).toList();
  }
}
