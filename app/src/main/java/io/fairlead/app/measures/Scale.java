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
    double rounded = Math.round(pixels * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
