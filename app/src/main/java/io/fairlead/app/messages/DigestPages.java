package io.fairlead.app.messages;

import io.fairlead.app.messages.Digests.Open;
import io.fairlead.app.platform.Outcome.Done;
import io.fairlead.app.platform.Outcome.Refused;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// What the link of a weekly mail opens: what it is about, and one button. Programs that scan mail
/// open links, so opening it says nothing.
@Controller
public class DigestPages {
  private static final String WHY = "the link is the right to it";

  private final Digests digests;
  private final Pages pages;

  DigestPages(Digests digests, Pages pages) {
    this.digests = digests;
    this.pages = pages;
  }

  /// @param said for how many "no change" was just said; -1 before
  public record DigestPage(String token, String name, List<NoChange.Item> items, int said) {}

  @GetMapping("/digest/{token}")
  @io.fairlead.app.platform.policy.Open(because = WHY, toAnyone = true)
  ModelAndView page(@PathVariable String token) {
    return switch (digests.open(token)) {
      case Done<Open>(Open open) -> show(new DigestPage(token, open.name(), open.items(), -1));
      case Refused<Open> refused -> throw new RefusedException(refused);
    };
  }

  @PostMapping("/digest/{token}")
  @io.fairlead.app.platform.policy.Open(because = WHY, toAnyone = true)
  ModelAndView confirm(@PathVariable String token) {
    return switch (digests.confirm(token)) {
      case Done<Integer>(Integer count) -> show(new DigestPage("", "", List.of(), count));
      case Refused<Integer> refused -> throw new RefusedException(refused);
    };
  }

  private ModelAndView show(DigestPage page) {
    Words words = pages.words();
    return pages.show(
        "messages/digest",
        words.text(page.said() < 0 ? "digest.title" : "digest.thanks"),
        Place.NOWHERE,
        null,
        page);
  }
}
