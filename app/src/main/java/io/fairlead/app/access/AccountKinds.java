package io.fairlead.app.access;

import io.fairlead.app.messages.Channel;
import io.fairlead.app.messages.MessageKind;
import io.fairlead.app.messages.MessageKinds;
import java.util.List;
import org.springframework.stereotype.Component;

/// What people are told of their account, whether they want to or not.
@Component
class AccountKinds implements MessageKinds {
  static final String LINK = "account-link";

  @Override
  public List<MessageKind> messageKinds() {
    return List.of(new MessageKind(LINK, Channel.BOTH, false));
  }
}
