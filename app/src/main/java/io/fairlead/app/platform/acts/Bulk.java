package io.fairlead.app.platform.acts;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Does the same act to many things in one transaction. Each has its own outcome, in the order they
/// were sent; one that is refused takes nothing with it, unless all were asked for or none.
@Component
public class Bulk {
  private final Idempotency acts;

  Bulk(Idempotency acts) {
    this.acts = acts;
  }

  /// What became of one item.
  ///
  /// @param id of what was made or changed; null when it was refused
  /// @param reasons why it was refused; empty when it was done
  public record Item(@Nullable UUID id, List<Reason> reasons) {
    public Item {
      reasons = List.copyOf(reasons);
    }

    public static Item of(Outcome<UUID> outcome) {
      return switch (outcome) {
        case Done<UUID>(UUID id) -> new Item(id, List.of());
        case Refused<UUID>(List<Reason> reasons) -> new Item(null, reasons);
      };
    }

    public boolean isDone() {
      return reasons.isEmpty();
    }
  }

  /// The items in the order they were sent.
  public record Result(List<Item> items) {
    public Result {
      items = List.copyOf(items);
    }
  }

  /// Does each item, with a savepoint of its own.
  ///
  /// @param atomic all or none: the first refusals then refuse the whole
  /// @param most items that are taken at once
  public <I> Outcome<Result> each(
      UUID principal,
      String act,
      @Nullable String key,
      List<I> items,
      boolean atomic,
      int most,
      Function<I, Outcome<UUID>> doing) {
    return acts.once(
        principal,
        act,
        key,
        List.of(atomic, items),
        Result.class,
        () -> {
          List<Reason> wrong = wrongNumber(items, most);
          if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
          }
          List<Item> done = new ArrayList<>();
          for (I item : items) {
            done.add(
                Item.of(acts.once(principal, act, null, "", UUID.class, () -> doing.apply(item))));
          }
          return whole(done, atomic);
        });
  }

  /// Why so many are not taken: none, or too many.
  public static List<Reason> wrongNumber(List<?> items, int most) {
    if (items.isEmpty()) {
      return List.of(Reason.invalid("items", "required"));
    }
    return items.size() > most
        ? List.of(new Reason(Reason.Kind.TOO_LARGE, "bulk-most", List.of(most), "items"))
        : List.of();
  }

  /// The items as one outcome; where all or none were asked for, each reason names its item:
  /// `items.3.title`.
  public static Outcome<Result> whole(List<Item> items, boolean atomic) {
    List<Reason> refused =
        IntStream.range(0, items.size())
            .boxed()
            .flatMap(i -> items.get(i).reasons().stream().map(reason -> within(i, reason)))
            .toList();
    return atomic && !refused.isEmpty()
        ? Outcome.refused(refused)
        : Outcome.done(new Result(items));
  }

  private static Reason within(int number, Reason reason) {
    String field = "items." + number + reason.field().map(name -> "." + name).orElse("");
    return new Reason(reason.kind(), reason.code(), reason.parameters(), field);
  }
}
