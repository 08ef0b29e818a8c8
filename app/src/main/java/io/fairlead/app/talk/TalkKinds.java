package io.fairlead.app.talk;

import io.fairlead.app.messages.Channel;
import io.fairlead.app.messages.MessageKind;
import io.fairlead.app.messages.MessageKinds;
import java.util.List;
import org.springframework.stereotype.Component;

/// What talk tells people of.
@Component
class TalkKinds implements MessageKinds {
  static final String MENTION = "mention";
  static final String COMMENT = "comment";
  static final String HIDDEN = "comment-hidden";

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(
        new MessageKind(MENTION, Channel.BOTH, true),
        new MessageKind(COMMENT, Channel.INBOX, true),
        new MessageKind(HIDDEN, Channel.BOTH, false));
  }
}
