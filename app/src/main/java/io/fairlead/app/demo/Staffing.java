package io.fairlead.app.demo;

import io.fairlead.app.demo.DemoCompany.Employment;
import io.fairlead.app.demo.DemoCompany.Grant;
import io.fairlead.app.demo.DemoCompany.Line;
import io.fairlead.app.demo.DemoCompany.Membership;
import io.fairlead.app.demo.DemoCompany.Person;
import io.fairlead.app.demo.DemoCompany.Team;
import io.fairlead.app.demo.DemoCompany.Unit;
import io.fairlead.app.demo.Staff.Crew;
import io.fairlead.app.demo.Staff.Post;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hires Brightwell's people into the units of `structure.txt` and the teams of `teams.txt`, and
/// lets two years pass: some come, some leave, some move, some leads are followed by others.
final class Staffing {
  private static final Pattern SEVERAL = Pattern.compile("(\\d+) (.*)");
  private static final List<String> PLACES =
      List.of("Utrecht", "Utrecht", "Utrecht", "Odense", "Porto", "Leipzig", "From home");
  private static final int LEAVERS = 24;
  private static final int MOVERS = 16;
  private static final int FOLLOWED_LEADS = 5;

  private final Dice dice;
  private final LocalDate today;
  private final LocalDate begin;
  private final Names names;
  private final Staff staff = new Staff();

  private Staffing(Dice dice, LocalDate today) {
    this.dice = dice;
    this.today = today;
    this.begin = today.minusYears(2);
    this.names = new Names(dice.forThe("names"));
  }

  static Staff of(Dice dice, LocalDate today) {
    Staffing staffing = new Staffing(dice, today);
    staffing.hire();
    staffing.draw();
    staffing.follow();
    staffing.leave();
    staffing.move();
    staffing.gather();
    staffing.grant();
    return staffing.staff;
  }

  private void hire() {
    List<String> lines = Resource.lines("structure.txt");
    lines.stream()
        .map(line -> line.contains("|") ? Resource.cells(line).get(1) : line.strip())
        .filter(person -> !person.startsWith("*") && !SEVERAL.matcher(person).matches())
        .forEach(person -> names.given(person.split(", ", 2)[0]));
    Deque<Post> path = new ArrayDeque<>();
    for (String line : lines) {
      int depth = (line.length() - line.stripLeading().length()) / 2;
      while (path.size() > depth) {
        path.pop();
      }
      if (line.contains("|")) {
        path.push(unit(Resource.cells(line), path.peek(), depth));
      } else {
        people(line.strip(), path.element());
      }
    }
  }

  private Post unit(List<String> cells, @Nullable Post above, int depth) {
    Unit unit = new Unit(id(begin), cells.get(0), above == null ? null : above.unit().id());
    Person lead = person(cells.get(1), true);
    Post post =
        new Post(
            unit,
            lead.id(),
            cells.size() > 2 || above == null ? cells.get(2) : above.topic(),
            above,
            depth,
            new ArrayList<>());
    staff.posts.add(post);
    staff.postOf.put(lead.id(), post);
    return post;
  }

  private void people(String line, Post post) {
    Matcher several = SEVERAL.matcher(line);
    int many = several.matches() ? Integer.parseInt(several.group(1)) : 1;
    String who = several.matches() ? "*, " + several.group(2) : line;
    for (int i = 0; i < many; i++) {
      Person person = person(who, false);
      post.members().add(person.id());
      staff.postOf.put(person.id(), post);
    }
  }

  /// @param who name (or a star) and title
  private Person person(String who, boolean leads) {
    String[] parts = who.split(", ", 2);
    boolean named = !parts[0].equals("*");
    LocalDate joined =
        leads || named || dice.chance(0.7)
            ? dice.day(today.minusYears(9), begin.minusMonths(leads ? 8 : 1))
            : dice.day(begin, today.minusDays(20));
    return hired(named ? parts[0] : names.next(), parts[1], joined, null);
  }

  private Person hired(String name, String title, LocalDate joined, @Nullable LocalDate left) {
    Person person =
        new Person(
            id(joined),
            name,
            Names.address(name),
            "B%04d".formatted(1001 + staff.people.size()),
            title,
            dice.of(PLACES),
            dice.chance(0.6),
            joined,
            left);
    staff.people.put(person.id(), person);
    return person;
  }

  /// Everybody works where they are and reports to whom they do, since they came.
  private void draw() {
    for (Person person : List.copyOf(staff.people.values())) {
      employ(person, staff.post(person.id()).unit(), person.joined(), null);
      report(person, managerOf(person.id()), person.joined(), null);
    }
  }

  private @Nullable UUID managerOf(UUID person) {
    Post post = staff.post(person);
    if (!post.lead().equals(person)) {
      return post.lead();
    }
    return post.above() == null ? null : post.above().lead();
  }

  private void employ(Person person, Unit unit, LocalDate from, @Nullable LocalDate until) {
    staff.employments.add(new Employment(id(from), person.id(), unit.id(), from, until));
  }

  /// From when both were here on.
  private void report(
      Person person, @Nullable UUID manager, LocalDate from, @Nullable LocalDate until) {
    LocalDate since =
        manager != null && staff.person(manager).joined().isAfter(from)
            ? staff.person(manager).joined()
            : from;
    if (until == null || since.isBefore(until)) {
      staff.lines.add(new Line(id(since), person.id(), manager, since, until));
    }
  }

  /// Some leads followed one who left; whoever was here then reported to that one.
  private void follow() {
    List<Post> smallest =
        staff.posts.stream()
            .filter(post -> post.depth() > 1 && !post.members().isEmpty())
            .filter(post -> !staff.person(post.lead()).name().matches("Mara.*|Ola.*|Yuki.*"))
            .toList();
    for (Post post : dice.shuffled(smallest).subList(0, FOLLOWED_LEADS)) {
      LocalDate handover = dice.day(begin.plusMonths(3), today.minusMonths(4));
      Person former =
          hired(
              names.next(),
              staff.person(post.lead()).title(),
              dice.day(today.minusYears(9), begin.minusYears(1)),
              handover);
      staff.postOf.put(former.id(), post);
      employ(former, post.unit(), former.joined(), handover);
      report(former, post.above() == null ? null : post.above().lead(), former.joined(), handover);
      for (UUID member : post.members()) {
        handOver(staff.person(member), former, handover);
      }
    }
  }

  private void handOver(Person member, Person former, LocalDate handover) {
    LocalDate from = member.joined().isAfter(former.joined()) ? member.joined() : former.joined();
    if (!from.isBefore(handover)) {
      return;
    }
    Line now = lineOf(member.id());
    staff.lines.remove(now);
    report(member, former.id(), from, handover);
    report(member, now.manager(), handover, null);
  }

  private Line lineOf(UUID person) {
    return staff.lines.stream()
        .filter(line -> line.person().equals(person) && line.until() == null)
        .findFirst()
        .orElseThrow();
  }

  /// People who were here and are not any more; the last one went last week.
  private void leave() {
    List<Post> posts = staff.posts.stream().filter(post -> post.members().size() > 3).toList();
    for (int i = 0; i < LEAVERS - FOLLOWED_LEADS; i++) {
      Post post = dice.of(posts);
      LocalDate left =
          i == 0 ? today.minusDays(6) : dice.day(begin.plusMonths(1), today.minusDays(12));
      LocalDate joined = dice.day(left.minusYears(4), left.minusMonths(5));
      String title = staff.person(dice.of(post.members())).title();
      Person person = hired(names.next(), title, joined, left);
      staff.postOf.put(person.id(), post);
      employ(person, post.unit(), joined, left);
      report(person, post.lead(), joined, left);
    }
  }

  /// Some worked in another unit before.
  private void move() {
    List<UUID> candidates =
        staff.posts.stream()
            .filter(post -> post.depth() > 1)
            .flatMap(post -> post.members().stream())
            .filter(person -> staff.person(person).joined().isBefore(begin))
            .filter(person ->
                staff.lines.stream().filter(line -> line.person().equals(person)).count() == 1)
            .filter(person -> !staff.person(person).email().matches("(jonas|dev|aiko|ruben).*"))
            .toList();
    for (UUID mover : dice.shuffled(candidates).subList(0, MOVERS)) {
      Post now = staff.post(mover);
      List<Post> others =
          staff.posts.stream()
              .filter(post ->
                  post.topic().equals(now.topic())
                      || Objects.equals(post.unit().parent(), now.unit().parent()))
              .filter(post -> !post.unit().equals(now.unit()) && post.depth() > 1)
              .toList();
      if (others.isEmpty()) {
        continue;
      }
      Post before = dice.of(others);
      LocalDate moved = dice.day(begin, today.minusMonths(1));
      Person person = staff.person(mover);
      Line line = lineOf(mover);
      staff.employments.removeIf(employment -> employment.person().equals(mover));
      staff.lines.remove(line);
      employ(person, before.unit(), person.joined(), moved);
      employ(person, now.unit(), moved, null);
      report(person, before.lead(), person.joined(), moved);
      report(person, line.manager(), moved, null);
    }
  }

  private void gather() {
    for (String line : Resource.lines("teams.txt")) {
      List<String> cells = Resource.cells(line);
      List<String> topics = List.of(cells.get(4).split(" "));
      List<UUID> candidates = dice.shuffled(staff.about(topics, today));
      UUID lead = cells.get(2).equals("*") ? candidates.getFirst() : staff.named(cells.get(2)).id();
      LocalDate from = dice.day(begin, today.minusMonths(10));
      Team team = new Team(id(from), cells.get(0), cells.get(1), null, lead, from);
      List<UUID> members = new ArrayList<>();
      members.add(lead);
      candidates.stream()
          .filter(person -> !person.equals(lead))
          .limit(Integer.parseInt(cells.get(3)) - 1L)
          .forEach(members::add);
      for (UUID member : members) {
        LocalDate joined = staff.person(member).joined();
        LocalDate since = joined.isAfter(from) ? joined : from;
        staff.memberships.add(new Membership(id(since), team.id(), member, since));
      }
      staff.crews.add(new Crew(team, members));
    }
  }

  private void grant() {
    grant("Elif Arslan", "people-ops", null);
    grant("Noor Haddad", "hr-partner", "Product and Engineering");
    grant("Ines Okafor", "executive", null);
    grant("Yuki Tanabe", "finance", null);
    grant("Sofia Reyes", "auditor", null);
    grant("Liam Byrne", "it-administrator", null);
  }

  private void grant(String name, String role, @Nullable String unit) {
    UUID of =
        staff.posts.stream()
            .map(Post::unit)
            .filter(each -> each.name().equals(unit))
            .map(Unit::id)
            .findFirst()
            .orElse(null);
    staff.grants.add(new Grant(id(begin), staff.named(name).id(), role, of));
  }

  private UUID id(LocalDate day) {
    return dice.id(day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC));
  }
}
