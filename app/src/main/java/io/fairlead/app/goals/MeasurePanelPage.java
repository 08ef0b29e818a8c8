package io.fairlead.app.goals;

import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.UUID;

/// The measures of an objective, before they are put into words.
public record MeasurePanelPage(UUID objective, List<MeasureUse> uses) {
  public MeasurePanelPage {
    uses = List.copyOf(uses);
  }

  public List<MeasureUsePages.Row> rows(Words words) {
    return uses.stream().map(each -> MeasureUsePages.Row.of(words, each)).toList();
  }
}
