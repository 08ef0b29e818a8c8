package io.fairlead.app.talk;

import io.fairlead.app.messages.Channel;
import io.fairlead.app.messages.MessageKind;
import io.fairlead.app.messages.MessageKinds;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import io.fairlead.app.platform.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells people what was said: those who are mentioned, and those who follow. Whoever may not read
/// the objective by then is not told, and nobody of what they said themselves.
@Component
class Telling implements MessageKinds {
  private static final String MENTION = "mention";
  private static final String COMMENT = "comment";

  private final Messages messages;
  private final Readers readers;
  private final JdbcClient database;

  Telling(Messages messages, Readers readers, JdbcClient database) {
    this.messages = messages;
    this.readers = readers;
    this.database = database;
  }

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(
        new MessageKind(COMMENT, Channel.INBOX, true),
        new MessageKind(MENTION, Channel.BOTH, true));
  }

  private record Follower(String title, @Nullable UUID person) {}

  /// Somebody said something: those mentioned hear of that, all others who follow of the comment.
  void said(Viewer viewer, UUID comment, About about, Set<UUID> mentioned) {
    List<Follower> rows = followers(about.objective());
    if (rows.isEmpty()) {
      return;
    }
    Set<UUID> asked = new LinkedHashSet<>(mentioned);
    for (Follower row : rows) {
      UUID person = row.person();
      if (person != null) {
        asked.add(person);
      }
    }
    asked.remove(viewer.person());
    Set<UUID> may = readers.among(asked, about.objective());
    List<Notice> notices = new ArrayList<>();
    for (UUID person : asked) {
      if (may.contains(person)) {
        notices.add(
            notice(
                mentioned.contains(person) ? MENTION : COMMENT,
                person,
                viewer,
                comment,
                about,
                rows.getFirst().title()));
      }
    }
    messages.tell(notices);
  }

  /// A comment was worded anew: those whom it mentions now and did not before hear of it.
  void reworded(Viewer viewer, UUID comment, About about, Set<UUID> mentioned) {
    Set<UUID> asked = new LinkedHashSet<>(mentioned);
    asked.remove(viewer.person());
    if (asked.isEmpty()) {
      return;
    }
    String title =
        database
            .sql("select title from objective where id = ?")
            .param(about.objective())
            .query(String.class)
            .single();
    messages.tell(
        readers.among(asked, about.objective()).stream()
            .map(person -> notice(MENTION, person, viewer, comment, about, title))
            .toList());
  }

  private static Notice notice(
      String kind, UUID person, Viewer viewer, UUID comment, About about, String title) {
    return Notice.of(kind, person, viewer.person(), about.address(), "talk.told." + kind, title)
        .onlyOnce(kind + ":" + comment);
  }

  private List<Follower> followers(UUID objective) {
    return database
        .sql(
            """
            select o.title, each_follower.person
            from objective o left join lateral (%s) each_follower on true
            where o.id = :id
            """
                .formatted(Following.people("o")))
        .param("id", objective)
        .query(
            (row, _) -> new Follower(row.getString("title"), row.getObject("person", UUID.class)))
        .list();
  }
}
