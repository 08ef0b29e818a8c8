package io.fairlead.app.messages;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// How a module tells people something:
///
/// ```java
/// messages.tell(List.of(Notice.of("mention", jonas, mara, "/goals/" + id, "talk.told.mention", title)));
/// ```
///
/// In the caller's transaction and in one statement for any number: what is rolled back was never
/// told. Where it reaches each person is their choice.
@Service
public class Messages {
  private final NoticeStore notices;
  private final ObjectProvider<MessageKinds> modules;

  Messages(NoticeStore notices, ObjectProvider<MessageKinds> modules) {
    this.notices = notices;
    this.modules = modules;
  }

  /// @throws IllegalArgumentException for a kind that no module declares
  public void tell(Collection<Notice> told) {
    if (told.isEmpty()) {
      return;
    }
    Map<String, MessageKind> known =
        kinds().stream().collect(Collectors.toMap(MessageKind::code, kind -> kind));
    Set<String> unknown =
        told.stream()
            .map(Notice::kind)
            .filter(kind -> !known.containsKey(kind))
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no module declares the kinds " + unknown);
    }
    notices.insert(List.copyOf(told), known);
  }

  /// All kinds of all modules, in a stable order.
  List<MessageKind> kinds() {
    return modules
        .orderedStream()
        .flatMap(module -> module.messageKinds().stream())
        .sorted(java.util.Comparator.comparing(MessageKind::code))
        .toList();
  }
}
