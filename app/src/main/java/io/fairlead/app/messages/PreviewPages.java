package io.fairlead.app.messages;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Policy;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// Every kind of mail as it will be read: its text on one page, its HTML each on its own.
@Controller
public class PreviewPages {
  private final Previews previews;
  private final Audiences audiences;
  private final Policy policy;
  private final Pages pages;

  PreviewPages(Previews previews, Audiences audiences, Policy policy, Pages pages) {
    this.previews = previews;
    this.audiences = audiences;
    this.policy = policy;
    this.pages = pages;
  }

  public record PreviewPage(List<Kind> kinds) {}

  /// One kind of mail.
  public record Kind(String code, String name, WrittenLetter letter) {}

  @GetMapping("/studio/messages/previews")
  @Guarded(record = "mail", act = "read", fields = "all")
  ModelAndView all(@AuthenticationPrincipal Viewer viewer) {
    Words words = words(viewer);
    return pages.show(
        "messages/previews",
        words.text("preview.title"),
        Place.STUDIO,
        policy.seenBy(words, MessagePolicy.MAIL, MessagePolicy.ALL),
        new PreviewPage(
            previews.all(viewer, words).stream()
                .map(each ->
                    new Kind(each.kind(), words.text("mail-kind." + each.kind()), each.letter()))
                .toList()));
  }

  /// The HTML part as a mail program shows it: its own style and nothing else.
  @GetMapping("/studio/messages/previews/{kind}")
  @Guarded(record = "mail", act = "read", fields = "all")
  ResponseEntity<String> html(@AuthenticationPrincipal Viewer viewer, @PathVariable String kind) {
    String html =
        previews
            .html(viewer, words(viewer), kind)
            .orElseThrow(() -> new RefusedException(Reason.notFound()));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .header(
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; style-src 'sha256-"
                + hash(style(html))
                + "'")
        .body(html);
  }

  private Words words(Viewer viewer) {
    if (!audiences.mayRead(viewer)) {
      throw new RefusedException(Reason.notFound());
    }
    return pages.words();
  }

  private static String style(String html) {
    return html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
