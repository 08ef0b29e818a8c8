package io.fairlead.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Files that a command was given, refused in words where they cannot be read.
final class TextFile {
  private TextFile() {}

  static String read(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new BadInput("there is no file " + file);
    } catch (IOException | OutOfMemoryError unreadable) {
      throw new BadInput(
          "cannot read " + file + (Files.isDirectory(file) ? ": it is a folder" : ""));
    }
  }
}
