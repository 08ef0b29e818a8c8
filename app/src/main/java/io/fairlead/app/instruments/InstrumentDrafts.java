package io.fairlead.app.instruments;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.instruments.OwnInstrument.Draft;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Permissions;
import io.fairlead.methods.instruments.CommentKind;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Relationship;
import io.fairlead.methods.instruments.ShippedInstruments;
import io.fairlead.methods.instruments.Validation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writing instruments: begin one, save its draft, publish it as an edition that never changes,
/// begin the next edition from the last.
@Component
class InstrumentDrafts {
  static final int LONGEST = 200_000;
  private static final int LONGEST_NAME = 200;

  /// Words that addresses have in the place of an id.
  private static final Set<String> RESERVED = Set.of("bank", "new");

  private final InstrumentStore store;
  private final Permissions permissions;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  InstrumentDrafts(
      InstrumentStore store,
      Permissions permissions,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.permissions = permissions;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// How a new one begins.
  ///
  /// @param from the id of an instrument that it is a copy of; null or empty: from nothing
  /// @param id that it goes by; null: made of its name
  record Beginning(@Nullable String name, @Nullable String from, @Nullable String id) {}

  boolean mayChange(Viewer viewer) {
    return permissions.allows(
        viewer, InstrumentRules.RECORD, InstrumentRules.CHANGE, InstrumentRules.DRAFT);
  }

  /// Begins an instrument with a draft.
  ///
  /// @param key lets it take effect once, however often it is sent
  /// @return its id
  Outcome<String> begin(Viewer writer, Beginning beginning, @Nullable String key) {
    return idempotency.once(
        writer.person(),
        "instrument.begin",
        key,
        beginning,
        String.class,
        () -> begun(writer, beginning));
  }

  private Outcome<String> begun(Viewer writer, Beginning beginning) {
    if (!mayChange(writer)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    String name = said(beginning.name());
    if (name.isEmpty()) {
      return Outcome.refused(Reason.invalid("name", "required"));
    }
    if (name.length() > LONGEST_NAME) {
      return Outcome.refused(Reason.invalid("name", "too-long", LONGEST_NAME));
    }
    Optional<Map<String, String>> fields = fields(writer, said(beginning.from()));
    if (fields.isEmpty()) {
      return Outcome.refused(Reason.invalid("from", "instruments.unknown", said(beginning.from())));
    }
    String asked = said(beginning.id());
    if (!asked.isEmpty() && (!asked.matches(InstrumentStore.CODE) || asked.length() > 60)) {
      return Outcome.refused(Reason.invalid("id", "instruments.malformed-id"));
    }
    if (!asked.isEmpty() && isTaken(writer, asked)) {
      return Outcome.refused(Reason.invalid("id", "instruments.taken-id", asked));
    }
    String id =
        asked.isEmpty()
            ? InstrumentIds.of(name, "instrument", each -> isTaken(writer, each))
            : asked;
    UUID row = ids.next();
    if (!store.begin(row, id, writer.person(), clock.instant())) {
      return Outcome.refused(Reason.invalid("id", "instruments.taken-id", id));
    }
    store.save(row, named(fields.get(), id, name), writer.person(), clock.instant());
    audit.record(writer.person(), "instrument.begun", InstrumentRules.RECORD, row, null);
    return Outcome.done(id);
  }

  private boolean isTaken(Viewer writer, String id) {
    return RESERVED.contains(id)
        || ShippedInstruments.find(id).isPresent()
        || store.find(writer, id).isPresent();
  }

  /// What the new one is a copy of.
  private Optional<Map<String, String>> fields(Viewer writer, String from) {
    if (from.isEmpty()) {
      return Optional.of(blank());
    }
    return ShippedInstruments.text(from)
        .or(() ->
            store
                .find(writer, from)
                .flatMap(own -> store.edition(own.id(), own.editions()))
                .map(OwnInstrument.Edition::document))
        .flatMap(InstrumentFields::of)
        .map(InstrumentFields::values);
  }

  private static Map<String, String> blank() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("languages", "en");
    values.put("points", "5");
    values.put("minutes", "5");
    for (Relationship rater :
        List.of(Relationship.SELF, Relationship.MANAGER, Relationship.PEER, Relationship.REPORT)) {
      values.put("raters." + rater.code(), "true");
    }
    values.put("sections.0.name.en", "");
    values.put("comments.0.id", "comment");
    values.put("comments.0.kind", CommentKind.FREE.code());
    values.put("validity.status", Validation.NOT_YET_VALIDATED.code());
    return values;
  }

  private static String named(Map<String, String> fields, String id, String name) {
    Map<String, String> values = new LinkedHashMap<>(fields);
    values.put("instrument", id);
    values.put("edition", "1");
    // What was shown of the one that it is a copy of was not shown of this one.
    values.put("validity.status", Validation.NOT_YET_VALIDATED.code());
    values.keySet().removeIf(path -> path.startsWith("name."));
    values.put("name." + InstrumentFields.languages(values).getFirst(), name);
    return InstrumentWriting.document(values);
  }

  /// Keeps a draft as it is, with whatever mistakes it has.
  ///
  /// @param version that its writer had before them
  /// @return the version it has now
  Outcome<Long> save(
      Viewer writer, String id, long version, String document, @Nullable String key) {
    if (plain(document).isBlank()) {
      return Outcome.refused(Reason.invalid(InstrumentCheck.DOCUMENT, "required"));
    }
    if (document.length() > LONGEST) {
      return Outcome.refused(Reason.invalid(InstrumentCheck.DOCUMENT, "too-long", LONGEST));
    }
    return change(
        writer,
        "instrument.save",
        id,
        version,
        key,
        List.of(id, version, document),
        Long.class,
        (own, _) -> {
          store.save(own.id(), plain(document), writer.person(), clock.instant());
          return Outcome.done(version + 1);
        });
  }

  /// Without what a browser adds to line ends, and what no text can hold.
  private static String plain(String document) {
    return document.replace("\r\n", "\n").replace("\u0000", "");
  }

  /// Makes the draft the next edition, word for word and for good.
  ///
  /// @return its number
  Outcome<Integer> publish(Viewer writer, String id, long version, @Nullable String key) {
    return change(
        writer,
        "instrument.publish",
        id,
        version,
        key,
        List.of(id, version),
        Integer.class,
        (own, draft) -> {
          InstrumentCheck check = InstrumentCheck.of(draft.document(), id, own.next());
          Instrument instrument = check.instrument();
          if (instrument == null || !check.refusals().isEmpty()) {
            return Outcome.refused(check.refusals());
          }
          store.publish(
              own.id(),
              own.next(),
              draft.document(),
              InstrumentText.of(instrument),
              writer.person(),
              clock.instant());
          audit.record(
              writer.person(), "instrument.published", InstrumentRules.RECORD, own.id(), null);
          return Outcome.done(own.next());
        });
  }

  /// Throws the draft away, and the instrument with it if nothing of it was published.
  ///
  /// @return its id
  Outcome<String> discard(Viewer writer, String id, long version, @Nullable String key) {
    return change(
        writer,
        "instrument.discard",
        id,
        version,
        key,
        List.of(id, version),
        String.class,
        (own, _) -> {
          store.removeDraft(own.id());
          if (own.editions() == 0) {
            store.remove(own.id());
          }
          audit.record(
              writer.person(),
              "instrument.draft-discarded",
              InstrumentRules.RECORD,
              own.id(),
              null);
          return Outcome.done(id);
        });
  }

  /// Begins the next edition from the last.
  ///
  /// @return the version that the draft has
  Outcome<Long> next(Viewer writer, String id, long version, @Nullable String key) {
    return changeable(
        writer,
        "instrument.next",
        id,
        version,
        key,
        List.of(id, version),
        Long.class,
        own -> {
          if (own.draft() != null) {
            return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "instruments.has-draft"));
          }
          String last = store.edition(own.id(), own.editions()).orElseThrow().document();
          store.save(own.id(), counted(last, own.next()), writer.person(), clock.instant());
          audit.record(writer.person(), "instrument.begun", InstrumentRules.RECORD, own.id(), null);
          return Outcome.done(version + 1);
        });
  }

  /// The same text as a later edition, with all notes that its author made in it.
  private static String counted(String document, int edition) {
    return document.replaceFirst("(?m)^edition:[ \\t]*\\d+", "edition: " + edition);
  }

  private <T> Outcome<T> change(
      Viewer writer,
      String act,
      String id,
      long version,
      @Nullable String key,
      Object input,
      Class<T> type,
      BiFunction<OwnInstrument, Draft, Outcome<T>> doing) {
    return changeable(
        writer,
        act,
        id,
        version,
        key,
        input,
        type,
        own -> {
          Draft draft = own.draft();
          return draft == null
              ? Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "instruments.no-draft"))
              : doing.apply(own, draft);
        });
  }

  private <T> Outcome<T> changeable(
      Viewer writer,
      String act,
      String id,
      long version,
      @Nullable String key,
      Object input,
      Class<T> type,
      Function<OwnInstrument, Outcome<T>> doing) {
    return idempotency.once(
        writer.person(),
        act,
        key,
        input,
        type,
        () -> {
          if (!mayChange(writer)) {
            return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
          }
          boolean taken = store.take(id, version);
          Optional<OwnInstrument> own = store.find(writer, id);
          if (own.isEmpty()) {
            return Outcome.refused(Reason.notFound());
          }
          return taken
              ? doing.apply(own.get())
              : Outcome.refused(Reason.of(Reason.Kind.STALE, "instruments.stale"));
        });
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
