package io.fairlead.app.measures;

/// From values to pixels, in a straight line. Where all values are one, they lie in the middle.
record Scale(double low, double high, double from, double to) {
  double pixel(double value) {
    return high == low ? (from + to) / 2 : from + (to - from) * (value - low) / (high - low);
  }

  /// As SVG writes it.
  String at(double value) {
    return text(pixel(value));
  }

  static String text(double pixels) {
    StringBuilder text = new StringBuilder();
    append(text, pixels);
    return text.toString();
  }

  /// A point of a line, as SVG writes it: `12.5,40`. A page of small pictures has thousands.
  static void point(StringBuilder line, double x, double y) {
    line.append(line.isEmpty() ? "" : " ");
    append(line, x);
    line.append(',');
    append(line, y);
  }

  /// With one decimal at most.
  private static void append(StringBuilder text, double pixels) {
    long tenths = Math.round(pixels * 10);
    text.append(tenths < 0 ? "-" : "").append(Math.abs(tenths) / 10);
    if (tenths % 10 != 0) {
      text.append('.').append(Math.abs(tenths) % 10);
    }
  }
}
