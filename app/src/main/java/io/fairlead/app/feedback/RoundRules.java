package io.fairlead.app.feedback;

import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.policy.PolicyRow;
import io.fairlead.app.platform.policy.PolicyRows;
import io.fairlead.app.platform.policy.Reach;
import io.fairlead.app.platform.policy.Relation;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who may do what in a round of feedback. The subject of `feedback-round` is the alias of a row of
/// `feedback_round`; of `feedback-subject` and `feedback-report`, of `feedback_subject`; of
/// `feedback-answer`, of `feedback_rater`. No composed role carries any of it: who may read a
/// report was said to raters when they answered.
@Component
public class RoundRules implements PolicyRows {
  public static final String ROUND = "feedback-round";
  public static final String SUBJECT = "feedback-subject";
  public static final String ANSWER = "feedback-answer";
  public static final String REPORT = "feedback-report";

  public static final String TERMS = "terms";
  public static final String COUNTS = "counts";
  public static final String RATERS = "raters";
  public static final String WORDS = "words";
  public static final String PUBLISHED = "published";
  public static final String COMMENTS = "comments";

  public static final String ESCROW = "escrow";

  public static final String READ = "read";
  public static final String DEFINE = "define";
  public static final String RUN = "run";
  public static final String NOMINATE = "nominate";
  public static final String SETTLE = "settle";
  public static final String REMIND = "remind";
  public static final String GIVE = "give";
  public static final String WITHHOLD = "withhold";
  public static final String CONFIRM = "confirm";
  public static final String DEBRIEF = "debrief";
  public static final String BOOK = "book";
  public static final String FOLLOW = "follow";
  public static final String UNSEAL = "unseal";
  public static final String AGREE = "agree";

  private static final Relation OWNER = new Relation("feedback-owner", "{subject}.owner = :viewer");

  private static final Relation TAKES_PART =
      new Relation(
          "feedback-part",
          """
          {subject}.state <> 'draft' and (
            exists (select 1 from feedback_subject tp where tp.round = {subject}.id
              and (tp.person = :viewer or tp.manager = :viewer) offset 0)
            or exists (select 1 from feedback_rater tr join feedback_subject ts on ts.id = tr.subject
              where ts.round = {subject}.id and tr.person = :viewer and tr.state = 'asked' offset 0))\
          """);

  private static final Relation STEWARD =
      new Relation(
          "feedback-steward", "{subject}.state = 'published' and {subject}.steward = :viewer");

  /// Decides on what a steward asks for, who is somebody else.
  private static final Relation SECOND_PERSON =
      new Relation(
          "feedback-second-person",
          "{subject}.state = 'published' and {subject}.steward <> :viewer and "
              + Relation.held(Role.PEOPLE_OPS));

  /// Neither of a round's custodians, who would open what they asked for.
  private static final String NO_CUSTODIAN =
      "{subject}.state = 'published' and {subject}.escrow_first <> :viewer and {subject}.escrow_second <> :viewer and ";

  private static final Relation ESCROW_ASKER =
      new Relation("feedback-escrow-asker", NO_CUSTODIAN + Relation.held(Role.PEOPLE_OPS));

  private static final Relation ESCROW_OWNER =
      new Relation("feedback-escrow-owner", NO_CUSTODIAN + "{subject}.owner = :viewer");

  private static final Relation REVIEWEE =
      new Relation("feedback-reviewee", "{subject}.person = :viewer");

  private static final Relation MANAGER =
      new Relation("feedback-manager", "{subject}.manager = :viewer");

  /// People operations settle nothing about themselves.
  private static final Relation SETTLER =
      new Relation(
          "feedback-settler", Relation.held(Role.PEOPLE_OPS) + " and {subject}.person <> :viewer");

  /// Reads a report only where the round said so before anybody answered.
  private static final Relation READING_MANAGER =
      new Relation(
          "feedback-reading-manager",
          """
          {subject}.manager = :viewer and exists (select 1 from feedback_round rm where rm.id = {subject}.round
            and rm.audience = 'reviewee-and-manager' offset 0)\
          """);

  /// Who led the team when answers began to come in; they are not among those who answer.
  private static final Relation TEAM_LEAD =
      new Relation(
          "feedback-team-lead", "{subject}.person is null and {subject}.manager = :viewer");

  /// Reads what the team said only where the round said so before anybody answered.
  private static final Relation TEAM_MEMBER =
      new Relation(
          "feedback-team-member",
          """
          {subject}.person is null and exists (select 1 from feedback_rater rt join feedback_round ro on ro.id = {subject}.round
            where rt.subject = {subject}.id and rt.person = :viewer and rt.state in ('asked', 'declined')
            and ro.audience = 'team' offset 0)\
          """);

  private static final Relation RATER =
      new Relation("feedback-rater", "{subject}.person = :viewer and {subject}.state = 'asked'");

  @Override
  public List<PolicyRow> policyRows() {
    return List.of(
        row(ROUND, READ, TERMS, Relation.PEOPLE_OPS),
        row(ROUND, READ, TERMS, OWNER),
        row(ROUND, READ, TERMS, TAKES_PART),
        row(ROUND, READ, COUNTS, Relation.PEOPLE_OPS),
        row(ROUND, READ, COUNTS, OWNER),
        row(ROUND, DEFINE, TERMS, Relation.PEOPLE_OPS),
        row(ROUND, RUN, TERMS, Relation.PEOPLE_OPS),
        row(ROUND, RUN, TERMS, OWNER),
        row(ROUND, READ, COMMENTS, STEWARD),
        row(ROUND, WITHHOLD, COMMENTS, STEWARD),
        row(ROUND, CONFIRM, COMMENTS, SECOND_PERSON),
        row(ROUND, READ, ESCROW, ESCROW_ASKER),
        row(ROUND, READ, ESCROW, ESCROW_OWNER),
        row(ROUND, UNSEAL, ESCROW, ESCROW_ASKER),
        row(ROUND, AGREE, ESCROW, ESCROW_ASKER),
        row(ROUND, AGREE, ESCROW, ESCROW_OWNER),
        row(SUBJECT, READ, RATERS, REVIEWEE),
        row(SUBJECT, READ, RATERS, MANAGER),
        row(SUBJECT, READ, RATERS, Relation.PEOPLE_OPS),
        row(SUBJECT, NOMINATE, RATERS, REVIEWEE),
        row(SUBJECT, REMIND, RATERS, REVIEWEE),
        row(SUBJECT, SETTLE, RATERS, MANAGER),
        row(SUBJECT, SETTLE, RATERS, SETTLER),
        row(ANSWER, READ, WORDS, RATER),
        row(ANSWER, GIVE, WORDS, RATER),
        row(REPORT, READ, PUBLISHED, REVIEWEE),
        row(REPORT, READ, PUBLISHED, READING_MANAGER),
        row(REPORT, READ, PUBLISHED, TEAM_LEAD),
        row(REPORT, READ, PUBLISHED, TEAM_MEMBER),
        row(REPORT, READ, DEBRIEF, REVIEWEE),
        row(REPORT, READ, DEBRIEF, TEAM_LEAD),
        row(REPORT, READ, DEBRIEF, TEAM_MEMBER),
        row(REPORT, BOOK, DEBRIEF, REVIEWEE),
        row(REPORT, BOOK, DEBRIEF, TEAM_LEAD),
        row(REPORT, FOLLOW, PUBLISHED, REVIEWEE));
  }

  private static PolicyRow row(String record, String act, String fields, Relation relation) {
    return new PolicyRow(record, act, fields, relation, Reach.BUILT_IN);
  }
}
