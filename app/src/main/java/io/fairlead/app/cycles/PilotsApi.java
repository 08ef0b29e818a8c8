package io.fairlead.app.cycles;

import io.fairlead.app.cycles.Pilot.State;
import io.fairlead.app.cycles.PilotBeginning.Preview;
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
import io.fairlead.methods.framework.Cadence;
import io.fairlead.methods.framework.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Frameworks that a group tries before everybody, as JSON.
@RestController
@RequestMapping("/api/v1/framework/pilots")
class PilotsApi {
  private final Pilots pilots;
  private final PilotBeginning beginning;
  private final PilotEnding ending;
  private final Pages pages;

  PilotsApi(Pilots pilots, PilotBeginning beginning, PilotEnding ending, Pages pages) {
    this.pilots = pilots;
    this.beginning = beginning;
    this.ending = ending;
    this.pages = pages;
  }

  /// A pilot.
  ///
  /// @param state `running`, `applied` (its framework was put in force for everybody) or `stopped`
  /// @param last the end of its last cycle
  /// @param headcount who is in it today
  /// @param mine whether the reader is
  /// @param people single people; empty for those who may not begin a pilot
  /// @param compared with all others, for people operations, where both are five or more
  /// @param document its framework
  record PilotDocument(
      UUID id,
      String name,
      String state,
      LocalDate first,
      LocalDate last,
      String reason,
      @Nullable UUID begunBy,
      Instant begunAt,
      @Nullable Instant endedAt,
      @Nullable String endedBecause,
      int headcount,
      boolean mine,
      Set<UUID> units,
      Set<UUID> teams,
      Set<UUID> people,
      @Nullable ComparedDocument compared,
      String document) {}

  /// What a group and all others did in the same days.
  record ComparedDocument(
      LocalDate first,
      LocalDate last,
      int people,
      long objectives,
      long checkIns,
      int others,
      long objectivesOfOthers,
      long checkInsOfOthers) {
    static ComparedDocument of(Pilots.Compared compared) {
      CycleWork.Done done = compared.done();
      return new ComparedDocument(
          compared.first(),
          compared.last(),
          compared.people(),
          done.objectives(),
          done.checkIns(),
          compared.others(),
          done.objectivesOfOthers(),
          done.checkInsOfOthers());
    }
  }

  record PilotList(List<PilotDocument> pilots) {}

  /// A framework to try, with whom, and for how long.
  ///
  /// @param name what its cycles are told apart by
  /// @param first `2027-01-01`, today or later
  /// @param last none of its cycles ends later
  record Asked(
      @Nullable String document,
      @Nullable String name,
      @Nullable Set<@Nullable UUID> units,
      @Nullable Set<@Nullable UUID> teams,
      @Nullable Set<@Nullable UUID> people,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      @Nullable String reason) {}

  /// A cycle that a pilot would have.
  record CycleDocument(String name, LocalDate starts, LocalDate ends) {
    static CycleDocument of(Cadence.Cycle cycle) {
      return new CycleDocument(cycle.name(), cycle.during().opens(), cycle.during().closes());
    }
  }

  /// What beginning a pilot would do; it would be refused if there are refusals.
  ///
  /// @param staying open objectives of its people, which stay where they are
  /// @param tried what would be different for them, in sentences
  /// @param waiting what waits until the framework is in force for everybody
  record PilotPreviewDocument(
      int against,
      int people,
      long staying,
      List<String> tried,
      List<String> waiting,
      List<CycleDocument> cycles,
      List<LocalDate> endings,
      List<Problem> refusals) {}

  /// How a pilot ends.
  ///
  /// @param as `applied`: its framework is put in force for everybody; or `stopped`
  record Ending(@Nullable String as, @Nullable String reason) {}

  /// The latest fifty.
  @GetMapping
  @Guarded(record = "pilot", act = "read", fields = "terms", scope = "framework:read")
  PilotList latest(@AuthenticationPrincipal Viewer viewer) {
    Set<UUID> mine = pilots.mine(viewer);
    boolean mayChange = pilots.mayChange(viewer);
    return new PilotList(
        pilots.latest().stream()
            .map(pilot -> document(viewer, pilot, mine, mayChange, null))
            .toList());
  }

  @GetMapping("/{id}")
  @Guarded(record = "pilot", act = "read", fields = "terms", scope = "framework:read")
  PilotDocument pilot(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    Pilot pilot = pilots.find(id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return document(
        viewer,
        pilot,
        pilots.mine(viewer),
        pilots.mayChange(viewer),
        pilots.compared(viewer, pilot).map(ComparedDocument::of).orElse(null));
  }

  @PostMapping("/preview")
  @Guarded(record = "pilot", act = "change", fields = "terms", scope = "framework:write")
  PilotPreviewDocument preview(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestBody Asked asked) {
    Preview preview = done(beginning.preview(viewer, input(asked, match, null)));
    Words words = pages.words();
    return new PilotPreviewDocument(
        preview.inForce(),
        preview.people(),
        preview.staying(),
        preview.tried().stream().map(Effect::sentence).toList(),
        preview.waiting().stream().map(Effect::sentence).toList(),
        preview.made().stream().map(CycleDocument::of).toList(),
        preview.endings(),
        preview.refusals().stream()
            .map(reason ->
                new Problem(reason.code(), words.refusal(reason), reason.field().orElse("")))
            .toList());
  }

  @PostMapping
  @Guarded(record = "pilot", act = "change", fields = "terms", scope = "framework:write")
  @ResponseStatus(HttpStatus.CREATED)
  PilotDocument begin(
      @AuthenticationPrincipal Viewer viewer,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Asked asked) {
    return pilot(viewer, done(beginning.begin(viewer, input(asked, match, key))));
  }

  /// Stops a pilot, or puts its framework in force for everybody, which needs the version in force
  /// as `If-Match`.
  @PostMapping("/{id}/end")
  @Guarded(record = "pilot", act = "change", fields = "terms", scope = "framework:write")
  PilotDocument end(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Ending asked) {
    State as =
        PilotEnding.as(orEmpty(asked.as()))
            .orElseThrow(() -> new RefusedException(PilotEnding.NEITHER));
    int basedOn = as == State.APPLIED ? basedOn(match) : 0;
    return pilot(
        viewer,
        done(
            ending.end(
                viewer, new PilotEnding.End(id, as, orEmpty(asked.reason()), basedOn, key))));
  }

  private static PilotInput input(Asked asked, @Nullable String match, @Nullable String key) {
    return new PilotInput(
        orEmpty(asked.document()),
        basedOn(match),
        orEmpty(asked.name()),
        new PilotGroup(ids(asked.units()), ids(asked.teams()), ids(asked.people())),
        asked.first(),
        asked.last(),
        orEmpty(asked.reason()),
        key);
  }

  private static Set<UUID> ids(@Nullable Set<@Nullable UUID> sent) {
    return sent == null
        ? Set.of()
        : sent.stream().flatMap(Stream::ofNullable).collect(Collectors.toSet());
  }

  private static int basedOn(@Nullable String match) {
    if (match == null) {
      throw new RefusedException(Reason.invalid("If-Match", "framework.version-missing"));
    }
    String number = match.replace("W/", "").replace("\"", "").strip();
    if (!number.matches("[0-9]{1,9}")) {
      throw new RefusedException(Reason.of(Reason.Kind.STALE, "stale"));
    }
    return Integer.parseInt(number);
  }

  private PilotDocument document(
      Viewer viewer,
      Pilot pilot,
      Set<UUID> mine,
      boolean mayChange,
      @Nullable ComparedDocument compared) {
    return new PilotDocument(
        pilot.id(),
        pilot.name(),
        pilot.state().code(),
        pilot.first(),
        pilot.last(),
        pilot.reason(),
        pilot.begunBy(),
        pilot.begunAt(),
        pilot.endedAt(),
        pilot.endedBecause(),
        pilots.people(pilot, viewer.today()),
        mine.contains(pilot.id()),
        pilot.group().units(),
        pilot.group().teams(),
        mayChange ? pilot.group().people() : Set.of(),
        compared,
        pilot.document());
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
