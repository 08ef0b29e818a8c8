package io.fairlead.app.measures;

import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who sees the samples of a measure, scores them, and reads what single people scored. The subject
/// of relations on `measure-sample` is the alias of a row of `rubric_sample`; of those on
/// `measure-score`, of a row of `rubric_score`.
@Component
public class RubricRules implements PolicyRows {
  public static final String SAMPLE = "measure-sample";
  public static final String SCORE = "measure-score";
  static final String FIGURES = MeasureRules.FIGURES;
  static final String READ = MeasureRules.READ;
  static final String MARK = "score";

  private static final Relation RATER =
      new Relation(
          "sample-rater",
          "exists (select 1 from rubric_sample_rater sr where sr.sample = {subject}.id and sr.person = :viewer)");

  private static final Relation OWNER =
      new Relation(
          "sample-owner",
          "exists (select 1 from measure sm where sm.id = {subject}.measure and sm.owner = :viewer)");

  private static final Relation ENTERS =
      new Relation(
          "sample-enters",
          "exists (select 1 from measure_person mp where mp.measure = {subject}.measure and mp.person = :viewer"
              + " and mp.enters)");

  private static final Relation SCORER = new Relation("score-mine", "{subject}.rater = :viewer");

  /// Who scores a sample themselves reads what others marked only after they did.
  private static final Relation OF_MY_MEASURE =
      new Relation(
          "score-owner",
          "exists (select 1 from rubric_sample cs join measure cm on cm.id = cs.measure"
              + " where cs.id = {subject}.sample and cm.owner = :viewer) and not exists ("
              + "select 1 from rubric_sample_rater cr where cr.sample = {subject}.sample and cr.person = :viewer"
              + " and not exists (select 1 from rubric_score co where co.sample = cr.sample and co.rater = cr.person))");

  @Override
  public List<PolicyRow> policyRows() {
    return Stream.of(
            rows(SAMPLE, READ, Stream.of(OWNER, ENTERS, RATER)),
            rows(SAMPLE, MARK, Stream.of(RATER)),
            rows(SCORE, READ, Stream.of(SCORER, OF_MY_MEASURE)))
        .flatMap(rows -> rows)
        .toList();
  }

  private static Stream<PolicyRow> rows(String record, String act, Stream<Relation> relations) {
    return relations.map(relation -> new PolicyRow(record, act, FIGURES, relation, Reach.PERSON));
  }
}
