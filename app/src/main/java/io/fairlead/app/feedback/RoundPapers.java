package io.fairlead.app.feedback;

import io.fairlead.app.platform.words.Words;
import java.util.List;
import java.util.UUID;

/// All papers of a round.
///
/// @param hash of the promise; empty before the launch
public record RoundPapers(UUID id, String round, String hash, List<RoundPaper> papers) {
  public RoundPapers {
    papers = List.copyOf(papers);
  }

  public String title(Words words) {
    return words.text("feedback-paper.of", words.text("feedback-paper.papers"), round);
  }
}
