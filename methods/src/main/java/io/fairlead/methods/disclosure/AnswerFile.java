package io.fairlead.methods.disclosure;

import io.fairlead.methods.table.TableProblem;
import java.util.List;
import java.util.stream.Stream;

/// A file of answers, `subject,group,rater,competency,item,rating,comment`, one row an answer to an
/// item. An empty rating, `NA` or `N/A` is "cannot judge"; a comment may stand beside a rating or
/// alone. Separated by comma, semicolon or tab; rows in any order. Where one rater answered an item
/// about a reviewee more than once, the last row counts.
///
/// @param problems by row; with an error there are no subjects
public record AnswerFile(Subjects answers, List<TableProblem> problems) {
  public static final List<String> COLUMNS =
      List.of("subject", "group", "rater", "competency", "item", "rating", "comment");

  public AnswerFile {
    problems = List.copyOf(problems);
  }

  /// Answers that are laid out for one reviewee at a time.
  public interface Subjects {
    /// In the order in which they first appear in the file; one is laid out when it is asked for.
    Stream<SubjectAnswers> stream();
  }

  public static AnswerFile parse(String text, ReleasePolicy policy) {
    return new AnswerFileReader(policy).read(text);
  }

  /// Whether nothing may be released of it.
  public boolean hasErrors() {
    return problems.stream().anyMatch(it -> it.severity() != TableProblem.Severity.NOTE);
  }
}
