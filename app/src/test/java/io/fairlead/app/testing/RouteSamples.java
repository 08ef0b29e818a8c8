package io.fairlead.app.testing;

import java.util.List;

/// A module's part of the access matrix. Each module that has routes declares one bean of this in
/// its test package:
///
/// ```java
/// @Component
/// final class GoalRouteSamples implements RouteSamples {
///   public List<RouteSample> routeSamples() {
///     return List.of(
///         RouteSample.of("GET /api/v1/objectives/{id}", person -> {
///           UUID id = goals.objective(person, "Shorter queues");
///           return Call.to("/api/v1/objectives/" + id).about("objective", id);
///         }));
///   }
/// }
/// ```
///
/// `AccessMatrixTest` then sends each call as everybody in the company, as a stranger, and about
/// something that is not there, and compares the answers with what the policy rows of the route's
/// `@Guarded` say. It fails on a guarded route without a sample, so a new route is not forgotten.
/// Routes that are `@Open` need none.
public interface RouteSamples {
  List<RouteSample> routeSamples();

  /// Lists whose entries must be exactly what can be opened one by one.
  default List<ListSample> listSamples() {
    return List.of();
  }

  /// A list and the single act that belongs to it.
  ///
  /// @param path of the whole list
  /// @param ids the field of each entry that holds its id, such as `id`
  /// @param entries the field of the answer that holds the entries
  /// @param single path of one entry, with `{id}`
  /// @param all SQL that selects the ids of all there are, for the single act to be tried on
  record ListSample(String path, String entries, String ids, String single, String all) {}
}
