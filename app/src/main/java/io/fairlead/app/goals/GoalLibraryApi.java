package io.fairlead.app.goals;

import io.fairlead.app.goals.EditorPreview.Scale;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.methods.wording.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What helps to write an objective, as JSON: the goal library, and what the editor says of a draft
/// before it is stored.
@RestController
@RequestMapping("/api/v1")
class GoalLibraryApi {
  private final GoalLibrary library;
  private final Editor editor;
  private final Pages pages;

  GoalLibraryApi(GoalLibrary library, Editor editor, Pages pages) {
    this.library = library;
    this.editor = editor;
    this.pages = pages;
  }

  /// @param keyResults how many it has
  record ExampleLine(
      String id, String function, String situation, String kind, String title, int keyResults) {
    static ExampleLine of(GoalExample example) {
      return new ExampleLine(
          example.id(),
          example.function().code(),
          example.situation().code(),
          example.kind().code(),
          example.title(),
          example.keyResults().size());
    }
  }

  record ExampleList(List<ExampleLine> examples) {}

  /// @param today where it often stands before anybody works on it, in words
  record ExamplePart(
      String id,
      String title,
      String kind,
      String unit,
      String today,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      @Nullable BigDecimal change,
      String targetMode,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      List<String> milestones,
      String guardrail,
      String watch) {
    static ExamplePart of(ExampleKeyResult one) {
      return new ExamplePart(
          one.id(),
          one.title(),
          one.kind().code(),
          one.unit(),
          one.today(),
          one.from(),
          one.to(),
          one.by(),
          one.mode().code(),
          one.low(),
          one.high(),
          one.milestones(),
          one.guardrail(),
          one.watch());
    }
  }

  record ExampleDocument(
      String id,
      int edition,
      String function,
      String situation,
      String kind,
      String title,
      String why,
      String question,
      List<ExamplePart> keyResults) {}

  @GetMapping("/goal-library")
  @Open(because = "comes with the product and speaks of nobody", scope = "goals:read")
  ExampleList examples(
      @RequestParam(required = false) @Nullable String function,
      @RequestParam(required = false) @Nullable String situation,
      @RequestParam(defaultValue = "") String search) {
    return new ExampleList(
        library
            .matching(
                GoalListApi.word("function", function, BusinessFunction::find),
                GoalListApi.word("situation", situation, Situation::find),
                search)
            .stream()
            .map(ExampleLine::of)
            .toList());
  }

  @GetMapping("/goal-library/{id}")
  @Open(because = "comes with the product and speaks of nobody", scope = "goals:read")
  ExampleDocument example(@PathVariable String id) {
    GoalExample example =
        library.find(id).orElseThrow(() -> new RefusedException(Reason.notFound()));
    return new ExampleDocument(
        example.id(),
        example.edition(),
        example.function().code(),
        example.situation().code(),
        example.kind().code(),
        example.title(),
        example.why(),
        example.question(),
        example.keyResults().stream().map(ExamplePart::of).toList());
  }

  /// What is tried on the first key result that is measured as a way.
  ///
  /// @param keyResult its number, from 1
  record Tried(int keyResult, String from, String to, String value, String score, String label) {
    static Tried of(Scale scale) {
      return new Tried(
          scale.number(), scale.from(), scale.to(), scale.value(), scale.score(), scale.label());
    }
  }

  /// @param owner null for the objective's own owner
  record Cost(@Nullable UUID owner, int secondsAWeek) {}

  /// Something that the goal linter finds.
  ///
  /// @param keyResult its number, from 1; 0 for the objective
  /// @param words those that caused it; null if something is missing, as are `from` and `to`
  record WordingDocument(
      String rule,
      String part,
      String severity,
      int keyResult,
      @Nullable String words,
      @Nullable Integer from,
      @Nullable Integer to,
      String message,
      String why,
      String better) {
    static WordingDocument of(GoalWording.Said said) {
      Span span = said.finding().span();
      return new WordingDocument(
          said.rule(),
          said.finding().part(),
          said.finding().severity().code(),
          said.keyResult(),
          span == null ? null : span.text(),
          span == null ? null : span.from(),
          span == null ? null : span.to(),
          said.message(),
          said.why(),
          said.better());
    }
  }

  /// @param findings at most three, none of which stops a draft
  /// @param wording all that the goal linter finds, the gravest first
  record ObjectivePreviewDocument(
      @Nullable Tried tried,
      List<String> findings,
      List<Cost> costs,
      List<WordingDocument> wording) {}

  /// @param share how much of the way is tried, in per cent
  @PostMapping("/objectives/preview")
  @Open(because = "computes on what was sent and reads nobody's records", scope = "goals:read")
  ObjectivePreviewDocument preview(
      @RequestBody ObjectiveInput input, @RequestParam(defaultValue = "70") int share) {
    EditorForm form = EditorForm.of(input);
    EditorPreview preview =
        editor.preview(form, pages.words(), Math.clamp(share, 0, 100), Set.of());
    return new ObjectivePreviewDocument(
        Optional.ofNullable(preview.scale()).map(Tried::of).orElse(null),
        preview.few().stream().map(one -> one.about() + ": " + one.message()).toList(),
        EditorPreview.secondsAWeek(form, editor.checkInEveryDays(form)).entrySet().stream()
            .map(each ->
                new Cost(EditorPages.identifier(each.getKey()).orElse(null), each.getValue()))
            .toList(),
        preview.findings().stream().map(WordingDocument::of).toList());
  }
}
