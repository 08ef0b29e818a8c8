package io.fairlead.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How one route is called about something of a person.
///
/// @param route as mapped: `PUT /api/v1/objectives/{id}`
/// @param about makes what the call needs, fresh each time, and the call; it is asked for every
///   person it is tried about
public record RouteSample(String route, Function<Person, Call> about) {

  public static RouteSample of(String route, Function<Person, Call> about) {
    return new RouteSample(route, about);
  }

  /// One request, without who sends it.
  ///
  /// @param body JSON, or a form as names and values joined by `&`
  /// @param table empty when the relations stand on a person or on nobody in particular; else the
  ///   table of which they expect a row
  /// @param subject the id of that row, or the person
  /// @param mention for a list, which answers everybody with what they may see: what the answer
  ///   must not mention to somebody the policy gives nothing
  public record Call(
      String path,
      @Nullable String body,
      boolean isForm,
      List<String> headers,
      String table,
      UUID subject,
      String mention) {
    private static final UUID NOBODY = new UUID(0, 1);

    public static Call to(String path) {
      return new Call(path, null, false, List.of(), "", NOBODY, "");
    }

    public Call json(String json) {
      return new Call(path, json, false, headers, table, subject, mention);
    }

    public Call form(String form) {
      return new Call(path, form, true, headers, table, subject, mention);
    }

    public Call header(String name, String value) {
      List<String> more = new ArrayList<>(headers);
      more.add(name);
      more.add(value);
      return new Call(path, body, isForm, List.copyOf(more), table, subject, mention);
    }

    /// The relations of the route's policy rows expect this person.
    public Call about(Person person) {
      return new Call(path, body, isForm, headers, "", person.id(), mention);
    }

    /// The relations of the route's policy rows expect a row of this table.
    public Call about(String rowOf, UUID id) {
      return new Call(path, body, isForm, headers, rowOf, id, mention);
    }

    /// A list, which mentions the record by this text at most to those who may see it.
    public Call list(String text) {
      return new Call(path, body, isForm, headers, table, subject, text);
    }

    /// The same call about something that is not there.
    public Call missing() {
      String elsewhere = path.replace(subject.toString(), UUID.randomUUID().toString());
      return new Call(elsewhere, body, isForm, headers, table, subject, mention);
    }
  }
}
