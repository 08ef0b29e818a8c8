package io.fairlead.app.growth;

import io.fairlead.app.people.PersonPanel;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// On the page of somebody in the viewer's line: what the viewer prepares with them, and the way to
/// begin. It looks the same whether or not anything else is known of them.
@Component
@Order(50)
class ConversationsWithPerson implements PersonPanel {
  private final PreparedConversations conversations;

  ConversationsWithPerson(PreparedConversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public Optional<Panel> panel(Viewer viewer, UUID person, Words words) {
    if (conversations.person(viewer, person).isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows =
        conversations.open(viewer, person).stream()
            .map(each ->
                new Row(
                    ConversationPages.situationName(each),
                    ConversationSheetPages.booked(words, each),
                    "/growth/conversations/" + each.id()))
            .toList();
    return Optional.of(
        new Panel(
            words.text("conversation.panel"),
            rows,
            "/growth/conversations/new?person=" + person,
            words.text("conversation.prepare")));
  }
}
