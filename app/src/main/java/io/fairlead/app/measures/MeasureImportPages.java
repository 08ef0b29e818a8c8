package io.fairlead.app.measures;

import io.fairlead.app.measures.MeasureImport.Extent;
import io.fairlead.app.measures.MeasureImport.Previewed;
import io.fairlead.app.measures.MeasureImportPlan.Correction;
import io.fairlead.app.measures.MeasureImportPlan.Fault;
import io.fairlead.app.measures.MeasureImportRun.Counts;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.web.TableExport;
import io.fairlead.app.platform.web.Toasts;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.table.TableText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Bringing values from a file, as pages: upload or paste, look, apply.
@Controller
public class MeasureImportPages {
  private static final int DECIMALS = 6;

  private final MeasureImport imports;
  private final Policy policy;
  private final Pages pages;

  MeasureImportPages(MeasureImport imports, Policy policy, Pages pages) {
    this.imports = imports;
    this.policy = policy;
    this.pages = pages;
  }

  /// The page that asks for a file.
  public record Ask(
      List<MeasureImportRun> latest, List<String> errors, String pasted, String key) {}

  /// The page of one file.
  ///
  /// @param changes what becomes of each measure, in words
  public record Look(
      MeasureImportRun run,
      MeasureImportPlan plan,
      List<Row> changes,
      List<String> errors,
      String key) {}

  /// @param corrected the first values that differ; empty without any
  public record Row(UUID id, String name, String counts, String corrected) {}

  @GetMapping("/measures/import")
  @Guarded(record = "measure", act = "define", fields = "figures")
  ModelAndView ask(@AuthenticationPrincipal Viewer viewer) {
    return asking(viewer, List.of(), "", Idempotency.freshKey());
  }

  private ModelAndView asking(Viewer viewer, List<String> errors, String pasted, String key) {
    return pages.show(
        "measures/import",
        pages.words().text("measures.import-title"),
        Place.MEASURES,
        policy.seenBy(pages.words(), MeasureRules.RECORD, MeasureRules.FIGURES),
        new Ask(imports.latest(viewer), errors, pasted, key));
  }

  @PostMapping("/measures/import")
  @Guarded(record = "measure", act = "define", fields = "figures")
  ModelAndView bring(
      @AuthenticationPrincipal Viewer viewer,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable String key)
      throws IOException {
    String content = text;
    String name = pages.words().text("measures.import-pasted");
    if (file != null && !file.isEmpty()) {
      content = TableText.decoded(file.getBytes());
      String original = file.getOriginalFilename();
      name = original == null || original.isBlank() ? name : original;
    }
    return switch (imports.bring(viewer, name, content, key)) {
      case Done<UUID>(UUID id) -> new ModelAndView("redirect:/measures/import/" + id);
      case Refused<UUID>(List<Reason> reasons) -> {
        ModelAndView again = asking(viewer, sentences(reasons), text, Idempotency.freshKey());
        again.setStatus(Errors.status(reasons));
        yield again;
      }
    };
  }

  private List<String> sentences(List<Reason> reasons) {
    return reasons.stream().map(pages.words()::refusal).toList();
  }

  @GetMapping("/measures/import/{id}")
  @Guarded(record = "measure-import", act = "import", fields = "figures")
  ModelAndView look(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    return looking(viewer, id, List.of());
  }

  private ModelAndView looking(Viewer viewer, UUID id, List<String> errors) {
    Previewed previewed = found(viewer, id);
    Words words = pages.words();
    return pages.show(
        "measures/importRun",
        previewed.run().fileName(),
        Place.MEASURES,
        policy.seenBy(words, MeasureRules.RECORD, MeasureRules.FIGURES),
        new Look(
            previewed.run(),
            previewed.plan(),
            previewed.plan().changes().stream().map(each -> row(words, each)).toList(),
            errors,
            Idempotency.freshKey()));
  }

  private Previewed found(Viewer viewer, UUID id) {
    return imports.preview(viewer, id).orElseThrow(() -> new RefusedException(Reason.notFound()));
  }

  private static Row row(Words words, MeasureImportPlan.Change change) {
    Entered counts = change.counts();
    return new Row(
        change.id(),
        change.name(),
        words.text(
            "measures.import-counts",
            counts.added(),
            counts.corrected(),
            counts.unchanged(),
            change.targets().size()),
        String.join(
            "; ", change.corrections().stream().map(each -> corrected(words, each)).toList()));
  }

  private static String corrected(Words words, Correction each) {
    String figures = "measures.import-corrected" + (each.slice().isEmpty() ? "" : "-slice");
    return words.text(
        figures,
        words.plainDate(each.day()),
        words.number(each.before(), DECIMALS),
        words.number(each.now(), DECIMALS),
        each.slice());
  }

  @PostMapping("/measures/import/{id}/application")
  @Guarded(record = "measure-import", act = "import", fields = "figures")
  ModelAndView apply(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "all") String extent,
      @RequestParam(required = false) @Nullable List<String> define,
      @RequestParam(required = false) @Nullable String key,
      HttpServletResponse response) {
    Extent wanted = extent.equals("good") ? Extent.GOOD : Extent.ALL;
    List<String> defined = define == null ? List.of() : define;
    return switch (imports.apply(viewer, id, wanted, defined, key)) {
      case Done<Counts>(Counts counts) -> {
        Toasts.leave(response, applied(pages.words(), counts), null);
        yield new ModelAndView("redirect:/measures/import/" + id);
      }
      case Refused<Counts>(List<Reason> reasons) -> {
        ModelAndView again = looking(viewer, id, sentences(reasons));
        again.setStatus(Errors.status(reasons));
        yield again;
      }
    };
  }

  /// What became of a file, in a sentence.
  public static String applied(Words words, Counts counts) {
    return words.text(
        "measures.import-applied",
        counts.added(),
        counts.corrected(),
        counts.unchanged(),
        counts.defined(),
        counts.left());
  }

  @GetMapping("/measures/import/{id}/faults.csv")
  @Guarded(record = "measure-import", act = "import", fields = "figures")
  void faults(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    List<Fault> faults = found(viewer, id).plan().faults();
    Words words = pages.words();
    TableExport.send(
        response,
        "faults",
        TableExport.Format.CSV,
        List.of("row", "column", "cause", "shown"),
        row -> {
          for (Fault each : faults) {
            row.accept(
                List.of(
                    each.row(),
                    each.column(),
                    words.text("measures.import-cause." + each.code()),
                    each.shown()));
          }
        });
  }
}
