package io.fairlead.app.goals;

import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What an objective moves, and the form that puts it to another.
///
/// @param moved what it moves already or was put to, as far as the viewer sees it
/// @param parents what it could be put to
public record ProposalPage(
    UUID id,
    String title,
    boolean open,
    String standsAloneBecause,
    List<Alignment> moved,
    List<EditorOffer> parents,
    FormState form,
    String key,
    SeenBy seenBy) {

  public String action() {
    return "/goals/" + id + "/alignments";
  }

  public String share(Words words, Alignment one) {
    return NegotiationPage.said(
        words, new Negotiation.Terms(one.share(), one.primary() && !one.agreed()));
  }

  public List<Option> options(Words words) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("negotiation.parent.choose")));
    for (EditorOffer offer : parents) {
      options.add(
          new Option(
              offer.value(),
              offer.beside().isEmpty()
                  ? offer.name()
                  : words.text("editor.parent.offer", offer.name(), offer.beside())));
    }
    return options;
  }

  public List<Option> ways(Words words) {
    return List.of(
        new Option("true", words.text("negotiation.way.primary")),
        new Option("false", words.text("negotiation.way.share")));
  }

  /// The primary parent, unless there is one.
  public String way() {
    String sent = form.value("primary");
    if (!sent.isEmpty()) {
      return sent;
    }
    return moved.stream().anyMatch(Alignment::primary) ? "false" : "true";
  }

  public List<String> general(Words words) {
    return form.general(words, "note", "share", "parent");
  }
}
