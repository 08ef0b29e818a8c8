package io.fairlead.app.framework;

import io.fairlead.app.messages.Channel;
import io.fairlead.app.messages.MessageKind;
import io.fairlead.app.messages.MessageKinds;
import java.util.List;
import org.springframework.stereotype.Component;

/// What those who change the framework are told.
@Component
class FrameworkKinds implements MessageKinds {
  static final String PLANNED = "framework-planned";

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(new MessageKind(PLANNED, Channel.BOTH, true));
  }
}
