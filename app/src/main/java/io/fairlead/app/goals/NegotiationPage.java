package io.fairlead.app.goals;

import io.fairlead.app.goals.Alignments.Conversation;
import io.fairlead.app.goals.Negotiation.Kind;
import io.fairlead.app.goals.Negotiation.Terms;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.List;

/// A negotiation as its page and its partial show it.
///
/// @param note what was typed, when it comes back refused
public record NegotiationPage(
    Conversation conversation,
    String childTitle,
    String parentTitle,
    String note,
    List<String> refusals,
    String key,
    SeenBy seenBy) {

  public boolean may(Kind kind) {
    return conversation.possible().contains(kind);
  }

  public String action() {
    return "/goals/" + conversation.child() + "/alignments/" + conversation.parent();
  }

  /// What holds and what is offered, in one sentence.
  public String standing(Words words) {
    Negotiation negotiation = conversation.negotiation();
    Terms offered = negotiation.offered();
    Terms agreed = negotiation.agreed();
    if (offered != null) {
      return words.text("negotiation.offered", said(words, offered));
    }
    return agreed == null
        ? words.text("negotiation.over")
        : words.text("negotiation.agreed", said(words, agreed));
  }

  public static String said(Words words, Terms terms) {
    return terms.primary()
        ? words.text("negotiation.primary")
        : words.text("negotiation.share", words.percent(terms.share().doubleValue()));
  }
}
