package io.fairlead.app.feedback;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.coaching.Fact;
import io.fairlead.methods.coaching.Guide;
import io.fairlead.methods.coaching.Range;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.instruments.Behaviour;
import io.fairlead.methods.instruments.BehaviourLibrary;
import io.fairlead.methods.instruments.Instrument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What to think of before one report is talked through, in sentences; for those who read the
/// report, and made of what it shows.
public record ReportGuide(Words words, ReportHead head, Guide guide, Instrument instrument) {

  public String title() {
    return words.text("feedback-guide.title", ReportView.title(words, head));
  }

  /// The reviewee's first name.
  public String name() {
    return ReportView.firstName(words, head);
  }

  /// The published figures on which a pattern rests.
  public List<String> facts(Guide.Match match) {
    return match.facts().stream().map(this::fact).toList();
  }

  private String fact(Fact fact) {
    return switch (fact) {
      case Fact.Figure figure ->
          words.text("feedback-guide.figure", name(figure), whose(figure), figure(figure.value()));
      case Fact.Across across ->
          words.text(
              across.quantity().contains(" - ")
                  ? "feedback-guide.distances"
                  : "feedback-guide.across",
              across.competencies(),
              figure(across.value()));
      case Fact.Count count ->
          words.text(
              switch (count.counted()) {
                case SHOWN -> "feedback-guide.shown";
                case WITHHELD -> "feedback-guide.withheld";
                case COMMENTS -> "feedback-guide.comments";
              },
              count.count(),
              count.of());
    };
  }

  private String name(Fact.Figure figure) {
    String language = words.locale().toLanguageTag();
    return figure
        .item()
        .flatMap(id -> instrument.items().stream().filter(it -> it.id().equals(id)).findFirst())
        .map(item -> item.others().in(language))
        .or(() ->
            Optional.ofNullable(instrument.competencies().get(figure.competency()))
                .map(competency -> competency.name().in(language)))
        .orElse(figure.competency());
  }

  private String whose(Fact.Figure figure) {
    if (figure.groups().isEmpty()) {
      return words.text("feedback-guide.others");
    }
    return switch (figure.groups().getFirst()) {
      case ReleasePolicy.SELF ->
          words.text(
              head.isOwn() ? "feedback-guide.you" : "feedback-guide.name",
              ReportView.firstName(words, head));
      case ReleasePolicy.MANAGER -> words.text("feedback-guide.manager");
      default -> ReportView.people(words, figure.groups());
    };
  }

  private String figure(Range range) {
    return range.low().compareTo(range.high()) == 0
        ? figure(range.low())
        : words.text("feedback-report.between", figure(range.low()), figure(range.high()));
  }

  private String figure(BigDecimal value) {
    return words.decimals(value.doubleValue(), 1);
  }

  /// Those of the library that fit, to choose one or two from.
  public List<Behaviour> behaviours(Guide.Match match) {
    return match.pattern().behaviours(BehaviourLibrary.shipped());
  }

  public String does(Behaviour behaviour) {
    return behaviour.does().in(words.locale().toLanguageTag());
  }
}
