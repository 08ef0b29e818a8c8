package io.fairlead.app.framework;

import io.fairlead.app.audit.Audit;
import io.fairlead.app.framework.FrameworkVersion.FrameworkEntry;
import io.fairlead.app.platform.Ids;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.methods.framework.DefaultFramework;
import io.fairlead.methods.framework.Finding;
import io.fairlead.methods.framework.Framework;
import io.fairlead.methods.framework.FrameworkDifference;
import io.fairlead.methods.framework.FrameworkDocument;
import io.fairlead.methods.framework.FrameworkLint;
import io.fairlead.methods.framework.Parsed;
import io.fairlead.methods.framework.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The organisation's framework: which document is in force, which was when, what another one would
/// change, and putting it in force.
@Component
public class Frameworks {
  /// How long a node may still work by a document that another node has replaced.
  private static final Duration KEPT = Duration.ofSeconds(1);

  private static final int MOST_VERSIONS = 500;
  private static final int LONGEST_REASON = 2_000;
  private static final FrameworkVersion STANDARD =
      new FrameworkVersion(FrameworkEntry.STANDARD, DefaultFramework.document());

  private final FrameworkStore store;
  private final ObjectProvider<FrameworkSection<?>> sections;
  private final Idempotency idempotency;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;
  private volatile @Nullable Known known;
  private final Map<Begun, FrameworkVersion> begun = new ConcurrentHashMap<>();

  Frameworks(
      FrameworkStore store,
      ObjectProvider<FrameworkSection<?>> sections,
      Idempotency idempotency,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.sections = sections;
    this.idempotency = idempotency;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  private static final int MOST_BEGUN = 100;

  /// A moment, and the version in force when it was asked about.
  private record Begun(Instant moment, @Nullable UUID version) {}

  /// What this node last read, and when by the machine's own steady time.
  private record Known(FrameworkVersion version, long readAt) {}

  /// The version in force. Cheap: read again once a second, and parsed only when it changed.
  public FrameworkVersion inForce() {
    Known last = known;
    long now = System.nanoTime();
    if (last != null && now - last.readAt() < KEPT.toNanos()) {
      return last.version();
    }
    int latest = store.latest();
    FrameworkVersion version =
        last != null && last.version().number() == latest ? last.version() : read();
    known = new Known(version, now);
    return version;
  }

  /// What the document in force says.
  public Framework rules() {
    return inForce().document().framework();
  }

  /// What was in force at a moment; before the first version the one that Fairlead comes with.
  public FrameworkVersion inForceAt(Instant moment) {
    return store.inForceAt(moment).orElse(STANDARD);
  }

  /// What holds for whatever began at a moment: the version in force then. What began before the
  /// organisation had any of its own goes by its first. Read once for each version in force, since
  /// what is past does not change.
  public FrameworkVersion begunWith(Instant moment) {
    FrameworkVersion now = inForce();
    Instant from = now.entry().from();
    if (from == null || !from.isAfter(moment)) {
      return now;
    }
    if (begun.size() > MOST_BEGUN) {
      begun.clear();
    }
    return begun.computeIfAbsent(
        new Begun(moment, now.entry().id()), it -> store.begunWith(moment).orElse(now));
  }

  public Optional<FrameworkVersion> find(int number) {
    return number == 0 ? Optional.of(STANDARD) : store.find(number);
  }

  /// All versions, latest first, without the one that Fairlead comes with.
  public List<FrameworkEntry> history() {
    return store.history(MOST_VERSIONS);
  }

  public boolean mayChange(Viewer viewer) {
    return store.mayChange(viewer);
  }

  /// What the document would change if it were put in force now.
  public Outcome<FrameworkPlan> plan(Viewer viewer, String document) {
    return mayChange(viewer) ? planned(document, read()) : forbidden();
  }

  /// What the document would change for those who try it before everybody. It strands nothing,
  /// since what runs goes on by the rules it began with.
  public Outcome<FrameworkPlan> planTrial(Viewer viewer, String document) {
    return mayChange(viewer) ? planned(document, read(), List.of()) : forbidden();
  }

  /// Puts a document in force, with all that follows from it, or changes nothing.
  ///
  /// @return the number of the new version
  public Outcome<Integer> apply(Viewer viewer, FrameworkInput input) {
    if (!mayChange(viewer)) {
      return forbidden();
    }
    Outcome<Integer> outcome =
        idempotency.once(
            viewer.person(),
            "framework.apply",
            input.key(),
            input,
            Integer.class,
            () -> putFor(viewer.person(), input));
    forget();
    return outcome;
  }

  /// Reads the document anew when it is next asked for.
  public void forget() {
    known = null;
  }

  private FrameworkVersion read() {
    return store.current().orElse(STANDARD);
  }

  private static <T> Outcome<T> forbidden() {
    return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
  }

  /// From here to the end of the transaction nobody else puts a document in force.
  public void lock() {
    store.lock();
  }

  /// Why a document cannot be put in force as it is; empty if it can.
  List<Reason> against(FrameworkInput input) {
    FrameworkVersion now = read();
    if (now.number() != input.basedOn()) {
      return List.of(Reason.of(Reason.Kind.STALE, "stale"));
    }
    return switch (checked(input, now)) {
      case Refused<FrameworkPlan>(List<Reason> reasons) -> reasons;
      case Done<FrameworkPlan> _ -> List.of();
    };
  }

  /// Puts a document in force that its author was entitled to when they planned it.
  ///
  /// @param author null if they were erased since
  Outcome<Integer> putFor(@Nullable UUID author, FrameworkInput input) {
    store.lock();
    FrameworkVersion now = read();
    if (now.number() != input.basedOn()) {
      return Outcome.refused(Reason.of(Reason.Kind.STALE, "stale"));
    }
    return switch (checked(input, now)) {
      case Refused<FrameworkPlan>(List<Reason> reasons) -> Outcome.refused(reasons);
      case Done<FrameworkPlan>(FrameworkPlan plan) ->
          Outcome.done(written(author, plan, input.reason().strip()));
    };
  }

  private Outcome<FrameworkPlan> checked(FrameworkInput input, FrameworkVersion now) {
    List<Reason> wrong = reasonProblems(input.reason());
    return switch (planned(input.document(), now)) {
      case Refused<FrameworkPlan>(List<Reason> reasons) ->
          Outcome.refused(Stream.concat(reasons.stream(), wrong.stream()).toList());
      case Done<FrameworkPlan>(FrameworkPlan plan) -> {
        List<Reason> refusals = Stream.concat(plan.refusals().stream(), wrong.stream()).toList();
        yield refusals.isEmpty() ? Outcome.done(plan) : Outcome.refused(refusals);
      }
    };
  }

  private static List<Reason> reasonProblems(String reason) {
    if (reason.isBlank()) {
      return List.of(Reason.invalid("reason", "required"));
    }
    return reason.strip().length() > LONGEST_REASON
        ? List.of(Reason.invalid("reason", "too-long", LONGEST_REASON))
        : List.of();
  }

  private int written(@Nullable UUID author, FrameworkPlan plan, String reason) {
    if (!plan.changesText()) {
      return plan.inForce().number();
    }
    UUID id = ids.next();
    int number = plan.inForce().number() + 1;
    store.add(id, number, plan.next().text(), author, reason, clock.instant());
    Framework now = plan.inForce().document().framework();
    Framework next = plan.next().framework();
    sections.orderedStream().forEach(section -> follow(section, now, next, id));
    audit.record(author, "framework.applied", FrameworkPolicy.RECORD, id, null);
    return number;
  }

  private Outcome<FrameworkPlan> planned(String text, FrameworkVersion now) {
    return planned(text, now, sections.orderedStream().toList());
  }

  /// @param asked the modules that may refuse
  private static Outcome<FrameworkPlan> planned(
      String text, FrameworkVersion now, List<FrameworkSection<?>> asked) {
    return switch (FrameworkDocument.parse(text)) {
      case Parsed.Rejected(List<Problem> problems) ->
          Outcome.refused(problems.stream().map(Frameworks::reason).toList());
      case Parsed.Read(FrameworkDocument next) -> Outcome.done(planned(next, now, asked));
    };
  }

  private static FrameworkPlan planned(
      FrameworkDocument next, FrameworkVersion now, List<FrameworkSection<?>> asked) {
    List<Finding> findings = FrameworkLint.lint(next);
    List<Reason> refusals = new ArrayList<>();
    findings.stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR && finding.fails())
        .map(finding ->
            Reason.invalid("document", "framework.contradiction", finding.line(), finding.what()))
        .forEach(refusals::add);
    asked.stream()
        .flatMap(
            section -> stranded(section, now.document().framework(), next.framework()).stream())
        .forEach(refusals::add);
    return new FrameworkPlan(
        now, next, FrameworkDifference.between(now.document(), next), findings, refusals);
  }

  static Reason reason(Problem problem) {
    return problem
        .suggestion()
        .map(remedy ->
            Reason.invalid(
                "document",
                "framework.problem-with-remedy",
                problem.line(),
                problem.column(),
                problem.message(),
                remedy))
        .orElseGet(() ->
            Reason.invalid(
                "document",
                "framework.problem",
                problem.line(),
                problem.column(),
                problem.message()));
  }

  private static <T> List<Reason> stranded(
      FrameworkSection<T> section, Framework now, Framework next) {
    T before = section.of(now);
    T after = section.of(next);
    return before.equals(after) ? List.of() : section.stranded(before, after);
  }

  private static <T> void follow(
      FrameworkSection<T> section, Framework now, Framework next, UUID version) {
    T after = section.of(next);
    if (!section.of(now).equals(after)) {
      section.follow(after, version);
    }
  }
}
