package io.fairlead.app.access;

import io.fairlead.app.access.HrScopes.Overview;
import io.fairlead.app.access.HrScopes.Partner;
import io.fairlead.app.access.HrScopes.Scope;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Which HR partner stands behind which unit, as a page and as JSON.
@Controller
public class HrScopePages {
  private final HrScopes scopes;
  private final Pages pages;
  private final Policy policy;

  HrScopePages(HrScopes scopes, Pages pages, Policy policy) {
    this.scopes = scopes;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param uncovered units in which people work whom nobody reaches
  /// @param doubly units that several reach, each with who
  public record ScopesPage(
      ScopeChart chart,
      List<Row> partners,
      List<Unit> uncovered,
      List<Shared> doubly,
      int withoutUnit) {}

  /// @param colour of the chart
  public record Row(UUID id, String name, String mark, int colour, int units, int people) {}

  public record Unit(String name, int people) {}

  public record Shared(String name, String partners) {}

  @GetMapping("/studio/access/hr-partners")
  @Guarded(record = "role", act = "read", fields = "all")
  Object page(@AuthenticationPrincipal Viewer viewer) {
    Words words = pages.words();
    Overview overview = found(viewer);
    List<Partner> partners = overview.partners();
    List<Row> rows =
        java.util.stream.IntStream.range(0, partners.size())
            .mapToObj(number -> row(partners.get(number), number))
            .toList();
    return pages.show(
        "access/hrScopes",
        words.text("scopes.title"),
        Place.STUDIO,
        policy.seenBy(words, AccessPolicy.ROLE, AccessPolicy.ALL),
        new ScopesPage(
            ScopeChart.of(overview),
            rows,
            overview.uncovered().stream()
                .map(scope -> new Unit(scope.name(), scope.people()))
                .toList(),
            overview.doubly().stream().map(scope -> shared(scope, partners)).toList(),
            overview.withoutUnit()));
  }

  private static Row row(Partner partner, int number) {
    return new Row(
        partner.id(),
        partner.name(),
        partner.mark(),
        number % ScopeChart.COLOURS,
        partner.units(),
        partner.people());
  }

  private static Shared shared(Scope scope, List<Partner> partners) {
    return new Shared(
        scope.name(),
        scope.partners().stream()
            .map(number -> partners.get(number).name())
            .collect(Collectors.joining(", ")));
  }

  /// The overview as JSON.
  record ScopesJson(List<PartnerJson> partners, List<UnitJson> units, int withoutUnit) {}

  record PartnerJson(UUID person, String name, int units, int people) {}

  /// @param partners the ids of whom the unit's people have as HR partners
  record UnitJson(UUID unit, String name, int depth, int people, List<UUID> partners) {}

  @GetMapping("/api/v1/access/hr-scopes")
  @Guarded(record = "role", act = "read", fields = "all", scope = "access:read")
  @ResponseBody
  ScopesJson json(@AuthenticationPrincipal Viewer viewer) {
    Overview overview = found(viewer);
    return new ScopesJson(
        overview.partners().stream()
            .map(each -> new PartnerJson(each.id(), each.name(), each.units(), each.people()))
            .toList(),
        overview.units().stream()
            .map(scope ->
                new UnitJson(
                    scope.id(),
                    scope.name(),
                    scope.depth(),
                    scope.people(),
                    scope.partners().stream()
                        .map(number -> overview.partners().get(number).id())
                        .toList()))
            .toList(),
        overview.withoutUnit());
  }

  private Overview found(Viewer viewer) {
    return scopes.overview(viewer).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }
}
