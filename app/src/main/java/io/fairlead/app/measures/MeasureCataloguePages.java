package io.fairlead.app.measures;

import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Pages;
import io.fairlead.app.platform.web.Place;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The catalogue as a page. What is chosen opens in the form for a new measure; an unknown word of
/// an address asks for everything.
@Controller
class MeasureCataloguePages {
  private final MeasureCatalogue catalogue;
  private final Pages pages;

  MeasureCataloguePages(MeasureCatalogue catalogue, Pages pages) {
    this.catalogue = catalogue;
    this.pages = pages;
  }

  @GetMapping("/measures/catalogue")
  @Open(because = "comes with the product and speaks of nobody")
  ModelAndView catalogue(
      @RequestParam(defaultValue = "") String domain,
      @RequestParam(defaultValue = "") String tense,
      @RequestParam(defaultValue = "") String search) {
    return pages.show(
        "measures/catalogue",
        pages.words().text("measures.catalogue"),
        Place.MEASURES,
        null,
        new MeasureCataloguePage(
            domain,
            tense,
            search.strip(),
            catalogue.matching(
                MeasureDomain.find(domain).orElse(null),
                Tense.find(tense).filter(each -> each != Tense.UNSAID).orElse(null),
                search),
            catalogue.all().stream()
                .collect(Collectors.toMap(MeasureExample::id, MeasureExample::name))));
  }
}
