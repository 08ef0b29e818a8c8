package io.fairlead.app.messages;

import java.util.List;
import org.springframework.stereotype.Component;

/// What messages tells by itself.
@Component
class OwnKinds implements MessageKinds {
  static final String REMINDER = "reminder";
  static final String DIGEST = "digest";

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(
        new MessageKind(REMINDER, Channel.BOTH, true),
        new MessageKind(DIGEST, Channel.MAIL, true, true));
  }
}
