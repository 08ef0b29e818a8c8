package io.fairlead.app.framework;

import io.fairlead.app.platform.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `framework_draft`. Every statement is limited to those of the viewer.
@Component
class FrameworkDraftStore {
  private final JdbcClient database;

  FrameworkDraftStore(JdbcClient database) {
    this.database = database;
  }

  /// The viewer's, the latest first, without what stands in them.
  List<FrameworkDraft> of(Viewer viewer) {
    return database
        .sql(
            """
            select id, '' as document, based_on, saved_at, version from framework_draft
            where author = ? order by saved_at desc, id
            """)
        .param(viewer.person())
        .query(FrameworkDraftStore::draft)
        .list();
  }

  Optional<FrameworkDraft> find(Viewer viewer, UUID id) {
    return database
        .sql(
            """
            select id, document, based_on, saved_at, version from framework_draft
            where id = :id and author = :author
            """)
        .param("id", id)
        .param("author", viewer.person())
        .query(FrameworkDraftStore::draft)
        .optional();
  }

  /// @return false if the id is taken
  boolean add(Viewer viewer, UUID id, String document, int basedOn, Instant now) {
    return database
            .sql(
                """
                insert into framework_draft (id, author, document, based_on, saved_at, version)
                values (:id, :author, :document, :based, :now, 1)
                on conflict (id) do nothing
                """)
            .param("id", id)
            .param("author", viewer.person())
            .param("document", document)
            .param("based", basedOn)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// @return false if it is not at this version any more
  boolean change(Viewer viewer, UUID id, String document, int basedOn, long version, Instant now) {
    return database
            .sql(
                """
                update framework_draft
                set document = :document, based_on = :based, saved_at = :now, version = version + 1
                where id = :id and author = :author and version = :version
                """)
            .param("id", id)
            .param("author", viewer.person())
            .param("document", document)
            .param("based", basedOn)
            .param("version", version)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Removes it if it still says that.
  void remove(Viewer viewer, UUID id, String document) {
    database
        .sql(
            "delete from framework_draft where id = :id and author = :author and document = :document")
        .param("id", id)
        .param("author", viewer.person())
        .param("document", document)
        .update();
  }

  void remove(Viewer viewer, UUID id) {
    database
        .sql("delete from framework_draft where id = :id and author = :author")
        .param("id", id)
        .param("author", viewer.person())
        .update();
  }

  private static FrameworkDraft draft(ResultSet row, int number) throws SQLException {
    return new FrameworkDraft(
        row.getObject("id", UUID.class),
        row.getString("document"),
        row.getInt("based_on"),
        row.getTimestamp("saved_at").toInstant(),
        row.getLong("version"));
  }
}
