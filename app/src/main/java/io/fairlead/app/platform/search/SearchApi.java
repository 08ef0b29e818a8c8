package io.fairlead.app.platform.search;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Pages;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finding by name, as JSON.
@RestController
class SearchApi {
  private final Search search;
  private final Pages pages;

  SearchApi(Search search, Pages pages) {
    this.search = search;
    this.pages = pages;
  }

  /// @param path of its page
  record FoundDocument(String name, String detail, String path) {}

  record FoundList(List<FoundDocument> found) {}

  @GetMapping("/api/v1/search")
  @Open(because = "each source returns only what the viewer may see", scope = "search:read")
  FoundList search(
      @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String search) {
    return new FoundList(
        this.search.hits(viewer, pages.words(), Search.query(search)).stream()
            .map(hit -> new FoundDocument(hit.name(), hit.detail(), hit.href()))
            .toList());
  }
}
