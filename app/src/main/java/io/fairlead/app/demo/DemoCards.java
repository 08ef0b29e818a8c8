package io.fairlead.app.demo;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.scorecard.ArrowInput;
import io.fairlead.app.scorecard.CardInput;
import io.fairlead.app.scorecard.CardInput.InitiativeInput;
import io.fairlead.app.scorecard.CardInput.MeasureInput;
import io.fairlead.app.scorecard.CardInput.ObjectiveInput;
import io.fairlead.app.scorecard.CardInput.PerspectiveInput;
import io.fairlead.app.scorecard.Scorecards;
import io.fairlead.app.scorecard.StrategyMaps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The company's scorecards and their maps, made by the same acts as on the pages by whoever leads
/// the organisation or the unit.
@Component
class DemoCards {
  private final Scorecards scorecards;
  private final StrategyMaps maps;

  DemoCards(Scorecards scorecards, StrategyMaps maps) {
    this.scorecards = scorecards;
    this.maps = maps;
  }

  void make(DemoCompany company) {
    Map<String, UUID> objectives = new HashMap<>();
    Resource.sections("scorecards.txt")
        .forEach((heading, lines) -> make(company, Resource.cells(heading), lines, objectives));
  }

  /// @param objectives of the cards before, by title; those of this one are added
  private void make(
      DemoCompany company, List<String> heading, List<String> lines, Map<String, UUID> objectives) {
    UUID unit = heading.size() > 1 ? unit(company, heading.get(1)).id() : null;
    Viewer writer = unit == null ? head(company) : lead(company, unit);
    Reading reading = new Reading(company, objectives);
    lines.forEach(reading::read);
    UUID card =
        scorecards
            .define(
                writer, new CardInput(heading.getFirst(), unit, null, reading.perspectives), null)
            .orThrow();
    Map<String, UUID> own = new HashMap<>();
    scorecards.find(writer, card).orElseThrow().perspectives().stream()
        .flatMap(each -> each.objectives().stream())
        .forEach(each -> own.put(each.title(), each.id()));
    for (List<String> arrow : reading.arrows) {
      ArrowInput input =
          new ArrowInput(
              own.get(arrow.get(0)),
              own.get(arrow.get(1)),
              arrow.get(2),
              Integer.valueOf(arrow.get(3)),
              arrow.get(4));
      maps.draw(writer, card, input, null).orThrow();
    }
    objectives.putAll(own);
  }

  private static DemoCompany.Unit unit(DemoCompany company, String name) {
    return company.units().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Viewer head(DemoCompany company) {
    return company.lines().stream()
        .filter(each -> each.manager() == null && each.until() == null)
        .map(each -> viewer(company, each.person()))
        .findFirst()
        .orElseThrow();
  }

  /// Who works in the unit and reports to somebody outside it.
  private static Viewer lead(DemoCompany company, UUID unit) {
    List<UUID> inside =
        company.employments().stream()
            .filter(each -> each.unit().equals(unit) && each.until() == null)
            .map(DemoCompany.Employment::person)
            .toList();
    return company.lines().stream()
        .filter(each -> inside.contains(each.person()) && each.until() == null)
        .filter(each -> !inside.contains(each.manager()))
        .map(each -> viewer(company, each.person()))
        .findFirst()
        .orElseThrow();
  }

  private static Viewer viewer(DemoCompany company, UUID person) {
    String name =
        company.people().stream()
            .filter(each -> each.id().equals(person))
            .findFirst()
            .orElseThrow()
            .name();
    return new Viewer(person, name, Set.of(), Set.of(), Set.of(), company.today());
  }

  /// One card, line by line.
  private static final class Reading {
    private final DemoCompany company;
    private final Map<String, UUID> above;
    private final List<PerspectiveInput> perspectives = new ArrayList<>();
    private final List<List<String>> arrows = new ArrayList<>();
    private List<ObjectiveInput> objectives = new ArrayList<>();
    private List<MeasureInput> measures = new ArrayList<>();
    private List<InitiativeInput> initiatives = new ArrayList<>();
    private List<UUID> supports = new ArrayList<>();

    Reading(DemoCompany company, Map<String, UUID> above) {
      this.company = company;
      this.above = above;
    }

    void read(String line) {
      List<String> cells = Resource.cells(line.replaceFirst("^[-*^>] ", ""));
      switch (line.charAt(0)) {
        case '-' -> objective(cells.getFirst());
        case '*' -> initiatives.add(initiative(cells));
        case '^' -> supports.add(Objects.requireNonNull(above.get(cells.getFirst()), line));
        case '>' -> arrows.add(cells);
        default -> {
          if (isMeasure(cells.getFirst())) {
            measures.add(measure(cells));
          } else {
            perspective(cells);
          }
        }
      }
    }

    private void perspective(List<String> cells) {
      objectives = new ArrayList<>();
      perspectives.add(
          new PerspectiveInput(null, cells.getFirst(), new BigDecimal(cells.get(1)), objectives));
    }

    private void objective(String title) {
      measures = new ArrayList<>();
      initiatives = new ArrayList<>();
      supports = new ArrayList<>();
      objectives.add(
          new ObjectiveInput(null, title, null, measures, initiatives, List.of(), supports));
    }

    private boolean isMeasure(String name) {
      return company.measured().stream().anyMatch(each -> each.name().equals(name));
    }

    private MeasureInput measure(List<String> cells) {
      String code =
          company.measured().stream()
              .filter(each -> each.name().equals(cells.getFirst()))
              .findFirst()
              .orElseThrow()
              .code();
      return new MeasureInput(
          null,
          code,
          null,
          new BigDecimal(cells.get(1)),
          cells.size() > 2 ? new BigDecimal(cells.get(2)) : null,
          null);
    }

    private InitiativeInput initiative(List<String> cells) {
      return new InitiativeInput(
          null,
          cells.getFirst(),
          null,
          company.today().plusDays(Long.parseLong(cells.get(1))),
          cells.get(2));
    }
  }
}
