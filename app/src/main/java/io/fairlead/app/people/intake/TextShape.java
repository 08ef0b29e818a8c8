package io.fairlead.app.people.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/// How the bytes of a file are text: its character set, how many bytes of mark stand before it, and
/// what separates its columns. Found by one pass over the bytes in constant memory.
public record TextShape(Charset charset, int markLength, char separator) {
  private static final int BLOCK = 64 * 1024;
  private static final int HEAD = 8 * 1024;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// The shape, or what the file is instead.
  public sealed interface Found {
    record Text(TextShape shape) implements Found {}

    /// @param what `empty`, `spreadsheet`, `pdf`, `web-page`, `json` or `binary`
    record Other(String what) implements Found {}
  }

  public static Found of(Path file) throws IOException {
    byte[] head;
    try (InputStream bytes = Files.newInputStream(file)) {
      head = bytes.readNBytes(HEAD);
    }
    String other = knownOther(head);
    if (!other.isEmpty()) {
      return new Found.Other(other);
    }
    int mark = markLength(head);
    boolean wide = mark == 2;
    if (!wide && hasZero(file)) {
      return new Found.Other("binary");
    }
    Charset charset = charset(file, head, mark);
    return new Found.Text(new TextShape(charset, mark, separator(file, charset, mark)));
  }

  /// The text itself, without the mark.
  public Reader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BLOCK);
    bytes.skipNBytes(markLength);
    return new InputStreamReader(bytes, charset);
  }

  private static String knownOther(byte[] head) {
    String hex = HexFormat.of().formatHex(head, 0, Math.min(8, head.length));
    if (hex.startsWith("504b0304") || hex.startsWith("d0cf11e0")) {
      return "spreadsheet";
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    String text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
    String stripped = text.strip().toLowerCase(Locale.ROOT);
    if (stripped.isEmpty()) {
      return "empty";
    }
    if (stripped.startsWith("%pdf")) {
      return "pdf";
    }
    if (stripped.startsWith("<")) {
      return "web-page";
    }
    return stripped.startsWith("{") || stripped.startsWith("[") ? "json" : "";
  }

  private static int markLength(byte[] head) {
    String hex = HexFormat.of().formatHex(head, 0, Math.min(3, head.length));
    if (hex.equals("efbbbf")) {
      return 3;
    }
    return hex.startsWith("fffe") || hex.startsWith("feff") ? 2 : 0;
  }

  private static boolean hasZero(Path file) throws IOException {
    byte[] block = new byte[BLOCK];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
        for (int i = 0; i < read; i++) {
          if (block[i] == 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Charset charset(Path file, byte[] head, int mark) throws IOException {
    if (mark == 2) {
      return head[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    return mark == 3 || isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    CharBuffer characters = CharBuffer.allocate(BLOCK);
    try (InputStream input = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = input.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
        CoderResult result = decoder.decode(bytes, characters, end);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
        characters.clear();
      }
    }
    return true;
  }

  /// The separator that the first line has most of, outside quotes; a comma when it has none.
  private static char separator(Path file, Charset charset, int mark) throws IOException {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    try (Reader text = new TextShape(charset, mark, ',').open(file)) {
      for (int character = text.read(); character >= 0; character = text.read()) {
        switch (character) {
          case '"' -> quoted = !quoted;
          case ',' -> commas += quoted ? 0 : 1;
          case ';' -> semicolons += quoted ? 0 : 1;
          case '\t' -> tabs += quoted ? 0 : 1;
          default -> {}
        }
        boolean lineEnds = !quoted && (character == '\n' || character == '\r');
        if (lineEnds && commas + semicolons + tabs > 0) {
          break;
        }
      }
    }
    if (semicolons > commas && semicolons >= tabs) {
      return ';';
    }
    return tabs > commas ? '\t' : ',';
  }
}
