package io.fairlead.app.measures;

import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.search.Searchable;
import io.fairlead.app.platform.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// Measures by name or code.
@Component
class MeasureSearch implements Searchable {
  private final MeasureList measures;

  MeasureSearch(MeasureList measures) {
    this.measures = measures;
  }

  @Override
  public int order() {
    return 3;
  }

  @Override
  public List<Hit> search(Viewer viewer, Words words, String query, int most) {
    return measures
        .list(viewer, new MeasureQuery(query, null, null, null, false, false, 0, most))
        .stream()
        .map(each ->
            new Hit(
                each.measure().plan().name(),
                MeasureWords.latest(words, each.measure().plan(), each.standing()),
                "/measures/" + each.measure().id()))
        .toList();
  }
}
