package io.fairlead.methods.assignment;

import io.fairlead.methods.table.Table;
import io.fairlead.methods.table.TableProblem;
import java.util.List;
import java.util.Map;

/// A file of nominations, `reviewee,rater,group,cost,fixed,forbidden,cap`, one row a pair. Only
/// reviewee and rater must be there; without a group everybody is a peer, without a cost it is 0.
/// `fixed` and `forbidden` are yes or no; `cap` is how many reviewees the rater rates at most, and
/// may stand in any of the rater's rows. Separated by comma, semicolon or tab; rows in any order.
/// Where a pair is there twice, the later row counts. Rows of the group `self` are passed over:
/// everybody may rate themselves.
///
/// @param caps of raters who have one of their own
/// @param problems by row; with an error there are no nominations
public record NominationFile(
    List<Nomination> nominations, Map<String, Integer> caps, List<TableProblem> problems) {
  public static final List<String> COLUMNS =
      List.of("reviewee", "rater", "group", "cost", "fixed", "forbidden", "cap");

  /// Of a file without groups.
  public static final String PEER = "peer";

  public NominationFile {
    nominations = List.copyOf(nominations);
    caps = Map.copyOf(caps);
    problems = List.copyOf(problems);
  }

  public static NominationFile parse(String text) {
    return new NominationFileReader(Table.parse(text, COLUMNS::contains)).read();
  }

  /// Whether nothing may be assigned of it.
  public boolean hasErrors() {
    return problems.stream().anyMatch(it -> it.severity() != TableProblem.Severity.NOTE);
  }
}
