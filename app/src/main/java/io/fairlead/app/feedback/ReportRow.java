package io.fairlead.app.feedback;

import io.fairlead.methods.disclosure.BlockValue;
import io.fairlead.methods.disclosure.Gap;
import io.fairlead.methods.disclosure.PublishedScore;
import io.fairlead.methods.disclosure.ReleasePolicy;
import io.fairlead.methods.disclosure.RoundPrecision;
import io.fairlead.methods.disclosure.Scale;
import io.fairlead.methods.instruments.About;
import io.fairlead.methods.instruments.Competency;
import io.fairlead.methods.instruments.Instrument;
import io.fairlead.methods.instruments.Item;
import io.fairlead.methods.instruments.LocalText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a report says of one competency, or of one item where the round publishes items.
///
/// @param item null where the whole competency is meant
/// @param name of the competency; of an item, what raters read
/// @param means what one sees when it is there
/// @param others null where nothing is shown
/// @param likely where the others' figure may lie, as the round tells it; null in a round that is
///   too small to tell
/// @param reading what is certain of the distance between the reviewee and the others; none where
///   the round does not compare the two
/// @param reliability of the others' figure, 0 to 1; null likewise
public record ReportRow(
    String competency,
    @Nullable String item,
    LocalText name,
    LocalText means,
    About about,
    @Nullable BigDecimal self,
    @Nullable BigDecimal manager,
    @Nullable ReportSpan others,
    @Nullable ReportSpan likely,
    List<BlockValue> groups,
    Gap.Reading reading,
    @Nullable Double reliability) {
  public ReportRow {
    groups = List.copyOf(groups);
  }

  static ReportRow of(
      PublishedScore score,
      Scale scale,
      Instrument instrument,
      @Nullable RoundPrecision precision,
      boolean compares) {
    Competency competency =
        Objects.requireNonNull(instrument.competencies().get(score.competency()));
    Optional<Item> item =
        score
            .item()
            .flatMap(
                id -> instrument.items().stream().filter(it -> it.id().equals(id)).findFirst());
    List<BlockValue> groups = score.blocks().stream().filter(block -> !block.isNamed()).toList();
    BigDecimal self = named(score, ReleasePolicy.SELF);
    ReportSpan others = score.others(scale).map(ReportSpan::of).orElse(null);
    Optional<RoundPrecision> known = Optional.ofNullable(precision);
    return new ReportRow(
        score.competency(),
        score.item().orElse(null),
        item.map(Item::others).orElse(competency.name()),
        competency.means(),
        item.map(Item::about).orElse(competency.about()),
        self,
        named(score, ReleasePolicy.MANAGER),
        others,
        known.flatMap(sure -> score.likely(scale, sure)).map(ReportSpan::of).orElse(null),
        groups,
        compares ? score.reading(scale, known) : Gap.Reading.NONE,
        others == null || precision == null ? null : precision.reliability(score.raters()));
  }

  private static @Nullable BigDecimal named(PublishedScore score, String group) {
    return score.blocks().stream()
        .filter(block -> block.groups().getFirst().equals(group))
        .map(BlockValue::mean)
        .findFirst()
        .orElse(null);
  }

  boolean isOf(PublishedScore score) {
    return competency.equals(score.competency()) && score.item().equals(Optional.ofNullable(item));
  }

  /// Of the item, or else the competency.
  public String id() {
    return item == null ? competency : item;
  }

  /// All that is said of where the others' figure lies; null where nothing is.
  public @Nullable ReportSpan shown() {
    return likely == null ? others : likely;
  }

  public boolean isWithheld() {
    return others == null;
  }
}
