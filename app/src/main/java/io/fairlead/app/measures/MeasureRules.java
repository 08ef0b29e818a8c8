package io.fairlead.app.measures;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import io.fairlead.app.platform.policy.Relation.ByRole;
import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who may do what with whose measure. The subject of relations on `measure` is the alias of a row
/// of `measure`; of those on `measure-slice`, of a row of `measure_series`: figures of a single
/// person are read by fewer.
@Component
public class MeasureRules implements PolicyRows {
  public static final String RECORD = "measure";
  public static final String FIGURES = "figures";
  public static final String SLICE = "measure-slice";
  public static final String READ = "read";
  static final String CHANGE = "change";
  static final String ENTER = "enter";
  static final String DEFINE = "define";

  private static final Relation PUBLIC =
      new Relation("measure-public", "{subject}.visibility = 'public'");

  private static final Relation OWNER = new Relation("measure-owner", "{subject}.owner = :viewer");

  private static final Relation ENTERS =
      new Relation(
          "measure-enters",
          "exists (select 1 from measure_person mp where mp.measure = {subject}.id and mp.person = :viewer"
              + " and mp.enters)");

  private static final Relation NAMED =
      new Relation(
          "measure-reader",
          "{subject}.visibility = 'named' and exists (select 1 from measure_person mp"
              + " where mp.measure = {subject}.id and mp.person = :viewer)");

  private static final Relation UNIT =
      new Relation(
          "measure-unit",
          "{subject}.visibility = 'unit' and exists (select 1 from employment me join unit_line mu on mu.below = me.unit"
              + " where me.person = :viewer and me.during @> :today and mu.above = {subject}.of_unit)");

  private static final Relation LINE =
      new Relation(
          "measure-line",
          Relation.exists(
              "select 1 from line_of ml where ml.above = :viewer and ml.below = {subject}.owner"
                  + " and ml.depth > 0"));

  private static final Relation EXECUTIVE =
      new Relation(
          "measure-executive",
          Relation.held(Role.EXECUTIVE),
          new ByRole(Role.EXECUTIVE, "{subject}.owner"));

  private static final List<Relation> WORKERS = List.of(OWNER, LINE, EXECUTIVE);

  private static final Relation ABOUT_NOBODY =
      new Relation("measure-slice-of-nobody", "{subject}.person is null");

  private static final Relation ABOUT_ME =
      new Relation("measure-slice-self", "{subject}.person = :viewer");

  private static final Relation ABOUT_MY_LINE =
      new Relation(
          "measure-slice-line",
          Relation.exists(
              "select 1 from line_of sl where sl.above = :viewer and sl.below = {subject}.person"
                  + " and sl.depth > 0"));

  private static final Relation OF_MY_MEASURE =
      new Relation(
          "measure-slice-owner",
          "exists (select 1 from measure sm where sm.id = {subject}.measure and (sm.owner = :viewer"
              + " or exists (select 1 from measure_person mp where mp.measure = sm.id and mp.person = :viewer"
              + " and mp.enters)))");

  /// Who sees one measure, in a sentence.
  public static SeenBy seenBy(Words words, Audience audience) {
    return SeenBy.of(
        words,
        words.text("measures.seen." + audience.code(), words.organisation()),
        RECORD,
        FIGURES);
  }

  @Override
  public List<PolicyRow> policyRows() {
    return Stream.of(
            rows(RECORD, READ, Stream.of(PUBLIC, UNIT, NAMED, ENTERS)),
            rows(RECORD, READ, WORKERS.stream()),
            rows(RECORD, CHANGE, WORKERS.stream()),
            rows(RECORD, ENTER, Stream.of(OWNER, ENTERS)),
            Stream.of(
                new PolicyRow(RECORD, DEFINE, FIGURES, Relation.EVERYONE, Reach.ORGANISATION)),
            rows(SLICE, READ, Stream.of(ABOUT_NOBODY, ABOUT_ME, ABOUT_MY_LINE, OF_MY_MEASURE)))
        .flatMap(rows -> rows)
        .toList();
  }

  private static Stream<PolicyRow> rows(String record, String act, Stream<Relation> relations) {
    return relations.map(relation -> new PolicyRow(record, act, FIGURES, relation, Reach.PERSON));
  }
}
