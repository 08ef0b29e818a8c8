package io.fairlead.app.measures;

import io.fairlead.app.framework.Frameworks;
import io.fairlead.app.measures.AlertNews.News;
import io.fairlead.app.measures.AlertStore.Raised;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.OrganisationSettings;
import io.fairlead.methods.measures.NaturalRange;
import io.fairlead.methods.measures.Signal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Where each series stands, found anew in the transaction that changes its values, with what its
/// owner should look at.
@Component
class Standings {
  /// A signal that is older than so many steps of its measure is history: it stands in the chart,
  /// and nobody is asked about it.
  private static final int FRESH_STEPS = 3;

  private final ValueStore values;
  private final StandingStore store;
  private final BasisStore bases;
  private final AlertStore alerts;
  private final AlertNews news;
  private final ObjectProvider<MeasureFollower> followers;
  private final ObjectProvider<MeasureWatcher> watchers;
  private final Frameworks frameworks;
  private final OrganisationSettings organisation;
  private final Clock clock;

  Standings(
      ValueStore values,
      StandingStore store,
      BasisStore bases,
      AlertStore alerts,
      AlertNews news,
      ObjectProvider<MeasureFollower> followers,
      ObjectProvider<MeasureWatcher> watchers,
      Frameworks frameworks,
      OrganisationSettings organisation,
      Clock clock) {
    this.values = values;
    this.store = store;
    this.bases = bases;
    this.alerts = alerts;
    this.news = news;
    this.followers = followers;
    this.watchers = watchers;
    this.frameworks = frameworks;
    this.organisation = organisation;
    this.clock = clock;
  }

  /// The series of a measure that the viewer may read, the whole first.
  List<Standing> readable(Viewer viewer, UUID measure) {
    return store.readable(viewer, measure);
  }

  /// How one of them behaves.
  Behaviour behaviour(UUID measure, UUID series) {
    Basis basis = bases.of(measure);
    return Behaviour.of(values.values(series), basis.changes(), basis.baseline());
  }

  /// What stands for each day of one of them, by day.
  List<DayValue> values(UUID series) {
    return values.values(series);
  }

  Map<UUID, List<DayValue>> values(Collection<UUID> series) {
    return series.isEmpty() ? Map.of() : values.values(series);
  }

  /// What was entered last in one of them, corrections included, the newest day first.
  List<EnteredValue> entered(UUID series, int most) {
    return values.said(series, most);
  }

  void refreshAll(UUID measure) {
    refresh(measure, values.series(measure).stream().map(ValueStore.Series::id).toList());
  }

  void refresh(UUID measure, Collection<UUID> series) {
    Basis basis = bases.of(measure);
    LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.organisation().zone());
    List<News> raised = new ArrayList<>();
    series.forEach(each -> refresh(measure, each, basis, today).forEach(raised::add));
    news.tell(measure, raised);
  }

  /// @return what its owner is to be told
  private Stream<News> refresh(UUID measure, UUID series, Basis basis, LocalDate today) {
    values.lock(series);
    Behaviour behaviour = Behaviour.of(values.values(series), basis.changes(), basis.baseline());
    store.keep(standing(series, behaviour, basis.zone(behaviour.values())), clock.instant());
    followers.orderedStream().forEach(each -> each.changed(measure, series, behaviour.values()));
    LocalDate fresh = today.minusDays((long) FRESH_STEPS * basis.frequency().days());
    return Stream.of(
            signal(measure, series, basis, behaviour, fresh),
            threshold(measure, series, basis, behaviour, fresh))
        .flatMap(Optional::stream);
  }

  private Optional<News> signal(
      UUID measure, UUID series, Basis basis, Behaviour behaviour, LocalDate fresh) {
    List<Signal> signals = behaviour.signals();
    alerts.forget(
        series,
        Alert.Kind.SIGNAL,
        signals.stream()
            .map(each -> behaviour.values().get(each.index()).day() + " " + each.rule().code())
            .toList());
    Optional<Signal> latest = behaviour.latest();
    if (basis.retired() || latest.isEmpty() || !frameworks.rules().measures().signals()) {
      return Optional.empty();
    }
    Signal last = latest.get();
    DayValue value = behaviour.values().get(last.index());
    if (value.day().isBefore(fresh)) {
      return Optional.empty();
    }
    Boolean worse = basis.isWorse(behaviour.isUpward(last) ? 1 : -1);
    LocalDate since = behaviour.since(last);
    if (!Boolean.FALSE.equals(worse) && last.index() == behaviour.values().size() - 1) {
      watched(measure, series, Alert.Kind.SIGNAL, since);
    }
    return alerts
        .raise(
            measure,
            series,
            Alert.Kind.SIGNAL,
            new Raised(last.rule().code(), since, value.day(), value.value(), worse),
            clock.instant())
        .map(alert -> new News(alert, Alert.Kind.SIGNAL, worse, since));
  }

  private Optional<News> threshold(
      UUID measure, UUID series, Basis basis, Behaviour behaviour, LocalDate fresh) {
    List<DayValue> all = behaviour.values();
    alerts.forget(
        series,
        Alert.Kind.THRESHOLD,
        all.stream()
            .filter(each -> basis.isBeyondAlarm(each.value()))
            .map(each -> each.day() + " " + Zone.ALARM.code())
            .toList());
    Optional<DayValue> first = basis.alarming(all);
    if (basis.retired() || first.isEmpty() || all.getLast().day().isBefore(fresh)) {
      return Optional.empty();
    }
    LocalDate since = first.get().day();
    watched(measure, series, Alert.Kind.THRESHOLD, since);
    return alerts
        .raise(
            measure,
            series,
            Alert.Kind.THRESHOLD,
            new Raised(Zone.ALARM.code(), since, since, first.get().value(), true),
            clock.instant())
        .map(alert -> new News(alert, Alert.Kind.THRESHOLD, true, since));
  }

  private void watched(UUID measure, UUID series, Alert.Kind kind, LocalDate since) {
    watchers.orderedStream().forEach(each -> each.goesWrong(measure, series, kind, since));
  }

  private static LocalDate rangeFrom(Behaviour behaviour) {
    List<DayValue> values = behaviour.values();
    boolean moves = behaviour.isSeasonal() || behaviour.isWithoutPast();
    return (moves ? values.getLast() : values.get(behaviour.current().orElseThrow().from())).day();
  }

  private static Standing standing(UUID series, Behaviour behaviour, Zone zone) {
    List<DayValue> values = behaviour.values();
    if (values.isEmpty()) {
      return StandingStore.none(series, Slice.WHOLE, null);
    }
    NaturalRange range = behaviour.range(values.size() - 1).orElse(null);
    Signal latest = behaviour.latest().orElse(null);
    DayValue signal = latest == null ? null : values.get(latest.index());
    List<DayValue> picture = Picture.of(values, Standing.MOST_POINTS);
    return new Standing(
        series,
        Slice.WHOLE,
        null,
        behaviour.status(),
        values.size(),
        values.getFirst().day(),
        values.getLast().day(),
        values.getLast().value(),
        values.size() == 1 ? null : values.get(values.size() - 2).value(),
        range == null ? null : (Double) range.centre(),
        range == null ? null : (Double) range.lower(),
        range == null ? null : (Double) range.upper(),
        range == null ? null : rangeFrom(behaviour),
        signal == null ? null : signal.day(),
        latest == null ? null : latest.rule().code(),
        signal == null ? null : (Double) signal.value(),
        latest == null ? null : (Boolean) behaviour.isUpward(latest),
        behaviour.isSeasonal(),
        behaviour.autocorrelation().orElse(null),
        zone,
        picture.stream().map(DayValue::day).toList(),
        picture.stream().map(DayValue::value).toList());
  }
}
