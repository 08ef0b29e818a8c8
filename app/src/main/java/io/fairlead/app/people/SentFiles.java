package io.fairlead.app.people;

import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.web.Errors.RefusedException;
import io.fairlead.app.platform.web.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// Keeps a sent file on disk while it is read, so that its size costs no memory.
@Component
class SentFiles {
  /// @throws RefusedException when it is larger than the limit on uploads
  Path keep(InputStream sent) throws IOException {
    Path file = Files.createTempFile("fairlead-people-", ".csv");
    boolean whole = false;
    try (OutputStream target = Files.newOutputStream(file)) {
      byte[] block = new byte[64 * 1024];
      long size = 0;
      for (int read = sent.read(block); read >= 0; read = sent.read(block)) {
        size += read;
        if (size > Limits.UPLOAD) {
          throw new RefusedException(
              Reason.of(Reason.Kind.TOO_LARGE, "file-too-large", Limits.UPLOAD / 1024 / 1024));
        }
        target.write(block, 0, read);
      }
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
    return file;
  }

  /// SHA-256 of a kept file, as hexadecimal digits; tells two files apart.
  static String hash(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[64 * 1024];
      for (int read = content.read(block); read >= 0; read = content.read(block)) {
        digest.update(block, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void forget(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
