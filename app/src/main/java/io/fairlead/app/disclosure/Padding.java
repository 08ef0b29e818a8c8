package io.fairlead.app.disclosure;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Fills up to whole kilobytes, so that the size of what is sealed does not tell how much was
/// written.
final class Padding {
  private static final int STEP = 1024;

  private Padding() {}

  static byte[] fill(byte[] words) {
    return fill(words, STEP);
  }

  /// Up to whole steps of so many bytes.
  static byte[] fill(byte[] words, int step) {
    int whole = (Integer.BYTES + words.length + step - 1) / step * step;
    return ByteBuffer.allocate(whole).putInt(words.length).put(words).array();
  }

  static byte[] strip(byte[] filled) {
    int length = ByteBuffer.wrap(filled).getInt();
    return Arrays.copyOfRange(filled, Integer.BYTES, Integer.BYTES + length);
  }
}
