package io.fairlead.app.people;

import static io.fairlead.app.people.PeoplePolicy.ALL;
import static io.fairlead.app.people.PeoplePolicy.CHANGE;
import static io.fairlead.app.people.PeoplePolicy.PEOPLE_FILE;

import io.fairlead.app.people.Mappings.Draft;
import io.fairlead.app.people.intake.ColumnMapping;
import io.fairlead.app.people.intake.DateOrder;
import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.undo.Undo;
import io.fairlead.app.platform.undo.Undoable;
import io.fairlead.app.platform.web.Pages;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A mapping that was removed stands again, unless one of its name was saved meanwhile.
@Component
class MappingUndo implements Undoable {
  static final String KIND = "people.mapping-removed";

  private final MappingStore store;
  private final PeopleStore people;
  private final Pages pages;
  private final JsonMapper json;
  private final Clock clock;

  MappingUndo(MappingStore store, PeopleStore people, Pages pages, JsonMapper json, Clock clock) {
    this.store = store;
    this.people = people;
    this.pages = pages;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  String kept(ColumnMapping mapping) {
    return json.writeValueAsString(
        new Draft(mapping.name(), mapping.columns(), mapping.codes(), mapping.dates().code()));
  }

  @Override
  public Outcome<Undone> undo(Viewer viewer, UUID record, String payload) {
    Draft draft = json.readValue(payload, Draft.class);
    if (!people.may(viewer, PEOPLE_FILE, CHANGE, ALL)) {
      return Outcome.refused(Reason.of(Reason.Kind.FORBIDDEN, "forbidden"));
    }
    if (store.named(draft.name()).isPresent()) {
      return Outcome.refused(Undo.BUILT_ON);
    }
    ColumnMapping mapping =
        ColumnMapping.of(
            draft.name(), draft.columns(), draft.targets(), DateOrder.of(draft.dates()));
    store.save(record, mapping, viewer.person(), clock.instant());
    return Outcome.done(
        new Undone(pages.words().text("import.mapping.back", draft.name()), "/people/import"));
  }
}
