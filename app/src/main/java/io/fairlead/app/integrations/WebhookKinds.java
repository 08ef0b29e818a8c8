package io.fairlead.app.integrations;

import io.fairlead.app.messages.Channel;
import io.fairlead.app.messages.MessageKind;
import io.fairlead.app.messages.MessageKinds;
import java.util.List;
import org.springframework.stereotype.Component;

/// What those who look after webhooks are told.
@Component
class WebhookKinds implements MessageKinds {
  static final String STOPPED = "webhook-stopped";

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(new MessageKind(STOPPED, Channel.BOTH, true));
  }
}
