package io.fairlead.app.messages;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.words.Words;
import java.util.List;

/// A mail of each kind that a module sends, for people operations to read before anybody gets one;
/// a module that sends mail of its own has one bean of this.
public interface LetterSamples {
  /// @param kind as the mail is queued under
  /// @param outside whether it goes to people without an account
  record Sample(String kind, Letter letter, boolean outside) {
    public Sample(String kind, Letter letter) {
      this(kind, letter, false);
    }
  }

  /// Made with the viewer's own name and the organisation's real words.
  List<Sample> letterSamples(Viewer viewer, Words words);
}
