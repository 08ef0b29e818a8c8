package io.fairlead.app.talk;

import io.fairlead.app.goals.GoalRules;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.undo.Undoable;
import io.fairlead.app.platform.web.Pages;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Attaches a link again that the viewer took away.
@Component
class LinkUndo implements Undoable {
  static final String KIND = "talk.link-removed";

  private final JdbcClient database;
  private final Policy policy;
  private final Pages pages;

  LinkUndo(JdbcClient database, Policy policy, Pages pages) {
    this.database = database;
    this.policy = policy;
    this.pages = pages;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome<Undone> undo(Viewer viewer, UUID link, String objective) {
    int attached =
        database
            .sql(
                """
                update goal_link l set removed_at = null, removed_by = null
                where l.id = :link and l.removed_by = :viewer
                  and exists (select 1 from objective o where o.id = l.objective and %s)
                """
                    .formatted(policy.condition(GoalRules.RECORD, "read", GoalRules.GOAL, "o")))
            .params(viewer.parameters())
            .param("link", link)
            .update();
    return attached == 1
        ? Outcome.done(
            new Undone(
                pages.words().text("talk.link.attached"), "/goals/" + objective + "/talk#links"))
        : Outcome.refused(Reason.notFound());
  }
}
