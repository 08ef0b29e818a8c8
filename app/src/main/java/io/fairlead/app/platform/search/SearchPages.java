package io.fairlead.app.platform.search;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.search.Searchable.Hit;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The search behind `/`.
@Controller
public class SearchPages {
  private final Search search;
  private final Pages pages;

  SearchPages(Search search, Pages pages) {
    this.search = search;
    this.pages = pages;
  }

  public record SearchPage(String query, List<Hit> hits) {}

  @GetMapping("/search")
  @Open(because = "each source returns only what the viewer may see")
  ModelAndView search(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String q) {
    Words words = pages.words();
    String query = Search.query(q);
    return pages.show(
        "layout/search",
        words.text("kit.search"),
        Place.NOWHERE,
        null,
        new SearchPage(query, search.hits(viewer, words, query)));
  }
}
