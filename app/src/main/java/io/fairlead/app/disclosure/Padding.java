package io.fairlead.app.disclosure;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Fills up to whole kilobytes, so that a sealed sheet's size does not tell how much was written.
final class Padding {
  private static final int STEP = 1024;

  private Padding() {}

  static byte[] fill(byte[] words) {
    int whole = (Integer.BYTES + words.length + STEP - 1) / STEP * STEP;
    return ByteBuffer.allocate(whole).putInt(words.length).put(words).array();
  }

  static byte[] strip(byte[] filled) {
    int length = ByteBuffer.wrap(filled).getInt();
    return Arrays.copyOfRange(filled, Integer.BYTES, Integer.BYTES + length);
  }
}
