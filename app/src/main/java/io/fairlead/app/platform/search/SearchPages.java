package io.fairlead.app.platform.search;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.search.Searchable.Hit;
import io.fairlead.app.platform.web.Limits;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import io.fairlead.app.platform.words.Words;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The search behind `/`: one statement a module that has something to find.
@Controller
public class SearchPages {
  private static final int LONGEST = 100;

  private final List<Searchable> sources;
  private final Pages pages;

  SearchPages(List<Searchable> sources, Pages pages) {
    this.sources = sources.stream().sorted(Comparator.comparingInt(Searchable::order)).toList();
    this.pages = pages;
  }

  public record SearchPage(String query, List<Hit> hits) {}

  @GetMapping("/search")
  @Open(because = "each source returns only what the viewer may see")
  ModelAndView search(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String q) {
    Words words = pages.words();
    String query = q.strip();
    String shortened = query.length() > LONGEST ? query.substring(0, LONGEST) : query;
    List<Hit> hits =
        shortened.isEmpty()
            ? List.of()
            : sources.stream()
                .flatMap(
                    source -> source.search(viewer, words, shortened, Limits.FOUND / 2).stream())
                .limit(Limits.FOUND)
                .toList();
    return pages.show(
        "layout/search",
        words.text("kit.search"),
        Place.NOWHERE,
        null,
        new SearchPage(shortened, hits));
  }
}
