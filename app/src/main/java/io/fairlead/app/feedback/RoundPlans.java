package io.fairlead.app.feedback;

import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.people.People;
import io.fairlead.app.people.PersonEntry;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Option;
import io.fairlead.methods.framework.Cadence.Window;
import io.fairlead.methods.framework.FeedbackDefaults;
import io.fairlead.methods.framework.FeedbackRound;
import io.fairlead.methods.framework.FeedbackRound.Dates;
import io.fairlead.methods.framework.FeedbackRound.Reviewees;
import io.fairlead.methods.instruments.Relationship;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Rounds that the framework in force plans, and what the form of a new round begins with.
@Component
class RoundPlans {
  /// How far ahead a planned round is set up for its own day; one that is further away begins now.
  private static final int DAYS_AHEAD = 60;

  private final Frameworks frameworks;
  private final People people;

  RoundPlans(Frameworks frameworks, People people) {
    this.frameworks = frameworks;
    this.people = people;
  }

  FeedbackDefaults usual() {
    return frameworks.rules().feedback();
  }

  /// What each is called in an address, and to people.
  List<Option> links() {
    return usual().rounds().stream()
        .map(round ->
            new Option(URLEncoder.encode(round.name(), StandardCharsets.UTF_8), round.name()))
        .toList();
  }

  /// Values of the form by field.
  ///
  /// @param from name of a planned round; of none, or one that is not there, the usual values
  Map<String, String> values(Viewer viewer, @Nullable String from) {
    FeedbackDefaults usual = usual();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("owner", viewer.name());
    usual
        .steward()
        .flatMap(said -> named(viewer, said))
        .ifPresent(name -> values.put("steward", name));
    values.put("concerns", usual.concerns().orElse(""));
    values.put("numeric", Integer.toString(usual.numeric()));
    values.put("comments", Integer.toString(usual.comments()));
    values.put("width", Integer.toString(usual.width()));
    values.put("colluders", Integer.toString(usual.colluders()));
    values.put("unit", word(usual.unit()));
    values.put("audience", word(usual.audience()));
    values.put("reportsAtDebrief", RoundForms.yesNo(usual.opens().debrief()));
    values.put("reportsAfter", Integer.toString(usual.opens().after()));
    values.put("budget", Integer.toString(usual.budget()));
    values.put("escrow.days", Integer.toString(usual.escrow().days()));
    values.put("self", "yes");
    values.put("manager", "yes");
    values.put("reviewees", Population.code(Reviewees.EVERYONE));
    values.put("peers", Integer.toString(RoundReading.PEERS));
    values.put("reports", Integer.toString(RoundReading.REPORTS));
    values.put("others", "0");
    values.put("nominateBy", viewer.today().plusDays(7).toString());
    values.put("opens", viewer.today().plusDays(8).toString());
    values.put("closes", viewer.today().plusDays(29).toString());
    planned(from).ifPresent(round -> put(viewer, values, round));
    return values;
  }

  private Optional<FeedbackRound> planned(@Nullable String name) {
    return usual().rounds().stream().filter(round -> round.name().equals(name)).findFirst();
  }

  private void put(Viewer viewer, Map<String, String> values, FeedbackRound round) {
    LocalDate today = viewer.today();
    values.put("kind", RoundKind.FULL_CIRCLE.code());
    values.put("name", round.name());
    values.put("purpose", word(round.purpose()));
    values.put("instrument", round.instrument());
    values.put("validationNote", round.validation().orElse(""));
    values.put("lesson", round.lesson().orElse(""));
    values.put("self", RoundForms.yesNo(round.raters(Relationship.SELF) > 0));
    values.put("manager", RoundForms.yesNo(round.raters(Relationship.MANAGER) > 0));
    // Colleagues of other functions take places of peers.
    values.put(
        "peers",
        Integer.toString(
            round.raters(Relationship.PEER) + round.raters(Relationship.CROSSFUNCTIONAL)));
    values.put("reports", Integer.toString(round.raters(Relationship.REPORT)));
    values.put("others", Integer.toString(round.raters(Relationship.OTHER)));
    values.put("reviewees", Population.code(round.reviewees()));
    round.owner().flatMap(said -> named(viewer, said)).ifPresent(name -> values.put("owner", name));
    Dates dates =
        round.beginning(new Window(today, today.plusDays(DAYS_AHEAD))).stream()
            .findFirst()
            .orElseGet(() -> round.from(today));
    values.put("nominateBy", dates.nominating().closes().toString());
    values.put("opens", dates.answering().opens().toString());
    values.put("closes", dates.answering().closes().toString());
  }

  /// The whole name of a person here, where the document has one rather than an office.
  private Optional<String> named(Viewer viewer, String said) {
    return people.meant(viewer, said).map(PersonEntry::name);
  }

  /// Whom the framework names as comment steward, where that is nobody's name.
  Optional<String> steward(Viewer viewer) {
    return usual().steward().filter(said -> named(viewer, said).isEmpty());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
