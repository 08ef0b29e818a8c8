package io.fairlead.app.messages;

import io.fairlead.app.messages.DigestStore.Candidate;
import io.fairlead.app.messages.DigestStore.Digest;
import io.fairlead.app.messages.DigestStore.Fresh;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.words.Words;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The weekly mail: what waits for one's word this week, with a link at which one button says "no
/// change" for all of it. The link is one person's, for these things, for this week, and works
/// once; looking at it changes nothing.
@Service
public class Digests {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int PEOPLE = 200;
  private static final int MOST = 20;

  private final DigestStore store;
  private final Mailroom mailroom;
  private final ObjectProvider<NoChange> modules;
  private final Idempotency acts;
  private final Pages pages;
  private final Ids ids;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Digests(
      DigestStore store,
      Mailroom mailroom,
      ObjectProvider<NoChange> modules,
      Idempotency acts,
      Pages pages,
      Ids ids,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.mailroom = mailroom;
    this.modules = modules;
    this.acts = acts;
    this.pages = pages;
    this.ids = ids;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Queues the week's mail for everybody whose Monday morning it is, or was and nothing ran: on
  /// Tuesday still, later not.
  void send() {
    if (!mailroom.canSend()) {
      return;
    }
    store.forget(clock.instant().minus(KEPT));
    Words words = pages.words();
    // Whatever the zone, it is Monday or Tuesday of one of these weeks.
    LocalDate monday =
        words.today().plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    UUID after = new UUID(0, 0);
    List<Candidate> candidates = store.candidates(after, List.of(monday), words.zone(), PEOPLE);
    while (!candidates.isEmpty()) {
      List<Candidate> now = candidates.stream().filter(each -> isTime(each, monday)).toList();
      if (!now.isEmpty()) {
        transaction.executeWithoutResult(_ -> send(now, monday, words));
      }
      candidates =
          store.candidates(candidates.getLast().person(), List.of(monday), words.zone(), PEOPLE);
    }
  }

  private boolean isTime(Candidate candidate, LocalDate monday) {
    ZonedDateTime there = clock.instant().atZone(candidate.clock().zone());
    boolean begun =
        !there.isBefore(monday.atTime(PersonalClock.DIGESTS_AT).atZone(there.getZone()));
    boolean over = there.toLocalDate().isAfter(monday.plusDays(1));
    return begun && !over && !candidate.clock().isQuiet(clock.instant());
  }

  private void send(List<Candidate> candidates, LocalDate monday, Words words) {
    Map<UUID, List<NoChange.Item>> waiting =
        waiting(candidates.stream().map(Candidate::person).toList(), monday.plusDays(6), words);
    List<Fresh> fresh = new ArrayList<>();
    for (Candidate each : candidates) {
      List<NoChange.Item> items = waiting.getOrDefault(each.person(), List.of());
      fresh.add(
          new Fresh(
              ids.next(),
              each.person(),
              monday,
              items.stream().map(NoChange.Item::id).toList(),
              items.isEmpty() ? null : freshToken(),
              monday.plusDays(7).atStartOfDay(each.clock().zone()).toInstant()));
    }
    Set<UUID> kept = new HashSet<>(store.insert(fresh));
    List<Mail> mails = new ArrayList<>();
    for (Fresh each : fresh) {
      String token = each.token();
      if (token != null && kept.contains(each.id())) {
        mails.add(
            new Mail(
                each.id(),
                each.person(),
                OwnKinds.DIGEST,
                letter(waiting.getOrDefault(each.person(), List.of()), firstHref()),
                token,
                each.expiresAt()));
      }
    }
    mailroom.queue(mails);
  }

  private String firstHref() {
    return modules
        .orderedStream()
        .filter(pages.words()::uses)
        .findFirst()
        .map(NoChange::href)
        .orElse("/");
  }

  private Map<UUID, List<NoChange.Item>> waiting(
      Collection<UUID> persons, LocalDate until, Words words) {
    return modules
        .orderedStream()
        .filter(words::uses)
        .flatMap(module -> module.waiting(persons, until, words).stream())
        .collect(
            Collectors.groupingBy(NoChange.Item::person, LinkedHashMap::new, Collectors.toList()));
  }

  static Letter letter(List<NoChange.Item> items, String href) {
    List<Letter.Line> lines = new ArrayList<>();
    lines.add(Letter.Line.of("digest-mail.line"));
    items.stream()
        .limit(MOST)
        .forEach(item -> lines.add(Letter.Line.of("digest-mail.item", item.title(), item.last())));
    if (items.size() > MOST) {
      lines.add(Letter.Line.of("digest-mail.more", Integer.toString(items.size() - MOST)));
    }
    lines.add(Letter.Line.of("digest-mail.no-change").leading("/digest/{token}", "digest-mail.do"));
    lines.add(Letter.Line.of("digest-mail.update").leading(href, "digest-mail.update.do"));
    return new Letter(
        items.size() == 1 ? "digest-mail.subject.one" : "digest-mail.subject.many",
        List.of(Integer.toString(items.size())),
        lines,
        "digest-mail.why");
  }

  /// What a link leads to.
  ///
  /// @param name whose it is
  /// @param items what may still be said; empty when it was all said meanwhile
  record Open(UUID digest, UUID person, String name, List<NoChange.Item> items) {}

  /// @return refused when it was used, is over, was withdrawn or never was
  Outcome<Open> open(String token) {
    Optional<Digest> found = store.find(token).filter(Digest::works);
    if (found.isEmpty()) {
      return Outcome.refused(Reason.of(Reason.Kind.NOT_FOUND, "digest-gone"));
    }
    Digest digest = found.get();
    if (digest.usedAt() != null) {
      return Outcome.refused(Reason.of(Reason.Kind.NOT_FOUND, "digest-used"));
    }
    if (!digest.expiresAt().isAfter(clock.instant())) {
      return Outcome.refused(Reason.of(Reason.Kind.NOT_FOUND, "digest-expired"));
    }
    Words words = pages.words();
    Set<UUID> named = Set.copyOf(digest.items());
    List<NoChange.Item> items =
        waiting(List.of(digest.person()), words.today().plusDays(6), words)
            .getOrDefault(digest.person(), List.of())
            .stream()
            .filter(item -> named.contains(item.id()))
            .toList();
    return Outcome.done(new Open(digest.id(), digest.person(), digest.name(), items));
  }

  /// Says "no change" for all that the link names and that still waits, once.
  ///
  /// @return for how many
  Outcome<Integer> confirm(String token) {
    return open(token).then(this::confirm);
  }

  private Outcome<Integer> confirm(Open open) {
    Viewer viewer =
        new Viewer(open.person(), open.name(), Set.of(), Set.of(), Set.of(), pages.words().today());
    return acts.once(
        open.person(),
        "digest.confirm",
        open.digest().toString(),
        open.digest(),
        Integer.class,
        () -> {
          if (!store.use(open.digest())) {
            return Outcome.refused(Reason.of(Reason.Kind.NOT_FOUND, "digest-used"));
          }
          Set<UUID> left = open.items().stream().map(NoChange.Item::id).collect(Collectors.toSet());
          Outcome<Integer> said = Outcome.done(0);
          for (NoChange module : modules.orderedStream().filter(pages.words()::uses).toList()) {
            List<UUID> own =
                module
                    .waiting(List.of(open.person()), viewer.today().plusDays(6), pages.words())
                    .stream()
                    .map(NoChange.Item::id)
                    .filter(left::contains)
                    .toList();
            if (!own.isEmpty()) {
              said =
                  said.then(before ->
                      module
                          .confirm(viewer, own, open.digest().toString())
                          .then(more -> Outcome.done(before + more)));
            }
          }
          return said;
        });
  }

  /// No link of the person's works any more, as when their account is locked.
  public void withdraw(UUID person) {
    store.withdraw(person);
  }

  private static String freshToken() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
