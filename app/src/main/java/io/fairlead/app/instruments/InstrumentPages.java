package io.fairlead.app.instruments;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Choice;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.InstrumentFinding;
import io.fairlead.methods.instruments.InstrumentLint;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.ItemBank;
import io.fairlead.methods.instruments.Relationship;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Instruments as pages to read: which there are, what one asks, and how it reads to each kind of
/// rater.
@Controller
public class InstrumentPages {
  private final Instruments instruments;
  private final InstrumentDrafts drafts;
  private final Policy policy;
  private final Pages pages;

  InstrumentPages(Instruments instruments, InstrumentDrafts drafts, Policy policy, Pages pages) {
    this.instruments = instruments;
    this.drafts = drafts;
    this.policy = policy;
    this.pages = pages;
  }

  /// One of the list.
  ///
  /// @param instrument as it can be asked; null while it is a draft only
  /// @param draft whether the viewer sees that there is one
  public record Row(String id, String name, @Nullable Instrument instrument, boolean draft) {}

  public record ListPage(List<Row> own, List<Row> shipped, String language, boolean mayChange) {}

  /// One instrument.
  ///
  /// @param shown which edition: its number, or `draft`
  /// @param views what is asked, and how each kind of rater reads it
  /// @param editions of an own one of which several can be read
  /// @param languages of one that is there in several
  /// @param as which rater; null for all that is asked
  /// @param version of an own one, for who may change it; else null
  public record OnePage(
      Instrument instrument,
      String shown,
      String language,
      List<Choice> views,
      List<Choice> editions,
      List<Choice> languages,
      @Nullable Relationship as,
      List<InstrumentFinding> findings,
      boolean own,
      boolean draft,
      boolean mayChange,
      @Nullable Long version,
      String key) {
    /// An item as the rater answers it; what is chosen is sent nowhere.
    public RatingItem rated(Item item) {
      return RatingItem.of(
          item, as == null ? Relationship.PEER : as, language, item.id().replace('.', '-'), "");
    }

    /// How long answering takes, in whole minutes as raters are told.
    public int minutes() {
      return instrument.minutes();
    }

    public String competency(Item item) {
      return Optional.ofNullable(instrument.competencies().get(item.competency()))
          .map(each -> each.name().in(language))
          .orElse(item.competency());
    }
  }

  @GetMapping("/feedback/instruments")
  @Guarded(record = "instrument", act = "read", fields = "questions")
  ModelAndView list(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    String language = language(words);
    List<Row> own = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<Instrument> published = instruments.published();
    for (OwnInstrument each : instruments.own(viewer)) {
      Instrument instrument =
          published.stream().filter(one -> one.id().equals(each.code())).findFirst().orElse(null);
      ids.add(each.code());
      own.add(
          new Row(each.code(), name(each, instrument, language), instrument, each.draft() != null));
    }
    List<Row> shipped =
        published.stream()
            .filter(each -> !ids.contains(each.id()))
            .map(each -> new Row(each.id(), each.name().in(language), each, false))
            .toList();
    return show(
        "list",
        words.text("instruments.title"),
        new ListPage(own, shipped, language, drafts.mayChange(viewer)));
  }

  private static String name(OwnInstrument own, @Nullable Instrument instrument, String language) {
    if (instrument != null) {
      return instrument.name().in(language);
    }
    OwnInstrument.Draft draft = own.draft();
    return Optional.ofNullable(draft)
        .flatMap(each -> InstrumentFields.of(each.document()))
        .flatMap(fields ->
            fields.values().entrySet().stream()
                .filter(each -> each.getKey().startsWith("name.") && !each.getValue().isBlank())
                .findFirst())
        .map(each -> each.getValue())
        .orElse(own.code());
  }

  /// @param edition its number, or `draft`; empty for the newest
  /// @param as the rater by whose eyes it is read; empty for all that is asked
  @GetMapping("/feedback/instruments/{id}")
  @Guarded(record = "instrument", act = "read", fields = "questions")
  ModelAndView one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String edition,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "") String language) {
    Words words = pages.words();
    Optional<OwnInstrument> own = instruments.own(viewer, id);
    Instrument instrument = instruments.find(viewer, id, edition);
    Relationship rater = Relationship.find(as).filter(instrument.raters()::contains).orElse(null);
    String shown =
        edition.equals(Instruments.DRAFT) ? edition : Integer.toString(instrument.edition());
    String in = instrument.languages().contains(language) ? language : language(words);
    boolean mayChange = drafts.mayChange(viewer);
    return show(
        "one",
        instrument.name().in(in),
        new OnePage(
            instrument,
            shown,
            in,
            views(words, instrument, edition, rater, language),
            editions(words, id, own.orElse(null), shown),
            languages(instrument, edition, as, in),
            rater,
            InstrumentLint.lint(instrument, ItemBank.shipped()),
            own.isPresent(),
            own.isPresent() && own.get().draft() != null,
            mayChange,
            mayChange && own.isPresent() ? (Long) own.get().version() : null,
            Idempotency.freshKey()));
  }

  private static List<Choice> views(
      Words words,
      Instrument instrument,
      String edition,
      @Nullable Relationship as,
      String language) {
    List<Choice> views = new ArrayList<>();
    views.add(
        Choice.of(
            words.text("instruments.asked"),
            address(instrument, edition, "", language),
            as == null));
    for (Relationship each : instrument.raters()) {
      views.add(
          Choice.of(
              words.text("instruments.as." + each.code()),
              address(instrument, edition, each.code(), language),
              each == as));
    }
    return views;
  }

  private static List<Choice> editions(
      Words words, String id, @Nullable OwnInstrument own, String shown) {
    if (own == null) {
      return List.of();
    }
    List<Choice> editions = new ArrayList<>();
    String here = "/feedback/instruments/" + id + "?edition=";
    if (own.draft() != null) {
      editions.add(
          Choice.of(
              words.text("instruments.draft"),
              here + Instruments.DRAFT,
              shown.equals(Instruments.DRAFT)));
    }
    IntStream.iterate(own.editions(), number -> number > 0, number -> number - 1)
        .mapToObj(number ->
            Choice.of(
                words.text("instruments.edition", Integer.toString(number)),
                here + number,
                shown.equals(Integer.toString(number))))
        .forEach(editions::add);
    return editions.size() < 2 ? List.of() : editions;
  }

  private static List<Choice> languages(
      Instrument instrument, String edition, String as, String chosen) {
    return instrument.languages().size() < 2
        ? List.of()
        : instrument.languages().stream()
            .map(each ->
                Choice.of(
                    Locale.forLanguageTag(each).getDisplayName(Locale.forLanguageTag(each)),
                    address(instrument, edition, as, each),
                    each.equals(chosen)))
            .toList();
  }

  private static String address(Instrument instrument, String edition, String as, String language) {
    List<String> asked = new ArrayList<>();
    if (edition.matches("draft|\\d{1,4}")) {
      asked.add("edition=" + edition);
    }
    if (Relationship.find(as).isPresent()) {
      asked.add("as=" + as);
    }
    if (instrument.languages().contains(language)) {
      asked.add("language=" + language);
    }
    return "/feedback/instruments/"
        + instrument.id()
        + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
  }

  static String language(Words words) {
    return words.locale().toLanguageTag();
  }

  private ModelAndView show(String template, String title, Object page) {
    Words words = pages.words();
    return pages.show(
        "instruments/" + template,
        title,
        Place.FEEDBACK,
        policy.seenBy(words, InstrumentRules.RECORD, InstrumentRules.QUESTIONS),
        page);
  }
}
