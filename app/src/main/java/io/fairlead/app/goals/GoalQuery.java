package io.fairlead.app.goals;

import io.fairlead.app.platform.words.Words;
import io.fairlead.methods.goals.ObjectiveKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which objectives a page shows. All of it stands in the address, so that a link shows the same.
///
/// @param search words that a title contains; empty for no search
/// @param order in which a list stands; a tree has its own
/// @param open the objectives of the tree whose children show
/// @param after where the page before ended; null for the first
public record GoalQuery(
    UUID cycle,
    Scope scope,
    View view,
    String search,
    @Nullable ObjectiveKind kind,
    @Nullable ObjectiveState state,
    Order order,
    List<UUID> open,
    @Nullable Cursor after) {

  /// Stands for the current cycle.
  static final UUID NO_CYCLE = new UUID(0, 0);

  public GoalQuery {
    open = List.copyOf(open);
  }

  /// All objectives of a cycle in a scope, as an address names them.
  static GoalQuery of(String cycle, String scope) {
    UUID id = NO_CYCLE;
    try {
      id = cycle.length() == 36 ? UUID.fromString(cycle) : NO_CYCLE;
    } catch (IllegalArgumentException ignored) {
      // what is no id names no cycle
    }
    return new GoalQuery(
        id, Scope.of(scope), View.LIST, "", null, null, Order.LEVEL, List.of(), null);
  }

  /// Only what is of the kind and in the state that the address names, if it names any.
  GoalQuery narrowed(String words, String ofKind, String inState) {
    return new GoalQuery(
        cycle,
        scope,
        View.LIST,
        words.strip(),
        ObjectiveKind.find(ofKind).orElse(null),
        ObjectiveState.find(inState).orElse(null),
        order,
        List.of(),
        null);
  }

  public GoalQuery in(UUID other) {
    return new GoalQuery(other, scope, view, search, kind, state, order, open, after);
  }

  public GoalQuery of(Scope other) {
    return new GoalQuery(cycle, other, view, search, kind, state, order, List.of(), null);
  }

  public GoalQuery as(View other) {
    return new GoalQuery(cycle, scope, other, search, kind, state, order, open, null);
  }

  public GoalQuery from(@Nullable Cursor place) {
    return new GoalQuery(cycle, scope, view, search, kind, state, order, open, place);
  }

  /// The same with one objective opened, or closed if it was open.
  public GoalQuery toggled(UUID objective) {
    List<UUID> others = open.stream().filter(each -> !each.equals(objective)).toList();
    List<UUID> now =
        others.size() < open.size()
            ? others
            : Stream.concat(open.stream(), Stream.of(objective)).toList();
    return new GoalQuery(cycle, scope, view, search, kind, state, order, now, after);
  }

  /// The address that shows it.
  public String address() {
    return address("/goals", true);
  }

  /// The same from its beginning, with nothing open.
  public GoalQuery first() {
    return new GoalQuery(cycle, scope, view, search, kind, state, order, List.of(), null);
  }

  /// Whether nothing is searched or filtered.
  public boolean isPlain() {
    return search.isBlank() && kind == null && state == null;
  }

  /// What a choice of the filter comes to, from its beginning.
  public GoalQuery filtered(@Nullable ObjectiveKind only, @Nullable ObjectiveState in) {
    return new GoalQuery(cycle, scope, view, search, only, in, order, List.of(), null);
  }

  /// What is filtered for, such as "committed, graded".
  public String filteredAs(Words words) {
    return Stream.of(
            kind == null ? "" : words.text("goals.kind." + kind.code()),
            state == null ? "" : words.text("goals.state." + state.code()))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /// The same as a list sorted by title, and the other way round when it already is.
  public GoalQuery byTitle() {
    Order other = order == Order.TITLE ? Order.TITLE_DOWN : Order.TITLE;
    return new GoalQuery(cycle, scope, View.LIST, search, kind, state, other, List.of(), null);
  }

  /// The same in the order of the tree: the organisation's own first, then units, teams, people.
  public GoalQuery byLevel() {
    return new GoalQuery(
        cycle, scope, View.LIST, search, kind, state, Order.LEVEL, List.of(), null);
  }

  /// How a heading of the list says that it is sorted, for `aria-sort`.
  public @Nullable String sortedByTitle() {
    return switch (order) {
      case LEVEL -> null;
      case TITLE -> "ascending";
      case TITLE_DOWN -> "descending";
    };
  }

  /// One objective in the drawer beside what shows.
  public String objective(UUID id) {
    return address("/goals/" + id, true);
  }

  /// The address of a view of the same cycle and scope.
  ///
  /// @param name `tree`, `list`, `map`, `timeline` or `summary`
  public String viewed(String name) {
    return switch (name) {
      case "tree" -> as(View.TREE).first().address();
      case "list" -> as(View.LIST).first().address();
      default -> address("/goals/" + name, false);
    };
  }

  /// The path of a view's page.
  public static String path(String name) {
    return name.equals("tree") || name.equals("list") ? "/goals" : "/goals/" + name;
  }

  /// All of it as a file.
  public String file(String format) {
    return first().address("/goals/export." + format, true);
  }

  /// Another view of the same cycle and scope.
  public String address(String path) {
    return address(path, false);
  }

  private String address(String path, boolean whole) {
    var query = new StringBuilder(path).append("?cycle=").append(cycle);
    add(query, "scope", scope == Scope.ALL ? "" : scope.code());
    if (whole) {
      add(query, "view", view == View.TREE ? "" : view.code());
      add(query, "q", search);
      add(query, "kind", kind == null ? "" : kind.code());
      add(query, "state", state == null ? "" : state.code());
      add(query, "sort", order.code());
      add(query, "open", open.stream().map(UUID::toString).collect(Collectors.joining(",")));
      add(query, "after", after == null ? "" : after.code());
    }
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query
          .append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  public enum Scope {
    /// What the viewer owns, answers for, stands in for or has a key result of.
    MINE,
    /// What the viewer's direct reports, colleagues, teams and unit own.
    TEAM,
    ALL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Scope of(String code) {
      return switch (code) {
        case "mine" -> MINE;
        case "team" -> TEAM;
        default -> ALL;
      };
    }
  }

  public enum View {
    TREE,
    LIST;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// In which order a list stands. Each is an index, so that a page costs what it shows.
  public enum Order {
    LEVEL(""),
    TITLE("title"),
    TITLE_DOWN("-title");

    private final String code;

    Order(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static Order of(String code) {
      return switch (code) {
        case "title" -> TITLE;
        case "-title" -> TITLE_DOWN;
        default -> LEVEL;
      };
    }
  }

  /// Searching and filtering look through every level, so they show a list.
  public boolean isTree() {
    return view == View.TREE && search.isBlank() && kind == null && state == null;
  }

  /// The place of a row in the order of all lists.
  public record Cursor(int level, String title, UUID id) {
    public String code() {
      String plain = level + "," + id + "," + title;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty for what is no cursor of ours.
    static Optional<Cursor> find(String code) {
      try {
        String plain = new String(Base64.getUrlDecoder().decode(code), StandardCharsets.UTF_8);
        String[] parts = plain.split(",", 3);
        return parts.length == 3
            ? Optional.of(
                new Cursor(Integer.parseInt(parts[0]), parts[2], UUID.fromString(parts[1])))
            : Optional.empty();
      } catch (IllegalArgumentException notOurs) {
        return Optional.empty();
      }
    }
  }
}
