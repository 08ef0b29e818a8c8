package io.fairlead.app.instruments;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.app.instruments.InstrumentDrafts.Beginning;
import io.fairlead.app.instruments.OwnInstrument.Draft;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.Problem;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Competency;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.InstrumentFinding;
import io.fairlead.methods.instruments.InstrumentLint;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.ItemBank;
import io.fairlead.methods.instruments.LocalText;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Instruments, as JSON. What is said in words is an object of texts by language.
@RestController
@RequestMapping("/api/v1/instruments")
class InstrumentApi {
  private final Instruments instruments;
  private final InstrumentDrafts drafts;
  private final Pages pages;

  InstrumentApi(Instruments instruments, InstrumentDrafts drafts, Pages pages) {
    this.instruments = instruments;
    this.drafts = drafts;
    this.pages = pages;
  }

  /// One of the list.
  ///
  /// @param edition the newest; missing while there is a draft only, with all that it says
  /// @param version of an own one, to send back as `If-Match`
  /// @param draft whether the reader can see that there is one
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ListedJson(
      String id,
      boolean own,
      @Nullable Integer edition,
      @Nullable Map<String, String> name,
      @Nullable Map<String, String> audience,
      @Nullable Integer items,
      @Nullable Integer comments,
      @Nullable Integer minutes,
      @Nullable List<String> raters,
      @Nullable String status,
      @Nullable Long version,
      boolean draft) {
    static ListedJson of(Instrument instrument, @Nullable OwnInstrument own) {
      return new ListedJson(
          instrument.id(),
          own != null,
          instrument.edition(),
          instrument.name().languages(),
          instrument.audience().languages(),
          instrument.items().size(),
          instrument.comments().size(),
          instrument.minutes(),
          instrument.raters().stream().map(Relationship::code).toList(),
          instrument.validity().status().code(),
          own == null ? null : (Long) own.version(),
          own != null && own.draft() != null);
    }

    static ListedJson of(OwnInstrument own) {
      return new ListedJson(
          own.code(), true, null, null, null, null, null, null, null, null, own.version(), true);
    }
  }

  record ListJson(List<ListedJson> instruments) {}

  /// @param minutes that raters are told for one person
  /// @param estimatedMinutes that answering takes by the method's formula
  record InstrumentJson(
      String id,
      int edition,
      List<String> languages,
      Map<String, String> name,
      Map<String, String> audience,
      int points,
      int minutes,
      double estimatedMinutes,
      List<String> raters,
      List<CompetencyJson> competencies,
      List<SectionJson> sections,
      List<CommentJson> comments,
      ValidityJson validity,
      List<InstrumentFindingJson> findings) {
    static InstrumentJson of(Instrument instrument) {
      return new InstrumentJson(
          instrument.id(),
          instrument.edition(),
          instrument.languages(),
          instrument.name().languages(),
          instrument.audience().languages(),
          instrument.points(),
          instrument.minutes(),
          instrument.estimatedMinutes(),
          instrument.raters().stream().map(Relationship::code).toList(),
          instrument.competencies().values().stream().map(CompetencyJson::of).toList(),
          instrument.sections().stream()
              .map(each ->
                  new SectionJson(
                      each.name().languages(),
                      each.items().stream().map(InstrumentItemJson::of).toList()))
              .toList(),
          instrument.comments().stream().map(CommentJson::of).toList(),
          ValidityJson.of(instrument.validity()),
          InstrumentLint.lint(instrument, ItemBank.shipped()).stream()
              .map(InstrumentFindingJson::of)
              .toList());
    }
  }

  /// @param about `what` is reached, or `how` somebody works
  record CompetencyJson(
      String id, Map<String, String> name, Map<String, String> means, String about) {
    static CompetencyJson of(Competency competency) {
      return new CompetencyJson(
          competency.id(),
          competency.name().languages(),
          competency.means().languages(),
          competency.about().code());
    }
  }

  record SectionJson(Map<String, String> name, List<InstrumentItemJson> items) {}

  /// @param wording what each kind of rater reads; `others` is what the rest read
  /// @param anchors the behaviour at each point, from the lowest
  record InstrumentItemJson(
      String id,
      String competency,
      String about,
      Map<String, Map<String, String>> wording,
      List<Map<String, String>> anchors) {
    static InstrumentItemJson of(Item item) {
      Map<String, Map<String, String>> wording = new LinkedHashMap<>();
      wording.put("others", item.others().languages());
      item.wording().forEach((rater, text) -> wording.put(rater.code(), text.languages()));
      return new InstrumentItemJson(
          item.id(),
          item.competency(),
          item.about().code(),
          wording,
          item.anchors().stream().map(LocalText::languages).toList());
    }
  }

  /// @param kind `start`, `stop`, `continue` or `free`
  record CommentJson(String id, String kind, boolean required, Map<String, String> text) {
    static CommentJson of(CommentQuestion question) {
      return new CommentJson(
          question.id(), question.kind().code(), question.required(), question.text().languages());
    }
  }

  record ValidityJson(
      String status,
      Map<String, String> purpose,
      Map<String, String> content,
      Map<String, String> reliability,
      List<Map<String, String>> notFor) {
    static ValidityJson of(Validity validity) {
      return new ValidityJson(
          validity.status().code(),
          validity.purpose().languages(),
          validity.content().languages(),
          validity.reliability().languages(),
          validity.notFor().stream().map(LocalText::languages).toList());
    }
  }

  /// What the lint says.
  ///
  /// @param line in the draft's document; 0 where it stands in the bank, or nowhere
  /// @param accepted why it stays, as the document says; missing where it says nothing
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InstrumentFindingJson(
      String rule,
      String severity,
      String where,
      int line,
      String what,
      String why,
      String better,
      @Nullable String accepted) {
    static InstrumentFindingJson of(InstrumentFinding finding) {
      return new InstrumentFindingJson(
          finding.rule().id(),
          finding.rule().severity().name().toLowerCase(Locale.ROOT),
          finding.where(),
          finding.line(),
          finding.what(),
          finding.rule().why(),
          finding.rule().better(),
          finding.accepted().orElse(null));
    }
  }

  /// @param edition that it becomes
  /// @param left what stands in the way of publishing it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DraftJson(
      String id,
      int edition,
      long version,
      String document,
      Instant savedAt,
      List<Problem> left,
      List<InstrumentFindingJson> findings,
      @Nullable InstrumentJson instrument) {
    static DraftJson of(Words words, OwnInstrument own, Draft draft) {
      InstrumentCheck check = InstrumentCheck.of(draft.document(), own.code(), own.next());
      Instrument instrument = check.instrument();
      return new DraftJson(
          own.code(),
          own.next(),
          own.version(),
          draft.document(),
          draft.savedAt(),
          check.refusals().stream()
              .map(each -> new Problem(each.code(), words.refusal(each), each.field().orElse("")))
              .toList(),
          check.findings().stream().map(InstrumentFindingJson::of).toList(),
          instrument == null ? null : InstrumentJson.of(instrument));
    }
  }

  /// A whole document, as YAML.
  record DocumentInput(@Nullable String document) {}

  @GetMapping
  @Guarded(record = "instrument", act = "read", fields = "questions", scope = "instruments:read")
  ListJson list(@AuthenticationPrincipal Viewer viewer) {
    Map<String, OwnInstrument> own = new LinkedHashMap<>();
    instruments.own(viewer).forEach(each -> own.put(each.code(), each));
    List<ListedJson> listed = new ArrayList<>();
    for (Instrument each : instruments.published()) {
      listed.add(ListedJson.of(each, own.remove(each.id())));
    }
    own.values().forEach(each -> listed.add(ListedJson.of(each)));
    return new ListJson(listed);
  }

  /// @param edition its number, or `draft`; the newest unless said
  @GetMapping("/{id}")
  @Guarded(record = "instrument", act = "read", fields = "questions", scope = "instruments:read")
  InstrumentJson one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String edition) {
    return InstrumentJson.of(instruments.find(viewer, id, edition));
  }

  @PostMapping
  @Guarded(record = "instrument", act = "change", fields = "draft", scope = "instruments:write")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DraftJson> begin(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody Beginning beginning,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    DraftJson draft = draftOf(viewer, done(drafts.begin(viewer, beginning, key)));
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/instruments/" + draft.id() + "/draft")
        .eTag("\"" + draft.version() + "\"")
        .body(draft);
  }

  @GetMapping("/{id}/draft")
  @Guarded(record = "instrument", act = "read", fields = "draft", scope = "instruments:read")
  ResponseEntity<DraftJson> draft(@AuthenticationPrincipal Viewer viewer, @PathVariable String id) {
    return tagged(draftOf(viewer, id));
  }

  /// Begins the next edition from the last.
  @PostMapping("/{id}/draft")
  @Guarded(record = "instrument", act = "change", fields = "draft", scope = "instruments:write")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<DraftJson> next(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(drafts.next(viewer, id, version(version), key));
    DraftJson draft = draftOf(viewer, id);
    return ResponseEntity.status(HttpStatus.CREATED)
        .eTag("\"" + draft.version() + "\"")
        .body(draft);
  }

  @PutMapping("/{id}/draft")
  @Guarded(record = "instrument", act = "change", fields = "draft", scope = "instruments:write")
  ResponseEntity<DraftJson> save(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestBody DocumentInput input,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    String document = input.document();
    done(drafts.save(viewer, id, version(version), document == null ? "" : document, key));
    return tagged(draftOf(viewer, id));
  }

  @DeleteMapping("/{id}/draft")
  @Guarded(record = "instrument", act = "change", fields = "draft", scope = "instruments:write")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(drafts.discard(viewer, id, version(version), key));
  }

  /// What was published.
  record PublishedJson(String id, int edition) {}

  /// Makes the draft the next edition.
  @PostMapping("/{id}/editions")
  @Guarded(record = "instrument", act = "change", fields = "draft", scope = "instruments:write")
  @ResponseStatus(HttpStatus.CREATED)
  PublishedJson publish(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String version,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return new PublishedJson(id, done(drafts.publish(viewer, id, version(version), key)));
  }

  private DraftJson draftOf(Viewer viewer, String id) {
    OwnInstrument own =
        instruments.own(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    Draft draft = own.draft();
    if (draft == null) {
      throw new RefusedException(Reason.notFound());
    }
    return DraftJson.of(pages.words(), own, draft);
  }

  private static ResponseEntity<DraftJson> tagged(DraftJson draft) {
    return ResponseEntity.ok().eTag("\"" + draft.version() + "\"").body(draft);
  }

  private static long version(@Nullable String tag) {
    if (tag == null) {
      throw new RefusedException(Reason.invalid("If-Match", "if-match-required"));
    }
    String number = tag.replace("W/", "").replace("\"", "").strip();
    if (!number.matches("\\d{1,18}")) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "instruments.stale"));
    }
    return Long.parseLong(number);
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }
}
