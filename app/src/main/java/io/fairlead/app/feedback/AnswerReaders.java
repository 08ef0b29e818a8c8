package io.fairlead.app.feedback;

import io.fairlead.app.platform.web.SeenBy;
import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.disclosure.ReleaseUnit;
import io.fairlead.methods.instruments.Relationship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Who will read what a rater writes, and what they are promised, in the words of the round's
/// frozen terms.
public final class AnswerReaders {
  private AnswerReaders() {}

  /// Of the ratings: the line under the title.
  ///
  /// @param subject the first name of whom it is about, or the team
  /// @param numeric answers that a group's figures need
  public static SeenBy ofRatings(
      Words words, String subject, Relationship rater, Audience audience, int numeric) {
    return seenBy(words, words.text("answering.seen." + key(rater, audience), subject, numeric));
  }

  /// Of a comment: the line before its box.
  ///
  /// @param comments answers that a group's comments need
  /// @param steward whether somebody may have comments withheld
  /// @param escrow whether who wrote it can be opened
  public static SeenBy ofComment(
      Words words,
      String subject,
      Relationship rater,
      Audience audience,
      int comments,
      boolean steward,
      boolean escrow) {
    List<String> said = new ArrayList<>();
    said.add(words.text("answering.read." + key(rater, audience), subject, comments));
    boolean byName = rater == Relationship.SELF || rater == Relationship.MANAGER;
    if (steward && !byName) {
      said.add(words.text("answering.read.steward"));
    }
    if (escrow && !byName) {
      said.add(words.text("answering.read.escrow"));
    }
    return seenBy(words, String.join(" ", said));
  }

  private static SeenBy seenBy(Words words, String sentence) {
    return SeenBy.of(words, sentence, RoundRules.REPORT, RoundRules.PUBLISHED);
  }

  private static String key(Relationship rater, Audience audience) {
    String who =
        switch (rater) {
          case SELF -> "self";
          case MANAGER -> "manager";
          case PEER, REPORT, CROSSFUNCTIONAL, OTHER -> "group";
          case MEMBER -> audience == Audience.TEAM ? "team" : "lead";
        };
    if (rater == Relationship.MEMBER) {
      return who;
    }
    return audience == Audience.REVIEWEE ? who : who + ".managed";
  }

  /// The promise, and that it stands, one sentence or two a paragraph.
  static List<String> promise(Words words, Round round, Relationship rater) {
    RoundTerms terms = round.terms();
    List<String> said = new ArrayList<>();
    if (rater == Relationship.MEMBER) {
      said.addAll(RoundWords.promise(words, round));
      said.add(words.text(terms.escrow() == null ? "answering.kept" : "answering.kept.escrow"));
      return said;
    }
    said.add(
        switch (rater) {
          case SELF -> words.text("answering.promise.self");
          case MANAGER -> words.text("answering.promise.manager");
          case PEER, REPORT, CROSSFUNCTIONAL, OTHER, MEMBER ->
              words.text(
                  terms.unit() == ReleaseUnit.COMPETENCY
                      ? "answering.promise.competency"
                      : "answering.promise.item",
                  terms.width() + 1,
                  terms.colluders(),
                  terms.comments());
        });
    if (terms.escrow() != null && rater != Relationship.SELF && rater != Relationship.MANAGER) {
      RoundWords.escrow(words, round).ifPresent(said::add);
      said.add(words.text("answering.kept.escrow"));
      return said;
    }
    said.add(
        words.text(
            switch (rater) {
              case SELF, MANAGER -> "answering.kept.named";
              case PEER, REPORT, CROSSFUNCTIONAL, OTHER, MEMBER -> "answering.kept";
            }));
    return said;
  }

  /// What the round is for, and since when that stands.
  static String purpose(Words words, Round round) {
    String since =
        round.launchedAt() == null
            ? ""
            : words.plainDate(LocalDate.ofInstant(round.launchedAt(), words.zone()));
    String owner = round.ownerName() == null ? words.text("answering.somebody") : round.ownerName();
    return words.text("answering.purpose." + round.terms().purpose().code(), since, owner);
  }
}
