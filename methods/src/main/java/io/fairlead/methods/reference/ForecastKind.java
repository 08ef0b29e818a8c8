package io.fairlead.methods.reference;

import io.fairlead.methods.goals.Course;
import io.fairlead.methods.goals.Forecast;
import io.fairlead.methods.goals.Forecasts;
import io.fairlead.methods.goals.Observation;
import io.fairlead.methods.goals.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `forecast`: a series of check-ins with its trend lines, interval, chance and pace.
final class ForecastKind implements CaseKind {

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public List<Comparison> compare(JsonNode file, Companions companions) {
    double tolerance = file.path("tolerance").asDouble(1e-9);
    var all = new ArrayList<Comparison>();
    for (JsonNode case_ : file.path("cases").values()) {
      all.add(series(case_, new Comparison("series " + (all.size() + 1), tolerance)));
    }
    return all;
  }

  private static Comparison series(JsonNode case_, Comparison comparison) {
    var series = new ArrayList<Observation>();
    for (JsonNode day : case_.path("days").values()) {
      double value = case_.path("values").path(series.size()).doubleValue();
      series.add(new Observation(day.doubleValue(), value));
    }
    var course =
        Course.straight(
            case_.path("baseline").doubleValue(),
            case_.path("target").doubleValue(),
            case_.path("end_day").doubleValue());
    switch (Forecasts.STANDARD.of(course, series)) {
      case Forecast.Trend trend -> trend(case_, trend, comparison);
      case Forecast.Paced paced -> comparison.same("forecast", "a trend", "a pace: " + paced.why());
      case Forecast.None none -> comparison.same("forecast", "a trend", "none: " + none.why());
    }
    Observation newest = series.getLast();
    return pace(case_, Pace.of(course, newest.day(), newest.value()), comparison);
  }

  private static void trend(JsonNode case_, Forecast.Trend trend, Comparison comparison) {
    comparison
        .figure("slope", case_.path("slope"), trend.leastSquares().slope())
        .figure("intercept", case_.path("intercept"), trend.leastSquares().intercept())
        .figure("resid_sd", case_.path("resid_sd"), trend.leastSquares().residualDeviation())
        .figure("forecast_end", case_.path("forecast_end"), trend.leastSquares().end())
        .figure("pi80 low", case_.path("pi80").path(0), trend.interval().low())
        .figure("pi80 high", case_.path("pi80").path(1), trend.interval().high())
        .figure("prob_reach_target", case_.path("prob_reach_target"), trend.probability())
        .figure("theil_sen_slope", case_.path("theil_sen_slope"), trend.theilSen().slope())
        .figure("theil_sen_forecast", case_.path("theil_sen_forecast"), trend.theilSen().end());
  }

  private static Comparison pace(JsonNode case_, Pace pace, Comparison comparison) {
    return comparison
        .figure("expected_progress_now", case_.path("expected_progress_now"), pace.expected())
        .figure("actual_progress_now", case_.path("actual_progress_now"), pace.actual())
        .figure("pace_ratio", case_.path("pace_ratio"), perhaps(pace.ratio()))
        .figure(
            "required_rate_per_day",
            case_.path("required_rate_per_day"),
            perhaps(pace.requiredPerDay()))
        .figure("pace_forecast_end", case_.path("pace_forecast_end"), perhaps(pace.forecast()));
  }

  private static OptionalDouble perhaps(@Nullable Double figure) {
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
