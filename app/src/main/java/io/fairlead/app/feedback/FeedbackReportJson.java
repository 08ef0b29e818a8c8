package io.fairlead.app.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.instruments.CommentQuestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A report as the API says it: what the page says, and no count of raters.
///
/// @param report missing while it waits to be opened
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedbackReportJson(ReportHeadJson head, @Nullable BodyJson report) {

  /// @param strengths ids of rows, the highest first
  /// @param themes ids of rows
  /// @param alike whether the figures tell none of the rows apart
  record BodyJson(
      int low,
      int high,
      List<String> strengths,
      List<String> themes,
      boolean alike,
      List<ReportRowJson> rows,
      List<SideJson> sides,
      List<AnswersJson> answers,
      int withheldComments) {}

  record SpanJson(BigDecimal low, BigDecimal high) {
    static @Nullable SpanJson of(@Nullable ReportSpan span) {
      return span == null ? null : new SpanJson(span.low(), span.high());
    }
  }

  /// @param bound `=`, `>=` or `<=`
  record GroupJson(List<String> groups, String bound, BigDecimal mean) {
    static GroupJson of(BlockValue block) {
      return new GroupJson(block.groups(), block.bound().sign(), block.mean());
    }
  }

  /// @param others missing where nothing is shown; why is never said
  /// @param reading `blind-spot`, `hidden-strength` or `none`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReportRowJson(
      String id,
      String competency,
      @Nullable String item,
      String name,
      String about,
      @Nullable BigDecimal self,
      @Nullable BigDecimal manager,
      @Nullable SpanJson others,
      @Nullable SpanJson likely,
      List<GroupJson> groups,
      String reading,
      @Nullable Double reliability) {
    static ReportRowJson of(ReportRow row, String language) {
      return new ReportRowJson(
          row.id(),
          row.competency(),
          row.item(),
          row.name().in(language),
          row.about().code(),
          row.self(),
          row.manager(),
          SpanJson.of(row.others()),
          SpanJson.of(row.likely()),
          row.groups().stream().map(GroupJson::of).toList(),
          row.reading().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          row.reliability());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SideJson(String about, @Nullable BigDecimal self, @Nullable SpanJson others) {
    static SideJson of(Report.Side side) {
      return new SideJson(side.about().code(), side.self(), SpanJson.of(side.others()));
    }
  }

  record PlaceJson(List<String> groups, List<String> words) {
    static PlaceJson of(PublishedComments place) {
      return new PlaceJson(place.groups(), place.texts());
    }
  }

  /// @param question missing where questions that few answered are put together
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AnswersJson(@Nullable String question, @Nullable String asked, List<PlaceJson> places) {
    static AnswersJson of(Report.Answers answers, String language) {
      CommentQuestion question = answers.question();
      return new AnswersJson(
          question == null ? null : question.id(),
          question == null ? null : question.text().in(language),
          answers.places().stream().map(PlaceJson::of).toList());
    }
  }

  static FeedbackReportJson of(Reports.Found found, String language) {
    return switch (found) {
      case Reports.Waiting(ReportHead head) ->
          new FeedbackReportJson(ReportHeadJson.of(head), null);
      case Reports.Open(ReportHead head, Report report) ->
          new FeedbackReportJson(ReportHeadJson.of(head), body(report, language));
    };
  }

  private static BodyJson body(Report report, String language) {
    return new BodyJson(
        report.scale().low(),
        report.scale().high(),
        report.strengths().stream().map(ReportRow::id).toList(),
        report.themes().stream().map(ReportRow::id).toList(),
        report.alike(),
        report.rows().stream().map(row -> ReportRowJson.of(row, language)).toList(),
        report.sides().stream().map(SideJson::of).toList(),
        report.answers().stream().map(each -> AnswersJson.of(each, language)).toList(),
        report.withheldComments());
  }
}
