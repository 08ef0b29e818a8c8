package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.PEOPLE_FILE;

import io.fairlead.app.people.PeopleImport.Application;
import io.fairlead.app.people.PeopleImport.Upload;
import io.fairlead.app.people.intake.PeopleFile;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.FormState;
import io.fairlead.app.platform.web.Option;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Importing people as pages: send or paste, look at what would happen, apply, undo.
@Controller
public class ImportPages {
  private static final int LEAVING_SHOWN = 30;
  private static final int LATEST = 20;

  private final PeopleImport imports;
  private final Mappings mappings;
  private final ImportAnswers answers;
  private final SentFiles files;
  private final Pages pages;
  private final Policy policy;

  ImportPages(
      PeopleImport imports,
      Mappings mappings,
      ImportAnswers answers,
      SentFiles files,
      Pages pages,
      Policy policy) {
    this.imports = imports;
    this.mappings = mappings;
    this.answers = answers;
    this.files = files;
    this.pages = pages;
    this.policy = policy;
  }

  /// The form and what was brought in before.
  ///
  /// @param header of a file that nobody understood, to say what its columns mean
  public record SendPage(
      FormState form,
      List<Option> readings,
      List<SavedMapping> mappings,
      List<ImportRun> latest,
      List<String> header) {}

  @GetMapping("/people/import")
  @Guarded(record = "people-file", act = "read", fields = "all")
  ModelAndView form(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String mapping) {
    allowed(viewer);
    return sending(viewer, FormState.of("absent", "leave", "mapping", mapping), List.of());
  }

  private void allowed(Viewer viewer) {
    if (!imports.mayImport(viewer)) {
      throw new RefusedException(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
  }

  private ModelAndView sending(Viewer viewer, FormState form, List<String> header) {
    Words words = pages.words();
    List<SavedMapping> saved = mappings.all(viewer);
    ModelAndView view =
        pages.show(
            "people/import",
            words.text("import.title"),
            Place.PEOPLE,
            policy.seenBy(words, PEOPLE_FILE, ALL),
            new SendPage(
                form, readings(words, saved), saved, imports.latest(viewer, null, LATEST), header));
    if (form.wasRefused()) {
      view.setStatus(io.fairlead.app.platform.web.Errors.status(form.reasons()));
    }
    return view;
  }

  private static List<Option> readings(Words words, List<SavedMapping> mappings) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("import.mapping.recognise")));
    mappings.forEach(saved -> options.add(new Option(saved.name(), saved.name())));
    return options;
  }

  @PostMapping("/people/import")
  @Guarded(record = "people-file", act = "change", fields = "all")
  ModelAndView send(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String pasted,
      @RequestParam(defaultValue = "") String absent,
      @RequestParam(defaultValue = "") String mapping,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate effective)
      throws IOException {
    allowed(viewer);
    String given = file == null || file.isEmpty() ? null : file.getOriginalFilename();
    String name = given == null ? pages.words().text("import.pasted-name") : given;
    try (InputStream content =
        file == null || file.isEmpty()
            ? new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8))
            : file.getInputStream()) {
      Path kept = files.keep(content);
      try {
        Outcome<UUID> outcome =
            imports.read(
                viewer, new Upload(kept, name, ImportApi.absentOf(absent), effective, mapping));
        return switch (outcome) {
          case Done<UUID>(UUID run) -> new ModelAndView("redirect:/people/import/" + run);
          case Refused<UUID> refused ->
              sending(
                  viewer,
                  FormState.refused(
                      Map.of("pasted", pasted, "absent", absent, "mapping", mapping), refused),
                  isUnknown(refused) ? PeopleFile.header(kept) : List.of());
        };
      } finally {
        files.forget(kept);
      }
    }
  }

  private static boolean isUnknown(Refused<UUID> refused) {
    return refused.reasons().stream().anyMatch(reason -> reason.code().equals("unknown-header"));
  }

  /// One run, with what it would do or did.
  public record RunPage(
      ImportRun run,
      List<Cause> causes,
      List<PersonName> leaving,
      boolean undoable,
      boolean mayMap,
      UUID key,
      List<String> refused) {}

  /// Problems of one cause as sentences.
  public record Cause(String sentence, List<Example> examples) {}

  public record Example(int row, String sentence) {}

  @GetMapping("/people/import/{id}")
  @Guarded(record = "people-file", act = "read", fields = "all")
  ModelAndView run(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return shown(viewer, found(viewer, id), List.of());
  }

  private ImportRun found(Viewer viewer, UUID id) {
    return imports.find(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private ModelAndView shown(Viewer viewer, ImportRun run, List<Reason> refused) {
    Words words = pages.words();
    boolean mayMap = imports.mayImport(viewer) && mappings.ofRun(viewer, run.id()).isPresent();
    List<Cause> causes =
        imports.causes(run).stream()
            .map(cause ->
                new Cause(
                    words.text("import.cause." + cause.code(), cause.rows()),
                    cause.examples().stream()
                        .map(problem ->
                            new Example(problem.row(), ImportWords.sentence(words, problem)))
                        .toList()))
            .toList();
    ModelAndView view =
        pages.show(
            "people/importRun",
            words.text("import.of", run.fileName()),
            Place.PEOPLE,
            policy.seenBy(words, PEOPLE_FILE, ALL),
            new RunPage(
                run,
                causes,
                imports.leaving(run, LEAVING_SHOWN),
                imports.undoable(run),
                mayMap,
                UUID.fromString(Idempotency.freshKey()),
                refused.stream().map(words::refusal).toList()));
    if (!refused.isEmpty()) {
      view.setStatus(io.fairlead.app.platform.web.Errors.status(refused));
    }
    return view;
  }

  @PostMapping("/people/import/{id}/application")
  @Guarded(record = "people-file", act = "change", fields = "all")
  ModelAndView apply(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "all") String choice,
      @RequestParam(defaultValue = "") String confirmLeaving,
      @RequestParam(required = false) @Nullable String key) {
    Integer confirmed =
        confirmLeaving.strip().matches("\\d{1,9}") ? Integer.valueOf(confirmLeaving.strip()) : null;
    return after(
        viewer,
        id,
        imports.apply(viewer, new Application(id, choice.equals("good"), confirmed, key)));
  }

  @PostMapping("/people/import/{id}/reversal")
  @Guarded(record = "people-file", act = "change", fields = "all")
  ModelAndView undo(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String key) {
    return after(viewer, id, imports.undo(viewer, id, key));
  }

  @PostMapping("/people/import/{id}/discard")
  @Guarded(record = "people-file", act = "change", fields = "all")
  ModelAndView discard(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return after(viewer, id, imports.discard(viewer, id));
  }

  private ModelAndView after(Viewer viewer, UUID id, Outcome<UUID> outcome) {
    return switch (outcome) {
      case Done<UUID> done -> new ModelAndView("redirect:/people/import/" + id);
      case Refused<UUID> refused -> shown(viewer, found(viewer, id), refused.reasons());
    };
  }

  @GetMapping("/people/import/{id}/parked.csv")
  @Guarded(record = "people-file", act = "read", fields = "all")
  void parked(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    answers.parked(viewer, id, response);
  }
}
