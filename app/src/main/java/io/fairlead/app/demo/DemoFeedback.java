package io.fairlead.app.demo;

import io.fairlead.app.feedback.AnswerSheet;
import io.fairlead.app.feedback.DemoRounds;
import io.fairlead.app.feedback.RoundInput;
import io.fairlead.app.feedback.Rounds;
import io.fairlead.app.platform.Role;
import io.fairlead.app.platform.Viewer;
import io.fairlead.methods.instruments.CommentQuestion;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.Relationship;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The company's rounds of feedback: one that is closed, a pulse of all teams, one that runs, and a
/// pilot whose raters are being chosen.
@Component
class DemoFeedback {
  private static final int LEADS_AT_LEAST = 3;
  private static final int TEAM_AT_LEAST = 6;
  private static final String CONCERNS = "the ombudsperson, ombud@brightwell.example";

  private final Rounds rounds;
  private final DemoRounds made;

  /// Set between the two steps of one start.
  private @Nullable Closing closing;

  DemoFeedback(Rounds rounds, DemoRounds made) {
    this.rounds = rounds;
    this.made = made;
  }

  private record Closing(
      UUID round, List<Viewer> talking, Map<UUID, UUID> managers, LocalDate today) {}

  /// Asks and answers, in the demo's transaction.
  void make(DemoCompany company) {
    LocalDate today = company.today();
    Dice dice = new Dice(DemoSimulation.SEED).forThe("feedback");
    UUID product = unit(company, "Product and Engineering");
    LocalDate began = today.minusDays(60);
    Viewer then = runner(company, began);
    UUID closed =
        define(
            then,
            input(
                "Feedback in autumn",
                "individual-contributor",
                began,
                40,
                Set.of(product),
                Set.of()));
    launch(then, closed);
    open(then, closed);
    Map<String, Integer> autumn = new HashMap<>();
    made.answer(closed, asked -> sheet(asked, dice, 0.85, autumn));
    askTeams(company, dice, today.minusDays(40));
    closing = new Closing(closed, talking(company, product), managers(company), today);
    Viewer now = runner(company, today.minusDays(5));
    UUID running =
        define(
            now,
            input(
                "Feedback for those who lead",
                "manager",
                today.minusDays(5),
                16,
                Set.of(),
                leads(company)));
    launch(now, running);
    open(now, running);
    Map<String, Integer> leading = new HashMap<>();
    made.answer(running, asked -> sheet(asked, dice, 0.45, leading));
    Viewer soon = runner(company, today);
    UUID pilot =
        define(
            soon,
            input(
                "Pilot: working across teams",
                "working-across-teams",
                today,
                20,
                Set.of(unit(company, "Activation")),
                Set.of()));
    launch(soon, pilot);
  }

  /// A pulse of every unit that has none below it and enough people, which has closed since.
  private void askTeams(DemoCompany company, Dice dice, LocalDate began) {
    Viewer then = runner(company, began);
    UUID pulse = define(then, pulse(began, teams(company, began)));
    launch(then, pulse);
    open(then, pulse);
    Map<String, Integer> written = new HashMap<>();
    made.answer(pulse, asked -> sheet(asked, dice, 0.85, written));
  }

  private static Set<UUID> teams(DemoCompany company, LocalDate day) {
    Map<UUID, Long> people =
        company.employments().stream()
            .filter(each -> !each.from().isAfter(day) && each.until() == null)
            .collect(Collectors.groupingBy(each -> each.unit(), Collectors.counting()));
    Set<UUID> parents =
        company.units().stream()
            .flatMap(each -> Stream.ofNullable(each.parent()))
            .collect(Collectors.toSet());
    return people.entrySet().stream()
        .filter(each -> each.getValue() >= TEAM_AT_LEAST && !parents.contains(each.getKey()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// Seals the closed round and lets some of its reviewees book their talk, so that their report
  /// can be read; after the demo's transaction.
  void close() {
    Closing made = closing;
    if (made == null) {
      return;
    }
    this.made.close();
    LocalDate day = made.today().plusDays(2);
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
    for (Viewer reviewee : made.talking()) {
      UUID manager = made.managers().get(reviewee.person());
      if (manager != null) {
        this.made.book(reviewee, made.round(), day.atTime(14, 0), manager);
      }
    }
    Viewer second = made.talking().getLast();
    this.made.askAgain(second, made.round(), second.name() + ": follow-up to Feedback in autumn");
    closing = null;
  }

  private UUID define(Viewer writer, RoundInput input) {
    return rounds.define(writer, input, null).orThrow();
  }

  private void launch(Viewer writer, UUID round) {
    made.launch(writer, round);
  }

  private void open(Viewer writer, UUID round) {
    rounds.open(writer, round, version(writer, round), null).orThrow();
  }

  private long version(Viewer writer, UUID round) {
    return rounds.find(writer, round).orElseThrow().version();
  }

  private static RoundInput pulse(LocalDate began, Set<UUID> teams) {
    return new RoundInput(
        "pulse",
        "Speaking up in our teams",
        "development",
        null,
        null,
        "psychological-safety",
        4,
        5,
        2,
        1,
        "competency",
        "team",
        null,
        CONCERNS,
        null,
        null,
        null,
        null,
        null,
        null,
        120,
        began.plusDays(1),
        began.plusDays(2),
        began.plusDays(16),
        teams,
        Set.of(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static RoundInput input(
      String name,
      String instrument,
      LocalDate began,
      int answering,
      Set<UUID> units,
      Set<UUID> people) {
    return new RoundInput(
        "360",
        name,
        "development",
        null,
        null,
        instrument,
        4,
        5,
        2,
        0,
        "competency",
        "reviewee",
        null,
        CONCERNS,
        null,
        null,
        null,
        6,
        5,
        0,
        120,
        began.plusDays(4),
        began.plusDays(5),
        began.plusDays(5L + answering),
        units,
        people,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /// What somebody made up thinks of somebody made up: steady about a person, with a rater's own
  /// leaning, and kinder about oneself; no comment twice about the same person.
  ///
  /// @param written how many comments there are so far, by subject and question
  private static Optional<AnswerSheet> sheet(
      DemoRounds.Asked asked, Dice dice, double response, Map<String, Integer> written) {
    Dice own = dice.forThe(asked.subject() + " " + asked.rater());
    if (asked.relationship() != Relationship.SELF && !own.chance(response)) {
      return Optional.empty();
    }
    double leaning = dice.forThe("leaning " + asked.rater()).normal(0, 0.35);
    double self = asked.relationship() == Relationship.SELF ? own.normal(0.3, 0.4) : 0;
    Map<String, Integer> ratings = new HashMap<>();
    for (Item item : asked.questions().items()) {
      double level =
          dice.forThe(asked.subject() + " " + item.competency()).normal(3.6, 0.6) + leaning + self;
      ratings.put(
          item.id(),
          own.chance(0.07)
              ? AnswerSheet.CANNOT_JUDGE
              : Math.clamp(Math.round(own.normal(level, 0.5)), 1, asked.questions().points()));
    }
    Map<String, String> comments = new HashMap<>();
    for (CommentQuestion question : asked.questions().comments()) {
      String about = asked.subject() + " " + question.id();
      List<String> lines =
          dice.forThe(about).shuffled(COMMENTS.getOrDefault(heading(asked, question), List.of()));
      int said = written.getOrDefault(about, 0);
      if (asked.relationship() != Relationship.SELF && said < lines.size() && own.chance(0.7)) {
        comments.put(question.id(), lines.get(said));
        written.put(about, said + 1);
      }
    }
    return Optional.of(new AnswerSheet(ratings, comments, "", own.between(180, 600), true));
  }

  private static String heading(DemoRounds.Asked asked, CommentQuestion question) {
    return asked.relationship() == Relationship.MEMBER ? "team-" + question.id() : question.id();
  }

  private static final Map<String, List<String>> COMMENTS = comments();

  private static Map<String, List<String>> comments() {
    Map<String, List<String>> comments = new HashMap<>();
    Resource.sections("feedback.txt").forEach((heading, lines) -> comments.put(heading, lines));
    return comments;
  }

  private static UUID unit(DemoCompany company, String name) {
    return company.units().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Map<UUID, UUID> managers(DemoCompany company) {
    Map<UUID, UUID> managers = new HashMap<>();
    company.lines().stream()
        .filter(line -> line.until() == null && line.manager() != null)
        .forEach(line -> managers.put(line.person(), Objects.requireNonNull(line.manager())));
    return managers;
  }

  /// Everybody to whom three people or more report.
  private static Set<UUID> leads(DemoCompany company) {
    Map<UUID, Integer> reports = new HashMap<>();
    managers(company).values().forEach(manager -> reports.merge(manager, 1, Integer::sum));
    return reports.entrySet().stream()
        .filter(each -> each.getValue() >= LEADS_AT_LEAST)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// Those of Activation, whom the pages of the demo begin with.
  private static List<Viewer> talking(DemoCompany company, UUID product) {
    UUID activation = unit(company, "Activation");
    List<Viewer> talking = new ArrayList<>();
    company.employments().stream()
        .filter(each -> each.until() == null)
        .filter(each -> each.unit().equals(activation) || each.unit().equals(product))
        .forEach(each -> talking.add(viewer(company, each.person(), company.today(), Set.of())));
    return talking;
  }

  private static Viewer runner(DemoCompany company, LocalDate day) {
    UUID person =
        company.grants().stream()
            .filter(grant -> grant.role().equals(Role.PEOPLE_OPS.code()))
            .findFirst()
            .orElseThrow()
            .person();
    return viewer(company, person, day, Set.of(Role.PEOPLE_OPS));
  }

  private static Viewer viewer(DemoCompany company, UUID person, LocalDate day, Set<Role> roles) {
    String name =
        company.people().stream()
            .filter(each -> each.id().equals(person))
            .findFirst()
            .orElseThrow()
            .name();
    return new Viewer(person, name, roles, Set.of(), Set.of(), day);
  }
}
