package io.fairlead.app.people;

import static io.fairlead.app.people.PeopleApi.done;
import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.PEOPLE_FILE;

import io.fairlead.app.people.Mappings.Draft;
import io.fairlead.app.people.Mappings.Removed;
import io.fairlead.app.people.intake.ColumnMapping;
import io.fairlead.app.people.intake.DateOrder;
import io.fairlead.app.people.intake.Field;
import io.fairlead.app.people.intake.FileFormat;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Saying what the columns of an organisation's own file mean, as pages.
@Controller
public class MappingPages {
  private static final int MOST_COLUMNS = 200;

  private final Mappings mappings;
  private final PeopleImport imports;
  private final Pages pages;
  private final Policy policy;

  MappingPages(Mappings mappings, PeopleImport imports, Pages pages, Policy policy) {
    this.mappings = mappings;
    this.imports = imports;
    this.pages = pages;
    this.policy = policy;
  }

  /// @param columns as the file's header names them; what each says stands in the form as `says0`,
  ///   …
  public record MappingPage(
      List<String> columns, List<Option> meanings, List<Option> dates, FormState form) {}

  /// @param column of a header, to begin from it
  /// @param run an import, to save what its columns said
  /// @param name of a saved mapping, to change it
  @GetMapping("/people/import/mapping")
  @Guarded(record = "people-file", act = "change", fields = "all")
  ModelAndView form(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable List<String> column,
      @RequestParam(required = false) @Nullable UUID run,
      @RequestParam(defaultValue = "") String name) {
    allowed(viewer);
    if (run != null) {
      return shown(mappings.ofRun(viewer, run).orElseThrow(MappingPages::notFound));
    }
    if (!name.isBlank()) {
      return shown(
          mappings.all(viewer).stream()
              .filter(saved -> saved.name().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(MappingPages::notFound)
              .mapping());
    }
    List<String> columns =
        (column == null ? List.<String>of() : column)
            .stream().filter(each -> !each.isBlank()).limit(MOST_COLUMNS).toList();
    return shown(
        ColumnMapping.of(
            "",
            columns,
            columns.stream()
                .map(each -> FileFormat.guess(each).map(Field::code).orElse(""))
                .toList(),
            DateOrder.YEAR_FIRST));
  }

  private static RefusedException notFound() {
    return new RefusedException(Reason.notFound());
  }

  private void allowed(Viewer viewer) {
    if (!imports.mayImport(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
  }

  private ModelAndView shown(ColumnMapping mapping) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", mapping.name());
    values.put("dates", mapping.dates().code());
    List<String> codes = mapping.codes();
    for (int i = 0; i < codes.size(); i++) {
      values.put("says" + i, codes.get(i));
    }
    return shown(mapping.columns(), new FormState(values, List.of()));
  }

  private ModelAndView shown(List<String> columns, FormState form) {
    Words words = pages.words();
    List<Option> meanings = new ArrayList<>();
    meanings.add(new Option("", words.text("import.mapping.nothing")));
    for (Field field : Field.values()) {
      meanings.add(new Option(field.code(), words.text("import.field." + field.code())));
    }
    meanings.add(new Option(ColumnMapping.ATTRIBUTE, words.text("import.mapping.attribute")));
    ModelAndView view =
        pages.show(
            "people/mapping",
            words.text("import.mapping.title"),
            Place.PEOPLE,
            policy.seenBy(words, PEOPLE_FILE, ALL),
            new MappingPage(
                columns,
                meanings,
                Arrays.stream(DateOrder.values())
                    .map(order ->
                        new Option(order.code(), words.text("import.dates." + order.code())))
                    .toList(),
                form));
    if (form.wasRefused()) {
      view.setStatus(Errors.status(form.reasons()));
    }
    return view;
  }

  @PostMapping("/people/import/mapping")
  @Guarded(record = "people-file", act = "change", fields = "all")
  ModelAndView save(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable List<String> column,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    allowed(viewer);
    List<String> columns = column == null ? List.of() : column;
    List<String> says = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      says.add(sent.getOrDefault("says" + i, ""));
    }
    String name = sent.getOrDefault("name", "");
    Draft draft = new Draft(name, columns, says, sent.getOrDefault("dates", ""));
    return switch (mappings.save(viewer, draft)) {
      case Done<UUID> _ -> {
        Toasts.leave(response, pages.words().text("import.mapping.saved", name.strip()), null);
        yield new ModelAndView(
            "redirect:/people/import?mapping="
                + URLEncoder.encode(name.strip(), StandardCharsets.UTF_8));
      }
      case Refused<UUID> refused -> shown(columns, FormState.refused(sent, refused));
    };
  }

  @PostMapping("/people/import/mapping/{id}/removal")
  @Guarded(record = "people-file", act = "change", fields = "all")
  ModelAndView remove(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
    Removed gone = done(mappings.remove(viewer, id));
    Toasts.leave(response, pages.words().text("import.mapping.removed", gone.name()), gone.undo());
    return new ModelAndView("redirect:/people/import");
  }
}
