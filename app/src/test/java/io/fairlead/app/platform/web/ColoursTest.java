package io.fairlead.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The tokens as they are served, held to WCAG 2.2 contrast and to colour blindness.
class ColoursTest {
  private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): (#[0-9A-Fa-f]{3,8});");
  private static final String[] TEXT = {
    "ink", "muted", "action", "on", "risk", "off", "done", "none"
  };

  static Stream<Arguments> texts() {
    return themes().entrySet().stream()
        .flatMap(theme ->
            Stream.of(TEXT)
                .flatMap(text ->
                    Stream.of("paper", "surface")
                        .map(ground ->
                            Arguments.of(
                                theme.getKey(),
                                text,
                                ground,
                                theme.getValue().get(text),
                                theme.getValue().get(ground)))));
  }

  @ParameterizedTest(name = "{0}: {1} on {2}")
  @MethodSource("texts")
  void textIsReadable(String theme, String text, String ground, String front, String back) {
    assertThat(contrast(front, back)).isGreaterThanOrEqualTo(4.5);
  }

  static Stream<Arguments> pairs() {
    return themes().entrySet().stream()
        .flatMap(theme ->
            Stream.of(
                    "on-action action 4.5",
                    "ink action-wash 4.5",
                    "muted action-wash 4.5",
                    "muted wash 4.5",
                    "h4-ink h4 4.5",
                    "ink h1 4.5",
                    "ink h2 4.5",
                    "muted h0 4.5",
                    "hair-strong surface 3",
                    "hair-strong paper 3",
                    "action paper 3")
                .map(pair -> pair.split(" "))
                .map(pair ->
                    Arguments.of(
                        theme.getKey(),
                        pair[0],
                        pair[1],
                        theme.getValue().get(pair[0]),
                        theme.getValue().get(pair[1]),
                        Double.parseDouble(pair[2]))));
  }

  @ParameterizedTest(name = "{0}: {1} on {2}")
  @MethodSource("pairs")
  void controlsAndWashesAreReadable(
      String theme, String text, String ground, String front, String back, double least) {
    assertThat(contrast(front, back)).isGreaterThanOrEqualTo(least);
  }

  static Stream<Arguments> blindness() {
    return themes().entrySet().stream()
        .flatMap(theme ->
            Stream.of("protanopia", "deuteranopia", "tritanopia")
                .flatMap(kind ->
                    Stream.of("on-fill risk-fill", "on-fill off-fill", "risk-fill off-fill")
                        .map(pair -> pair.split(" "))
                        .map(pair ->
                            Arguments.of(
                                theme.getKey(),
                                kind,
                                pair[0],
                                pair[1],
                                theme.getValue().get(pair[0]),
                                theme.getValue().get(pair[1])))));
  }

  @ParameterizedTest(name = "{0}, {1}: {2} and {3}")
  @MethodSource("blindness")
  void statusFillsStayApart(
      String theme, String kind, String one, String other, String first, String second) {
    assertThat(distance(simulated(kind, first), simulated(kind, second)))
        .as("CIE76 distance; 10 is seen at a glance, and shape and word stand beside it")
        .isGreaterThan(15);
  }

  private static Map<String, Map<String, String>> themes() {
    String sheet = sheet();
    int dark = sheet.indexOf(":root[data-theme=\"dark\"]");
    Map<String, Map<String, String>> themes = new LinkedHashMap<>();
    themes.put("light", tokens(sheet.substring(0, sheet.indexOf("@media"))));
    themes.put("dark", tokens(sheet.substring(dark)));
    themes.put("dark by device", tokens(sheet.substring(sheet.indexOf("@media"), dark)));
    return themes;
  }

  private static Map<String, String> tokens(String part) {
    Map<String, String> tokens = new HashMap<>();
    Matcher token = TOKEN.matcher(part);
    while (token.find()) {
      tokens.put(token.group(1), token.group(2));
    }
    return tokens;
  }

  private static String sheet() {
    try (InputStream file = ColoursTest.class.getResourceAsStream("/assets/tokens.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double[] linear(String colour) {
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      double channel = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      linear[i] = channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  private static double contrast(String one, String other) {
    double first = luminance(linear(one));
    double second = luminance(linear(other));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(double[] linear) {
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  /// Machado, Oliveira and Fernandes (2009), severity 1, in linear light.
  private static double[] simulated(String kind, String colour) {
    double[][] matrix =
        switch (kind) {
          case "protanopia" ->
              new double[][] {
                {0.152286, 1.052583, -0.204868},
                {0.114503, 0.786281, 0.099216},
                {-0.003882, -0.048116, 1.051998}
              };
          case "deuteranopia" ->
              new double[][] {
                {0.367322, 0.860646, -0.227968},
                {0.280085, 0.672501, 0.047413},
                {-0.011820, 0.042940, 0.968881}
              };
          default ->
              new double[][] {
                {1.255528, -0.076749, -0.178779},
                {-0.078411, 0.930809, 0.147602},
                {0.004733, 0.691367, 0.303900}
              };
        };
    double[] linear = linear(colour);
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        sum += matrix[i][j] * linear[j];
      }
      seen[i] = Math.clamp(sum, 0, 1);
    }
    return seen;
  }

  /// CIE L*a*b* (D65) of linear light, and the distance of two.
  private static double distance(double[] one, double[] other) {
    double[] first = lab(one);
    double[] second = lab(other);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += (first[i] - second[i]) * (first[i] - second[i]);
    }
    return Math.sqrt(sum);
  }

  private static double[] lab(double[] linear) {
    double x = (0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.95047;
    double y = luminance(linear);
    double z = (0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.08883;
    return new double[] {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
  }
}
