package io.fairlead.methods.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The text of a file that may come from any spreadsheet.
public final class TableText {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// What stands for bytes that are no UTF-8; a text may also hold it as it is.
  private static final char REPLACED = (char) 0xFFFD;

  private TableText() {}

  /// UTF-8, UTF-16 if it says so by its byte-order mark, and Windows-1252 for what is neither.
  public static String decoded(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    // An ASCII or Latin text this makes without a buffer of twice its size.
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACED) < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WESTERN);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
