package io.fairlead.app.goals;

import io.fairlead.app.messages.Channel;
import io.fairlead.app.messages.MessageKind;
import io.fairlead.app.messages.MessageKinds;
import java.util.List;
import org.springframework.stereotype.Component;

/// What goals tells people.
@Component
class CycleKinds implements MessageKinds {
  static final String REMINDED = "reminded";
  static final String GUARDRAIL = "guardrail";

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(
        new MessageKind(REMINDED, Channel.BOTH, true),
        new MessageKind(GUARDRAIL, Channel.INBOX, true));
  }
}
