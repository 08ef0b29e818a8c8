package io.fairlead.app.instruments;

import io.fairlead.app.instruments.OwnInstrument.Draft;
import io.fairlead.app.instruments.OwnInstrument.Edition;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.InstrumentFile;
import io.fairlead.methods.instruments.InstrumentFile.Read.Refused;
import io.fairlead.methods.instruments.InstrumentFile.Read.Sound;
import io.fairlead.methods.instruments.ItemBank;
import io.fairlead.methods.instruments.ShippedInstruments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What can be asked here: the instruments that come with Fairlead, and the editions that people
/// operations published of their own.
@Component
public class Instruments {
  static final String DRAFT = "draft";

  private final InstrumentStore store;

  /// Read once, since an edition never changes.
  private final Map<EditionKey, Instrument> read = new ConcurrentHashMap<>();

  Instruments(InstrumentStore store) {
    this.store = store;
  }

  private record EditionKey(UUID instrument, int number) {}

  /// All that a round can be launched with: those that come with Fairlead, then the newest edition
  /// of each own one, by its id. An own one hides a shipped one of the same id, which a later
  /// version may bring.
  public List<Instrument> published() {
    Map<String, Instrument> published = new LinkedHashMap<>();
    ShippedInstruments.all().forEach(each -> published.put(each.id(), each));
    store.newest().forEach(each -> published.put(each.code(), read(each)));
    return List.copyOf(published.values());
  }

  /// One of those, by its id.
  public Optional<Instrument> published(String id) {
    return published().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// Own ones that the viewer can see, with those that are drafts only, by id.
  List<OwnInstrument> own(Viewer viewer) {
    return store.all(viewer);
  }

  Optional<OwnInstrument> own(Viewer viewer, String id) {
    return store.find(viewer, id);
  }

  /// One edition of an own one.
  Optional<Instrument> edition(OwnInstrument own, int number) {
    return store.edition(own.id(), number).map(this::read);
  }

  /// One as the viewer asks for it.
  ///
  /// @param edition its number, or `draft`; empty for the newest
  /// @throws RefusedException where there is none that the viewer can see, or a draft cannot be
  ///   read
  Instrument find(Viewer viewer, String id, String edition) {
    Optional<OwnInstrument> own = store.find(viewer, id);
    if (edition.equals(DRAFT)) {
      Draft draft = own.map(OwnInstrument::draft).orElseThrow(Instruments::nothing);
      return Optional.ofNullable(
              InstrumentCheck.of(draft.document(), id, own.get().next()).instrument())
          .orElseThrow(() ->
              new RefusedException(
                  Reason.of(Reason.Kind.CONFLICT, "instruments.unreadable-draft")));
    }
    Optional<Instrument> newest = published(id);
    if (edition.isEmpty() || newest.map(each -> edition.equals(number(each))).orElse(false)) {
      return newest.orElseThrow(Instruments::nothing);
    }
    return own.filter(_ -> edition.matches("\\d{1,4}"))
        .flatMap(each -> edition(each, Integer.parseInt(edition)))
        .orElseThrow(Instruments::nothing);
  }

  private static String number(Instrument instrument) {
    return Integer.toString(instrument.edition());
  }

  private static RefusedException nothing() {
    return new RefusedException(Reason.notFound());
  }

  /// All editions of an own one, the newest first.
  List<Edition> editions(OwnInstrument own) {
    return store.editions(own.id());
  }

  private Instrument read(Edition edition) {
    return read.computeIfAbsent(
        new EditionKey(edition.instrument(), edition.number()),
        _ ->
            switch (InstrumentFile.read(edition.questions(), ItemBank.empty())) {
              case Sound(Instrument instrument) -> instrument;
              case Refused refused ->
                  throw new IllegalStateException(
                      "edition %d of %s cannot be read any more: %s"
                          .formatted(edition.number(), edition.code(), refused.problems()));
            });
  }
}
