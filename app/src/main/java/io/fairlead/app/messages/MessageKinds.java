package io.fairlead.app.messages;

import java.util.List;

/// The kinds of message a module tells; a module that tells something declares one bean of this.
public interface MessageKinds {
  List<MessageKind> messageKinds();
}
