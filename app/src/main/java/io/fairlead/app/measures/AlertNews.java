package io.fairlead.app.measures;

import io.fairlead.app.measures.AlertStore.Raised;
import io.fairlead.app.messages.Channel;
import io.fairlead.app.messages.MessageKind;
import io.fairlead.app.messages.MessageKinds;
import io.fairlead.app.messages.Messages;
import io.fairlead.app.messages.Notice;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells the owner of a measure that it left its usual range or passed its threshold: once for a
/// day and direction, whatever it did on it.
@Component
class AlertNews implements MessageKinds {
  static final String ALERT = "measure-alert";

  private final Messages messages;

  AlertNews(Messages messages) {
    this.messages = messages;
  }

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(new MessageKind(ALERT, Channel.INBOX, true));
  }

  void tell(UUID measure, Basis basis, Alert.Kind kind, Raised what) {
    messages.tell(
        List.of(
            Notice.of(
                    ALERT,
                    basis.owner(),
                    null,
                    "/measures/" + measure + "#alerts",
                    "measures.told." + way(kind, what),
                    basis.name())
                .onlyOnce("%s %s %s %s".formatted(ALERT, measure, what.day(), what.worse()))));
  }

  private static String way(Alert.Kind kind, Raised what) {
    Boolean worse = what.worse();
    if (kind == Alert.Kind.THRESHOLD) {
      return "threshold";
    }
    return worse == null ? "moved" : worse ? "worse" : "better";
  }
}
