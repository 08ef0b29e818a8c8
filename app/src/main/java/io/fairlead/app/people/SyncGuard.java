package io.fairlead.app.people;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a file has to be before it changes an organisation while nobody looks: whole, of a day no
/// earlier than the last one, and not much shorter than that.
final class SyncGuard {
  private static final Pattern DAY_IN_NAME =
      Pattern.compile("(?<!\\d)(20\\d\\d)([-_.]?)(\\d\\d)\\2(\\d\\d)(?!\\d)");

  private SyncGuard() {}

  /// The last file that was synced and still stands.
  record Last(int rows, ImportRun.Absent absent, @Nullable LocalDate asOf) {}

  /// A file fit to be read.
  ///
  /// @param asOf the day of which it tells, as somebody said or its name says; null when neither
  ///   does
  record Fit(@Nullable LocalDate asOf, String digest) {}

  /// @param newest the latest day of which a synced file told
  static Outcome<Fit> fit(
      SyncFile file, LocalDate today, @Nullable LocalDate newest, SyncStore before) {
    LocalDate asOf = file.asOf() == null ? dayIn(file.name()).orElse(null) : file.asOf();
    if (file.content().toFile().length() == 0) {
      return Outcome.refused(Reason.invalid("file", "sync-empty"));
    }
    if (!endsWithALine(file.content())) {
      return Outcome.refused(Reason.invalid("file", "sync-cut-off"));
    }
    if (asOf != null && asOf.isAfter(today.plusDays(1))) {
      return Outcome.refused(Reason.invalid("asOf", "sync-from-the-future", asOf.toString()));
    }
    if (asOf != null && newest != null && asOf.isBefore(newest)) {
      return Outcome.refused(older(asOf, newest));
    }
    String digest = digest(file.content());
    if (asOf == null && before.hadEarlier(digest)) {
      return Outcome.refused(Reason.of(Reason.Kind.CONFLICT, "sync-seen-before"));
    }
    return Outcome.done(new Fit(asOf, digest));
  }

  static Reason older(LocalDate asOf, LocalDate newest) {
    return Reason.of(Reason.Kind.CONFLICT, "sync-older", asOf.toString(), newest.toString());
  }

  /// What speaks against the number of rows, once they are counted.
  static Optional<Reason> tooFew(
      int rows, SyncFile file, ImportRun.Absent absent, Optional<Last> last) {
    if (rows == 0) {
      return Optional.of(Reason.invalid("file", "sync-empty"));
    }
    boolean comparable =
        last.isPresent()
            && absent == ImportRun.Absent.LEAVE
            && last.get().absent() == ImportRun.Absent.LEAVE;
    if (comparable && file.allowLeaving() == null && rows * 20L < last.get().rows() * 19L) {
      return Optional.of(Reason.of(Reason.Kind.CONFLICT, "sync-shorter", rows, last.get().rows()));
    }
    return Optional.empty();
  }

  /// The day in a file's name, as in `people-2026-03-31.csv` or `people_20260331.csv`.
  static Optional<LocalDate> dayIn(String name) {
    Matcher day = DAY_IN_NAME.matcher(name);
    while (day.find()) {
      try {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(3)),
                Integer.parseInt(day.group(4))));
      } catch (DateTimeException noDay) {
        // A number that only looks like one; the name may have another.
      }
    }
    return Optional.empty();
  }

  /// Whether the last line is closed, as every program does that wrote a file to its end.
  static boolean endsWithALine(Path file) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      long at = bytes.length() - 1;
      while (at >= 0 && at >= bytes.length() - 2) {
        bytes.seek(at);
        int last = bytes.read();
        if (last == '\n' || last == '\r') {
          return true;
        }
        if (last != 0) {
          return false;
        }
        at--;
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path file) {
    try {
      return SentFiles.hash(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
