package io.fairlead.app.goals;

import io.fairlead.app.cycles.Cycle;
import io.fairlead.app.goals.GoalListApi.ObjectiveLine;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.methods.goals.ConfidenceCalibration;
import io.fairlead.methods.goals.Fast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Goals as JSON the way the pages look at them: what feeds what, over time, below one, and a cycle
/// summed up.
@RestController
@RequestMapping("/api/v1")
class GoalMapApi {
  private static final int TOP = 2;

  private final GoalViews views;
  private final CycleSummaries summaries;

  GoalMapApi(GoalViews views, CycleSummaries summaries) {
    this.views = views;
    this.summaries = summaries;
  }

  /// @param elsewhere how many more it touches that are not here
  /// @param focus whether it stands in the middle: asked for, or the viewer's own
  record MapNode(ObjectiveLine objective, boolean focus, int elsewhere) {}

  /// @param share of the parent that the child carries, 0 to 1
  record MapEdge(UUID child, UUID parent, double share, boolean primary) {}

  /// @param whole false where more hangs together than a map holds
  record MapDocument(UUID cycle, List<MapNode> nodes, List<MapEdge> edges, boolean whole) {}

  @GetMapping("/goals/map")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  MapDocument map(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "mine") String scope,
      @RequestParam(required = false) @Nullable UUID focus) {
    GoalViews.Mapped mapped =
        views
            .map(viewer, GoalQuery.of(cycle, scope), focus, viewer.today())
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    List<GoalMap.Node> nodes = mapped.map().nodes();
    return new MapDocument(
        mapped.query().cycle(),
        nodes.stream()
            .map(node ->
                new MapNode(
                    ObjectiveLine.of(node.objective(), node.drift()),
                    node.focus(),
                    node.elsewhere()))
            .toList(),
        nodes.stream()
            .flatMap(node ->
                node.moves().stream()
                    .map(move ->
                        new MapEdge(
                            node.objective().id(), move.to().id(), move.share(), move.primary())))
            .toList(),
        mapped.whole());
  }

  /// @param reachedOn the day on which it should have stood where it stands; null where nothing is
  ///   known
  record TimelineBar(ObjectiveLine objective, @Nullable LocalDate reachedOn) {}

  record TimelineLane(Cycle cycle, List<TimelineBar> objectives) {}

  /// @param whole false where there are more objectives than a timeline shows
  record TimelineDocument(List<TimelineLane> lanes, boolean whole) {}

  @GetMapping("/goals/timeline")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  TimelineDocument timeline(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String cycle,
      @RequestParam(defaultValue = "mine") String scope) {
    GoalTimeline timeline = views.timeline(viewer, GoalQuery.of(cycle, scope), viewer.today());
    return new TimelineDocument(
        timeline.lanes().stream()
            .map(lane ->
                new TimelineLane(
                    lane.cycle(),
                    lane.bars().stream()
                        .map(bar ->
                            new TimelineBar(
                                ObjectiveLine.of(bar.objective(), bar.drift()), reachedOn(bar)))
                        .toList()))
            .toList(),
        timeline.whole());
  }

  private static @Nullable LocalDate reachedOn(GoalTimeline.Bar bar) {
    Double ahead = bar.drift().ahead();
    if (ahead == null) {
      return null;
    }
    Cycle cycle = bar.objective().cycle();
    long days = Math.clamp(Math.round(bar.drift().today() + ahead), 0, cycle.days());
    return cycle.starts().plusDays(days);
  }

  /// @param next cursor of the next ones; null after the last
  record BelowDocument(List<ObjectiveLine> objectives, @Nullable String next) {}

  @GetMapping("/objectives/{id}/below")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  BelowDocument below(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor) {
    GoalQuery.Cursor after =
        cursor == null
            ? null
            : GoalQuery.Cursor.find(cursor)
                .orElseThrow(
                    () -> new RefusedException(Reason.invalid("cursor", "unknown-cursor")));
    List<GoalTree.Line> lines =
        views
            .below(viewer, id, after, TOP, viewer.today())
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    List<ObjectiveLine> objectives = new ArrayList<>();
    String next = null;
    for (GoalTree.Line line : lines) {
      switch (line) {
        case GoalTree.Line.OfObjective below ->
            objectives.add(ObjectiveLine.of(below.objective(), below.drift()));
        case GoalTree.Line.More more -> next = more.after().code();
        case GoalTree.Line.OfKeyResult _ -> {}
      }
    }
    return new BelowDocument(List.copyOf(objectives), next);
  }

  record HitDocument(String kind, int reached, int graded, double mean) {}

  record MeanDocument(UUID cycle, double score, int objectives) {}

  /// A share of how many; without any there is none.
  record ShareDocument(int part, int whole) {
    static ShareDocument of(Fast.Share share) {
      return new ShareDocument(share.part(), share.whole());
    }
  }

  record FastDocument(
      ShareDocument frequent,
      ShareDocument ambitious,
      ShareDocument specific,
      ShareDocument transparent) {}

  record OrphanDocument(UUID objective, String title) {}

  /// @param asOf null if it was counted just now, over all goals that the viewer may see; else when
  ///   it was counted, over those that everybody may see
  record SummaryDocument(
      UUID cycle,
      int objectives,
      int dropped,
      List<HitDocument> hits,
      String ambition,
      List<MeanDocument> means,
      ShareDocument aligned,
      List<OrphanDocument> orphans,
      int orphanCount,
      FastDocument fast,
      @Nullable ConfidenceCalibration calibration,
      @Nullable Instant asOf) {

    static SummaryDocument of(CycleSummary summary) {
      Fast fast = summary.fast();
      return new SummaryDocument(
          summary.cycle().id(),
          summary.objectives(),
          summary.dropped(),
          summary.hits().stream()
              .map(hit ->
                  new HitDocument(hit.kind().code(), hit.reached(), hit.graded(), hit.mean()))
              .toList(),
          summary.ambition().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          summary.means().stream()
              .map(mean -> new MeanDocument(mean.cycle().id(), mean.score(), mean.n()))
              .toList(),
          ShareDocument.of(summary.aligned()),
          summary.orphans().stream()
              .map(orphan -> new OrphanDocument(orphan.id(), orphan.title()))
              .toList(),
          summary.orphanCount(),
          new FastDocument(
              ShareDocument.of(fast.frequent()),
              ShareDocument.of(fast.ambitious()),
              ShareDocument.of(fast.specific()),
              ShareDocument.of(fast.transparent())),
          summary.calibration(),
          summary.asOf());
    }
  }

  /// @param waits whether the cycle is large and has not been counted yet
  record SummaryAnswer(@Nullable SummaryDocument summary, boolean waits) {}

  @GetMapping("/cycles/{id}/summary")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  SummaryAnswer summary(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    List<Cycle> all = summaries.all();
    if (all.stream().noneMatch(cycle -> cycle.id().equals(id))) {
      throw new RefusedException(Reason.notFound());
    }
    CycleSummaries.Asked found =
        summaries.summary(viewer, GoalQuery.of(id.toString(), "all"), all, viewer.today());
    Optional<CycleSummary> summary = found.summary();
    return new SummaryAnswer(summary.map(SummaryDocument::of).orElse(null), found.waits());
  }
}
