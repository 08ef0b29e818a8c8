package io.fairlead.app.goals;

import io.fairlead.app.goals.Alignments.Conversation;
import io.fairlead.app.goals.Negotiation.Kind;
import io.fairlead.app.goals.Negotiation.Move;
import io.fairlead.app.goals.Negotiation.Side;
import io.fairlead.app.goals.Negotiation.Terms;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.List;

/// A negotiation as its page shows it.
///
/// @param form what was typed, when it comes back refused
public record NegotiationPage(
    Conversation conversation, FormState form, String key, SeenBy seenBy) {

  public boolean may(Kind kind) {
    return conversation.possible().contains(kind);
  }

  /// Whether the viewer may offer a share.
  public boolean mayOffer() {
    return may(Kind.COUNTERED) || may(Kind.PROPOSED);
  }

  public String action() {
    return "/goals/" + conversation.child() + "/alignments/" + conversation.parent();
  }

  /// What counts now.
  public String standing(Words words) {
    Terms agreed = conversation.negotiation().agreed();
    return agreed == null
        ? words.text("negotiation.nothing-agreed")
        : words.text("negotiation.agreed", said(words, agreed));
  }

  /// What waits for an answer, and whose; empty when nothing does.
  public String waiting(Words words) {
    Negotiation negotiation = conversation.negotiation();
    if (negotiation.offered() == null) {
      return "";
    }
    String side = negotiation.from() == Side.BELOW ? "above" : "below";
    return words.text("negotiation.waits." + side, said(words, negotiation.offered()));
  }

  /// Whether this one stands on the side of the objective above.
  public boolean above(Move move) {
    return move.side() == Side.ABOVE;
  }

  public String saying(Words words, Move move) {
    String what =
        words.text("negotiation.said." + move.kind().code(), Called.person(words, move.byName()));
    return move.terms() == null
        ? what
        : words.text("negotiation.said-terms", what, said(words, move.terms()));
  }

  public List<String> general(Words words) {
    return form.general(words, "note", "share");
  }

  static String said(Words words, Terms terms) {
    return terms.primary()
        ? words.text("negotiation.primary")
        : words.text("negotiation.share", words.percent(terms.share().doubleValue()));
  }
}
