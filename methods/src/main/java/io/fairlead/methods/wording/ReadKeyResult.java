package io.fairlead.methods.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a key result says, by its words and by the figures given beside them.
///
/// @param task whether it says what will be done or made, and not what changes by it
/// @param countsWork whether it is a task whose number counts what is done or made
/// @param state whether it says how things are, or names a thing, without saying who does what
/// @param measure whether it names something that can be counted or metered
/// @param baseline whether it says where that starts
/// @param target whether it says where that is to go
/// @param kpiInDisguise whether it only keeps a running figure where it is, or sets a standard that
///   always holds
/// @param startsAtNothing whether it counts what comes new, so that its baseline is nothing
/// @param way 1 if its verb leads up, −1 if it leads down, 0 if it does not say
/// @param quantities the figures of the text
/// @param act the word that says what kind of sentence it is; null if there is none
/// @param vague a word that everyone reads as they like; null if there is none, or a target settles
///   it
/// @param joint the word that joins a second result; null if there is one result
/// @param baselineComing whether it says that its baseline is still to be measured
public record ReadKeyResult(
    boolean task,
    boolean countsWork,
    boolean state,
    boolean measure,
    boolean baseline,
    boolean target,
    boolean kpiInDisguise,
    boolean startsAtNothing,
    int way,
    List<Quantity> quantities,
    @Nullable Span act,
    @Nullable Span vague,
    @Nullable Span joint,
    boolean baselineComing) {
  public ReadKeyResult {
    quantities = List.copyOf(quantities);
  }
}
