package io.fairlead.app.platform.api;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.acts.Bulk;
import io.fairlead.app.platform.web.Errors;
import io.fairlead.app.platform.web.Errors.Problem;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What became of many things that were sent at once, in the order they were sent.
///
/// @param done how many took effect
/// @param refused how many did not
public record BulkAnswer(int done, int refused, List<Item> items) {

  /// What became of one.
  ///
  /// @param index where it stood among those sent, from 0
  /// @param status what it would have been answered with alone
  /// @param id of what was made or changed; null when it was refused
  public record Item(int index, int status, @Nullable UUID id, List<Problem> reasons) {}

  /// @throws RefusedException where the whole was refused
  public static BulkAnswer of(Outcome<Bulk.Result> outcome, int statusOfDone, Words words) {
    List<Bulk.Item> items =
        switch (outcome) {
          case Done<Bulk.Result>(Bulk.Result result) -> result.items();
          case Refused<Bulk.Result> refused -> throw new RefusedException(refused);
        };
    int done = (int) items.stream().filter(Bulk.Item::isDone).count();
    return new BulkAnswer(
        done,
        items.size() - done,
        IntStream.range(0, items.size())
            .mapToObj(i -> item(i, items.get(i), statusOfDone, words))
            .toList());
  }

  private static Item item(int index, Bulk.Item item, int statusOfDone, Words words) {
    return new Item(
        index,
        item.isDone() ? statusOfDone : Errors.status(item.reasons()).value(),
        item.id(),
        item.reasons().stream()
            .map(reason ->
                new Problem(reason.code(), words.refusal(reason), reason.field().orElse("")))
            .toList());
  }
}
