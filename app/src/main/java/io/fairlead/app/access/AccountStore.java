package io.fairlead.app.access;

import io.fairlead.app.platform.web.TableView;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts in the database.
@Component
class AccountStore {
  private static final String STANDING =
      """
      select i.person, i.name, i.email, i.title,
        case when a.person is null then 'none' when a.state = 'locked' then 'locked'
          when a.password_hash is null then 'invited' else 'active' end as state
      from identity i left join account a on a.person = i.person
      where :text = '' or strpos(lower(i.name), :text) > 0 or strpos(lower(i.email), :text) > 0\
      """;

  private final JdbcClient database;

  AccountStore(JdbcClient database) {
    this.database = database;
  }

  /// @param passwordHash null while a person was let in but has set no password
  record Account(
      UUID person, String name, String email, boolean active, @Nullable String passwordHash) {}

  private static final String ACCOUNTS =
      """
      select a.person, i.name, i.email, a.state = 'active' as active, a.password_hash
      from account a join identity i on i.person = a.person
      """;

  Optional<Account> byEmail(String email) {
    return database
        .sql(ACCOUNTS + "where lower(i.email) = :email")
        .param("email", email)
        .query(Account.class)
        .optional();
  }

  Optional<Account> of(UUID person) {
    return database
        .sql(ACCOUNTS + "where a.person = :person")
        .param("person", person)
        .query(Account.class)
        .optional();
  }

  /// Whether the person is known and could be let in.
  Optional<String> nameOf(UUID person) {
    return database
        .sql("select name from identity where person = :person")
        .param("person", person)
        .query(String.class)
        .optional();
  }

  Optional<UUID> personWith(String email) {
    return database
        .sql("select person from identity where lower(email) = :email")
        .param("email", email)
        .query(UUID.class)
        .optional();
  }

  /// Lets a person in who was not yet; leaves an account that is there as it is.
  ///
  /// @return whether it is new
  boolean open(UUID person, Instant now) {
    return database
            .sql(
                """
                insert into account (person, created_at) values (:person, :now)
                on conflict (person) do nothing
                """)
            .param("person", person)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Those of the people who have set no password and are not locked.
  List<Invitable> invitable(Collection<UUID> persons) {
    return database
        .sql(
            """
            select i.person, i.name from identity i left join account a on a.person = i.person
            where i.person = any(:persons) and i.email <> '' and (a.person is null or (a.state = 'active' and a.password_hash is null))
            order by lower(i.name), i.person
            """)
        .param("persons", persons.toArray(UUID[]::new))
        .query(
            (row, _) -> new Invitable(row.getObject("person", UUID.class), row.getString("name")))
        .list();
  }

  /// Lets many in who were not yet.
  void open(Collection<UUID> persons, Instant now) {
    database
        .sql(
            """
            insert into account (person, created_at) select person, :now from unnest(:persons::uuid[]) as p (person)
            on conflict (person) do nothing
            """)
        .param("persons", persons.toArray(UUID[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  void setPassword(UUID person, String hash, Instant now) {
    database
        .sql(
            """
            update account set password_hash = :hash, password_changed_at = :now where person = :person
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .param("person", person)
        .update();
  }

  /// Stores the same password under today's settings, unless it was changed meanwhile.
  void strengthen(UUID person, String from, String to) {
    database
        .sql(
            """
            update account set password_hash = :to where person = :person and password_hash = :from
            """)
        .param("to", to)
        .param("person", person)
        .param("from", from)
        .update();
  }

  boolean setState(UUID person, boolean active) {
    return database
            .sql("update account set state = :state where person = :person and state <> :state")
            .param("state", active ? "active" : "locked")
            .param("person", person)
            .update()
        == 1;
  }

  /// Whether anybody has a password to sign in with.
  boolean anybodyCanSignIn() {
    return database
        .sql(
            "select exists (select from account where state = 'active' and password_hash is not null)")
        .query(Boolean.class)
        .single();
  }

  /// People whose name or address contains the text, a page of them.
  List<Standing> standing(TableView view, int most) {
    return database
        .sql(
            """
            select p.* from (%s) p
            order by %s %s, lower(p.name), p.person offset :offset limit :most
            """
                .formatted(STANDING, column(view.sort()), view.descending() ? "desc" : "asc"))
        .param("text", sought(view))
        .param("offset", view.offset())
        .param("most", most)
        .query((row, _) ->
            new Standing(
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("title"),
                row.getString("state")))
        .list();
  }

  /// How many match in all.
  long standings(TableView view) {
    return database
        .sql("select count(*) from (" + STANDING + ") p")
        .param("text", sought(view))
        .query(Long.class)
        .single();
  }

  private static String sought(TableView view) {
    return view.filter("q").strip().toLowerCase(Locale.ROOT);
  }

  private static String column(String key) {
    return switch (key) {
      case "address" -> "lower(p.email)";
      case "state" -> "p.state";
      default -> "lower(p.name)";
    };
  }
}
