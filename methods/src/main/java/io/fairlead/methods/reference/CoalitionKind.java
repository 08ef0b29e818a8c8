package io.fairlead.methods.reference;

import io.fairlead.methods.disclosure.attack.WorldAttack;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `coalition`: what a sum on five points, clipped by w + R c at both ends, leaves uncertain when
/// some of the n people tell what they gave.
final class CoalitionKind implements CaseKind {
  private static final int LOW = 1;
  private static final int HIGH = 5;

  @Override
  public String name() {
    return "coalition";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    List<Comparison> all = new ArrayList<>();
    for (JsonNode row : file.path("rows").values()) {
      all.add(row.has("clip") ? clipped(row) : moreThanAssumed(row));
    }
    return all;
  }

  private record Clip(int members, int width, int colluders) {
    int margin() {
      return width + (HIGH - LOW) * colluders;
    }

    int low() {
      return members * LOW + margin();
    }

    int high() {
      return members * HIGH - margin();
    }

    boolean isValid() {
      return low() < high();
    }

    int leastWidth(int coalition) {
      return WorldAttack.onRatings(HIGH - LOW + 1, width, members)
          .attack(world -> Math.clamp(sum(world[0]), low(), high()), coalition)
          .least();
    }

    private static int sum(int[] counts) {
      int sum = 0;
      for (int at = 0; at < counts.length; at++) {
        sum += counts[at] * (LOW + at);
      }
      return sum;
    }
  }

  private static Comparison clipped(JsonNode row) {
    Clip clip =
        new Clip(row.path("n").intValue(), row.path("w").intValue(), row.path("c").intValue());
    Comparison comparison =
        new Comparison(
                "n = %d, w = %d, c = %d".formatted(clip.members, clip.width, clip.colluders), 1e-12)
            .figure("clip low", row.path("clip").path(0), clip.low())
            .figure("clip high", row.path("clip").path(1), clip.high())
            .same("valid", row.path("valid").booleanValue(), clip.isValid());
    if (!clip.isValid()) {
      return comparison;
    }
    int least = clip.leastWidth(clip.colluders);
    double members = clip.members;
    return comparison
        .figure("clip_mean low", row.path("clip_mean").path(0), clip.low() / members)
        .figure("clip_mean high", row.path("clip_mean").path(1), clip.high() / members)
        .figure("min_width", row.path("min_width"), least)
        .same("ok", row.path("ok").booleanValue(), least >= clip.width);
  }

  private static Comparison moreThanAssumed(JsonNode row) {
    int assumed = row.path("margins_for_c").intValue();
    int coalition = row.path("actual_coalition").intValue();
    Clip clip = new Clip(row.path("n").intValue(), row.path("w").intValue(), assumed);
    return new Comparison(
            "n = %d, w = %d, %d collude where %d were assumed"
                .formatted(clip.members, clip.width, coalition, assumed),
            0)
        .figure("min_width", row.path("min_width"), clip.leastWidth(coalition));
  }
}
