package io.fairlead.app.people;

import static io.fairlead.app.people.PeopleApi.done;

import io.fairlead.app.people.Mappings.Draft;
import io.fairlead.app.people.Mappings.Removed;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Saved mappings as JSON.
@RestController
@RequestMapping("/api/v1/people/mappings")
class MappingApi {
  private final Mappings mappings;
  private final Idempotency acts;

  MappingApi(Mappings mappings, Idempotency acts) {
    this.mappings = mappings;
    this.acts = acts;
  }

  /// @param says a field's code, `attribute`, or nothing
  record Column(String column, @Nullable String says) {}

  record Entry(UUID id, String name, String dates, List<Column> columns) {}

  record Entries(List<Entry> mappings) {}

  private static Entry entry(SavedMapping saved) {
    List<String> codes = saved.mapping().codes();
    List<Column> columns = new java.util.ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      columns.add(new Column(saved.mapping().columns().get(i), codes.get(i)));
    }
    return new Entry(saved.id(), saved.name(), saved.mapping().dates().code(), columns);
  }

  @GetMapping
  @Guarded(record = "people-file", act = "read", fields = "all", scope = "people:read")
  Entries all(@AuthenticationPrincipal Viewer viewer) {
    if (!mappings.mayRead(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
    return new Entries(mappings.all(viewer).stream().map(MappingApi::entry).toList());
  }

  /// A mapping to save; one of the same name is replaced.
  record NewMapping(
      @Nullable String name, @Nullable String dates, @Nullable List<Column> columns) {}

  record Saved(UUID id) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "people-file", act = "change", fields = "all", scope = "people:write")
  Saved save(
      @AuthenticationPrincipal Viewer viewer,
      @RequestBody NewMapping mapping,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    Draft draft = draft(mapping);
    return new Saved(
        done(
            acts.once(
                viewer.person(),
                "people-file.save-mapping",
                key,
                draft,
                UUID.class,
                () -> mappings.save(viewer, draft))));
  }

  private static Draft draft(NewMapping mapping) {
    List<Column> columns = Objects.requireNonNullElse(mapping.columns(), List.of());
    return new Draft(
        Objects.requireNonNullElse(mapping.name(), ""),
        columns.stream().map(each -> Objects.requireNonNullElse(each.column(), "")).toList(),
        columns.stream().map(each -> Objects.requireNonNullElse(each.says(), "")).toList(),
        Objects.requireNonNullElse(mapping.dates(), "year-first"));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(record = "people-file", act = "change", fields = "all", scope = "people:write")
  void remove(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    done(
        acts.once(
            viewer.person(),
            "people-file.remove-mapping",
            key,
            id,
            Removed.class,
            () -> mappings.remove(viewer, id)));
  }
}
