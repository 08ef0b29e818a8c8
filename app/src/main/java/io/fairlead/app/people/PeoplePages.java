package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.DIRECTORY;
import static io.fairlead.app.people.PeoplePolicy.PERSON;

import io.fairlead.app.people.OrgChart.Column;
import io.fairlead.app.people.OrgChart.Entry;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Choice;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.TableExport;
import io.fairlead.app.platform.web.TableView;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The organisation as pages: chart and list, one person, the list as a file.
@Controller
public class PeoplePages {
  private static final int DRAWN = 12;
  private static final int MOST_UNITS = 200;
  private static final List<String> SORTS = List.of("name", "title", "unit", "manager", "since");

  private final People people;
  private final Lines lines;
  private final PeopleImport imports;
  private final Shapes shapes;
  private final Pages pages;
  private final Policy policy;
  private final ObjectProvider<PersonPanel> panels;

  PeoplePages(
      People people,
      Lines lines,
      PeopleImport imports,
      Shapes shapes,
      Pages pages,
      Policy policy,
      ObjectProvider<PersonPanel> panels) {
    this.people = people;
    this.lines = lines;
    this.imports = imports;
    this.shapes = shapes;
    this.pages = pages;
    this.policy = policy;
    this.panels = panels;
  }

  /// @param path from the top to the chosen person, whose reports are listed
  /// @param units to filter by; none when there are too many to choose from
  public record PeoplePage(
      @Nullable OrgChart chart,
      List<PersonEntry> path,
      List<PersonEntry> listed,
      int headcount,
      TableView table,
      LocalDate on,
      boolean today,
      @Nullable String next,
      String exportQuery,
      List<Option> units,
      boolean showsSince,
      boolean mayHire,
      boolean mayImport,
      boolean maySeeShape,
      List<Choice> views) {
    public PeoplePage {
      path = List.copyOf(path);
      listed = List.copyOf(listed);
      units = List.copyOf(units);
      views = List.copyOf(views);
    }
  }

  /// @param view `all` lists everybody; otherwise, without a search or a unit, one person's reports
  @GetMapping("/people")
  @Guarded(record = "person", act = "read", fields = "directory")
  ModelAndView list(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID focus,
      @RequestParam(required = false) @Nullable UUID unit,
      @RequestParam(defaultValue = "") String view,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam Map<String, String> asked) {
    Words words = pages.words();
    LocalDate day = Objects.requireNonNullElseGet(on, people::today);
    boolean everybody = view.equals("all") || !q.isBlank() || unit != null;
    List<PersonEntry> path = everybody ? List.of() : path(viewer, focus, day);
    TableView table = table(asked);
    PeopleQuery query =
        query(q, path.isEmpty() ? null : path.getLast().id(), unit, table).onDay(day);
    PeopleList found =
        PeopleApi.done(people.list(viewer, query.page(cursor, PeopleQuery.USUAL_PAGE)));
    People.Size size = people.size(day);
    PeoplePage page =
        new PeoplePage(
            path.isEmpty() ? null : chart(viewer, path, day),
            path,
            found.people(),
            size.people(),
            table,
            day,
            day.equals(people.today()),
            found.next() == null ? null : table.pageHref(1) + "&cursor=" + found.next(),
            exported(table, path),
            unitOptions(words),
            found.people().stream().anyMatch(person -> person.since() != null),
            people.mayHire(viewer),
            imports.mayImport(viewer),
            (!viewer.roles().isEmpty() || viewer.mayByComposedRole("organisation.read.shape"))
                && shapes.mayRead(viewer),
            views(words, everybody ? "/people?view=all" : "/people"));
    return pages.show(
        "people/list",
        words.text("people.title", size.people(), size.layers()),
        Place.PEOPLE,
        policy.seenBy(words, PERSON, DIRECTORY),
        page);
  }

  private static TableView table(Map<String, String> asked) {
    Map<String, String> kept = new LinkedHashMap<>(asked);
    kept.keySet().retainAll(List.of("q", "focus", "unit", "view", "on", "sort"));
    return TableView.of("/people", kept, SORTS);
  }

  private static PeopleQuery query(
      String search, @Nullable UUID manager, @Nullable UUID unit, TableView table) {
    PeopleQuery query =
        PeopleQuery.everybody()
            .matching(search)
            .sortedBy(
                PeopleQuery.Sort.valueOf(table.sort().toUpperCase(Locale.ROOT)),
                table.descending());
    query = unit == null ? query : query.inUnit(unit);
    return manager == null ? query : query.reportingTo(manager);
  }

  /// What the exported file is asked with, so that it holds what the page lists.
  private static String exported(TableView table, List<PersonEntry> path) {
    String address =
        path.isEmpty()
            ? table.pageHref(1)
            : table.filterHref("focus", path.getLast().id().toString());
    return address.substring(address.indexOf('?'));
  }

  private List<Option> unitOptions(Words words) {
    if (people.unitCount() > MOST_UNITS) {
      return List.of();
    }
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("people.all-units")));
    people.units().forEach(unit -> options.add(new Option(unit.id().toString(), unit.path())));
    return options;
  }

  static List<Choice> views(Words words, String chosen) {
    return List.of(
        choice(words, "people.view.reporting", "/people", chosen),
        choice(words, "people.view.everybody", "/people?view=all", chosen),
        choice(words, "people.view.teams", "/teams", chosen));
  }

  private static Choice choice(Words words, String key, String href, String chosen) {
    return Choice.of(words.text(key), href, href.equals(chosen));
  }

  /// From the top down to whoever is chosen; without a choice, to the viewer if they lead somebody,
  /// else to their manager.
  private List<PersonEntry> path(Viewer viewer, @Nullable UUID focus, LocalDate day) {
    Optional<PersonEntry> chosen =
        focus == null ? standard(viewer, day) : people.glance(viewer, focus, day);
    if (focus != null && chosen.isEmpty()) {
      throw new RefusedException(Reason.notFound());
    }
    List<PersonEntry> path = new ArrayList<>();
    chosen.ifPresent(person -> {
      for (PersonName above : lines.chainOn(person.id(), day).reversed()) {
        people.glance(viewer, above.id(), day).ifPresent(path::add);
      }
      path.add(person);
    });
    return path;
  }

  private Optional<PersonEntry> standard(Viewer viewer, LocalDate day) {
    Optional<PersonEntry> self = people.glance(viewer, viewer.person(), day);
    if (self.isEmpty() || self.get().reports() > 0) {
      return self;
    }
    PersonName manager = self.get().manager();
    return manager == null ? Optional.empty() : people.glance(viewer, manager.id(), day);
  }

  private OrgChart chart(Viewer viewer, List<PersonEntry> path, LocalDate day) {
    List<List<PersonEntry>> drawn = new ArrayList<>();
    drawn.add(List.of(path.getFirst()));
    int from = Math.max(0, path.size() - 3);
    for (int step = from; step < path.size(); step++) {
      drawn.add(beside(viewer, path, step, day));
    }
    Map<UUID, Integer> below =
        people.below(drawn.stream().flatMap(List::stream).map(PersonEntry::id).toList());
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < drawn.size(); place++) {
      int step = place == 0 ? 0 : from + place;
      columns.add(
          new Column(
              drawn.get(place).stream().map(person -> entry(person, below)).toList(),
              step < path.size() ? path.get(step).id() : null,
              0));
    }
    return OrgChart.of(
        from > 0 ? columns.subList(1, columns.size()) : columns, path.getLast().id());
  }

  /// Who reports to one on the path; whoever the path goes on through is among those drawn.
  private List<PersonEntry> beside(Viewer viewer, List<PersonEntry> path, int step, LocalDate day) {
    List<PersonEntry> reports =
        new ArrayList<>(
            PeopleApi.done(
                    people.list(
                        viewer,
                        PeopleQuery.everybody()
                            .onDay(day)
                            .reportingTo(path.get(step).id())
                            .page(null, DRAWN)))
                .people());
    if (step + 1 < path.size()) {
      PersonEntry next = path.get(step + 1);
      if (reports.stream().noneMatch(person -> person.id().equals(next.id()))) {
        reports.set(reports.size() - 1, next);
      }
    }
    return reports;
  }

  private static Entry entry(PersonEntry person, Map<UUID, Integer> below) {
    int led = below.getOrDefault(person.id(), 0);
    UnitName unit = person.unit();
    String detail = led == 0 || unit == null ? person.title() : unit.name() + ", " + led;
    return new Entry(person.id(), person.name(), detail);
  }

  /// @param history null when the viewer may not read it
  public record PersonPage(
      PersonEntry person,
      List<PersonName> chain,
      List<PersonEntry> reports,
      @Nullable List<Line> history,
      List<PersonPanel.Panel> panels,
      LocalDate on,
      boolean today,
      boolean mayChange,
      boolean own,
      boolean sharesContact) {
    public PersonPage {
      chain = List.copyOf(chain);
      reports = List.copyOf(reports);
      panels = List.copyOf(panels);
    }
  }

  @GetMapping("/people/{id}")
  @Guarded(record = "person", act = "read", fields = "directory")
  ModelAndView one(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on) {
    Words words = pages.words();
    LocalDate day = Objects.requireNonNullElseGet(on, people::today);
    PersonEntry person =
        people.find(viewer, id, day).orElseThrow(() -> new RefusedException(Reason.notFound()));
    List<Line> history =
        switch (lines.history(viewer, id)) {
          case Done<List<Line>>(List<Line> known) -> known;
          case Refused<List<Line>> refused -> null;
        };
    boolean own = id.equals(viewer.person());
    PersonPage page =
        new PersonPage(
            person,
            lines.chainOn(id, day).reversed(),
            PeopleApi.done(people.list(viewer, PeopleQuery.everybody().reportingTo(id).onDay(day)))
                .people(),
            history,
            panels
                .orderedStream()
                .filter(words::uses)
                .flatMap(panel -> panel.panel(viewer, id, words).stream())
                .toList(),
            day,
            day.equals(people.today()),
            people.mayChange(viewer, id),
            own,
            own && people.sharesContact(id));
    return pages.show(
        "people/person",
        person.name(),
        Place.PEOPLE,
        policy.seenBy(words, PERSON, DIRECTORY),
        page);
  }

  @GetMapping("/people.csv")
  @Guarded(record = "person", act = "read", fields = "directory")
  void csv(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID focus,
      @RequestParam(required = false) @Nullable UUID unit,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      HttpServletResponse response)
      throws IOException {
    export(viewer, query(q, focus, unit, table(asked)), on, TableExport.Format.CSV, response);
  }

  @GetMapping("/people.xlsx")
  @Guarded(record = "person", act = "read", fields = "directory")
  void xlsx(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID focus,
      @RequestParam(required = false) @Nullable UUID unit,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      HttpServletResponse response)
      throws IOException {
    export(viewer, query(q, focus, unit, table(asked)), on, TableExport.Format.XLSX, response);
  }

  /// The same columns as our own file for importing, as far as the viewer may read them.
  private void export(
      Viewer viewer,
      PeopleQuery asked,
      @Nullable LocalDate on,
      TableExport.Format format,
      HttpServletResponse response)
      throws IOException {
    PeopleQuery query = asked.onDay(Objects.requireNonNullElseGet(on, people::today));
    TableExport.send(
        response,
        "people",
        format,
        List.of(
            "name", "title", "unit", "manager", "teams", "email", "employee_number", "start_date"),
        row -> {
          String cursor = null;
          do {
            PeopleList block =
                PeopleApi.done(people.list(viewer, query.page(cursor, PeopleQuery.LARGEST_BLOCK)));
            block.people().forEach(person -> row.accept(cells(person)));
            cursor = block.next();
          } while (cursor != null);
        });
  }

  private static List<@Nullable Object> cells(PersonEntry person) {
    UnitName unit = person.unit();
    PersonName manager = person.manager();
    return Arrays.asList(
        person.name(),
        person.title(),
        unit == null ? null : unit.name(),
        manager == null ? null : manager.name(),
        String.join("; ", person.teams().stream().map(TeamName::name).toList()),
        person.email(),
        person.employeeNumber(),
        person.since());
  }
}
