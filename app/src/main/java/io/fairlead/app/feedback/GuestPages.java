package io.fairlead.app.feedback;

import static io.fairlead.app.feedback.AnswerScreens.done;

import io.fairlead.app.feedback.AnswerScreens.Saved;
import io.fairlead.app.feedback.AnswerScreens.Where;
import io.fairlead.app.feedback.Answering.Given;
import io.fairlead.app.feedback.GuestLinks.Guest;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Answering for somebody from outside, who has a link and no account.
@Controller
@RequestMapping("/give/{token}")
public class GuestPages {
  private static final String WHY = "the link is the right to it";

  private final GuestLinks links;
  private final Answering answering;
  private final AnswerScreens screens;
  private final Pages pages;

  GuestPages(GuestLinks links, Answering answering, AnswerScreens screens, Pages pages) {
    this.links = links;
    this.answering = answering;
    this.screens = screens;
    this.pages = pages;
  }

  /// What a link leads to.
  ///
  /// @param corrected whether earlier links went to another address, with which something may have
  ///   been answered
  public record GuestPage(
      String path, Guest guest, String closes, List<Given> asked, boolean corrected) {}

  private static Where where(String token, UUID invitation) {
    return new Where("/give/" + token + "/" + invitation, "/give/" + token, "feedback/guestAnswer");
  }

  @GetMapping
  @Open(because = WHY, toAnyone = true)
  ModelAndView all(@PathVariable String token) {
    Guest guest = done(links.find(token));
    Words words = pages.words();
    List<Invitation> asked = links.invitations(token);
    return pages.show(
        "feedback/guest",
        words.text("answering.guest.title", words.organisation()),
        Place.NOWHERE,
        null,
        new GuestPage(
            "/give/" + token,
            guest,
            words.plainDate(guest.closes()),
            answering.given(asked),
            asked.stream().anyMatch(each -> !each.earlier().isEmpty())));
  }

  @GetMapping("/{invitation}")
  @Open(because = WHY, toAnyone = true)
  ModelAndView page(@PathVariable String token, @PathVariable UUID invitation) {
    return screens.page(done(links.find(token, invitation)), where(token, invitation));
  }

  @PostMapping("/{invitation}")
  @Open(because = WHY, toAnyone = true)
  ModelAndView save(
      @PathVariable String token,
      @PathVariable UUID invitation,
      @RequestParam Map<String, String> sent,
      HttpServletResponse response) {
    return screens.save(
        done(links.find(token, invitation)), sent, where(token, invitation), response);
  }

  @PostMapping("/{invitation}/autosave")
  @Open(because = WHY, toAnyone = true)
  ResponseEntity<Saved> autosave(
      @PathVariable String token,
      @PathVariable UUID invitation,
      @RequestParam Map<String, String> sent) {
    return screens.autosave(done(links.find(token, invitation)), sent);
  }

  @PostMapping("/{invitation}/withdrawal")
  @Open(because = WHY, toAnyone = true)
  String withdraw(
      @PathVariable String token, @PathVariable UUID invitation, HttpServletResponse response) {
    return screens.withdraw(
        done(links.find(token, invitation)), where(token, invitation), response);
  }

  @PostMapping("/{invitation}/decline")
  @Open(because = WHY, toAnyone = true)
  String decline(
      @PathVariable String token,
      @PathVariable UUID invitation,
      @RequestParam(defaultValue = "") String because,
      HttpServletResponse response) {
    return screens.decline(
        done(links.find(token, invitation)), because, where(token, invitation), response);
  }
}
