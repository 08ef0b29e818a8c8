package io.fairlead.app.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairlead.app.platform.backup.Backup;
import io.fairlead.app.platform.database.DatabaseAccess;
import io.fairlead.app.platform.database.Login;
import io.fairlead.app.platform.keys.BrokenSeal;
import io.fairlead.app.platform.keys.KeyName;
import io.fairlead.app.platform.keys.KeyStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.core.env.Environment;

/// Whoever has the server's disk, its database and every copy of them, and looks for words or for
/// who wrote them. Looks for a text as it stands, and for its bytes in hexadecimal digits, as dumps
/// write them; for an id also in the 16 bytes that the database keeps of it.
public final class Operator {
  private static final int ID = 16;

  /// Of the write-ahead log: its pages, and what stands at their beginnings.
  private static final int PAGE = 8_192;

  private static final int FIRST_HEADER = 40;
  private static final int HEADER = 24;

  private final Login owner;

  public Operator(Environment environment) {
    this.owner =
        new Login(
            environment.getRequiredProperty("fairlead.db.owner-user"),
            environment.getProperty("fairlead.db.owner-password", ""));
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(TestDatabase.url(), owner.user(), owner.password());
  }

  public void does(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public List<String> asked(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }

  /// Files of the server in which one of the texts stands, once all is written out.
  public List<Path> onDisk(String... texts) throws SQLException, IOException {
    does("checkpoint");
    return in(dataFolder(), texts);
  }

  private Path dataFolder() throws SQLException {
    return Path.of(asked("show data_directory").getFirst());
  }

  /// Files below that folder in which one of the texts stands.
  public static List<Path> in(Path folder, String... texts) throws IOException {
    List<String> forms = forms(texts);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> holds(content(file), forms))
          .toList();
    }
  }

  /// Rows of any table in which one of the texts stands.
  public List<String> inTables(String... texts) throws SQLException {
    List<String> forms = forms(texts);
    List<String> found = new ArrayList<>();
    for (String table :
        asked(
            """
            select schemaname || '.' || quote_ident(tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')
            """)) {
      for (String row : asked("select t::text from " + table + " t")) {
        if (holds(row, forms)) {
          found.add(table + " " + row);
        }
      }
    }
    return found;
  }

  /// What `fairlead backup` writes now.
  public Path backup(Path file) throws SQLException {
    Instant longAgo = Instant.parse("2000-01-01T00:00:00Z");
    new Backup(
            new DatabaseAccess(TestDatabase.url(), owner, owner, null),
            Clock.fixed(longAgo, ZoneOffset.UTC),
            _ -> {})
        .write(file, false);
    does("delete from backup_made where at = '%s'".formatted(longAgo));
    return file;
  }

  /// Parts of a backup in which one of the texts stands, once it is unpacked.
  public static List<String> inBackup(Path file, String... texts) throws IOException {
    List<String> forms = forms(texts);
    List<String> found = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (holds(unpacked(zip, entry), forms)) {
          found.add(entry.getName());
        }
      }
    }
    return found;
  }

  /// The segment of the write-ahead log that takes what is logged next. What was logged last may
  /// not be written out yet, and lie in a later segment than the one that is being written.
  public String segment() throws SQLException {
    return asked("select pg_walfile_name(pg_current_wal_insert_lsn())").getFirst();
  }

  /// A copy of the write-ahead log from that segment on, as an archive has it, in one file and
  /// without the headers of its pages, which would cut texts in two.
  public Path archivedLog(Path file, String since) throws SQLException, IOException {
    String last = segment();
    asked("select pg_switch_wal()::text");
    try (Stream<Path> segments = Files.list(dataFolder().resolve("pg_wal"));
        OutputStream copy = Files.newOutputStream(file)) {
      for (Path segment : segments.sorted().toList()) {
        String name = segment.getFileName().toString();
        if (name.compareTo(since) >= 0 && name.compareTo(last) <= 0) {
          byte[] pages = Files.readAllBytes(segment);
          for (int page = 0; page < pages.length; page += PAGE) {
            int header = page == 0 ? FIRST_HEADER : HEADER;
            copy.write(pages, page + header, PAGE - header);
          }
        }
      }
    }
    return file;
  }

  /// What keys at hand open of the sheets in a backup.
  public static String openedOfBackup(Path file, Path keys, UUID round) throws IOException {
    StringBuilder words = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String sheets = unpacked(zip, zip.getEntry("tables/sealed.sheet"));
      for (String line : sheets.split("\n", -1)) {
        String[] columns = line.split("\t", -1);
        if (columns[0].equals(round.toString())) {
          byte[] body = HexFormat.of().parseHex(columns[3].replaceFirst("^\\\\+x", ""));
          opened(keys, round, UUID.fromString(columns[1]), Long.parseLong(columns[2]), body)
              .ifPresent(words::append);
        }
      }
    }
    return words.toString();
  }

  /// What keys at hand open of the sheets in a copy of the log: round, slip, revision, length and
  /// body lie one behind the other there.
  public static String openedOfLog(Path file, Path keys, UUID round) {
    String content = content(file);
    String begin = new String(bytes(round), ISO_8859_1);
    ByteBuffer log = ByteBuffer.wrap(content.getBytes(ISO_8859_1)).order(ByteOrder.LITTLE_ENDIAN);
    StringBuilder words = new StringBuilder();
    for (int at = content.indexOf(begin); at >= 0; at = content.indexOf(begin, at + 1)) {
      int body = at + 2 * ID + Long.BYTES + Integer.BYTES;
      int length = body < log.limit() ? (log.getInt(body - Integer.BYTES) >>> 2) - 4 : 0;
      if (length > 0 && length < log.limit() - body) {
        byte[] sealed = new byte[length];
        log.get(body, sealed);
        UUID slip =
            new UUID(
                Long.reverseBytes(log.getLong(at + ID)),
                Long.reverseBytes(log.getLong(at + ID + Long.BYTES)));
        opened(keys, round, slip, log.getLong(at + 2 * ID), sealed).ifPresent(words::append);
      }
    }
    return words.toString();
  }

  private static Optional<String> opened(
      Path keys, UUID round, UUID slip, long revision, byte[] body) {
    byte[] context = ByteBuffer.allocate(24).put(bytes(slip)).putLong(revision).array();
    try {
      return KeyStore.in(keys)
          .open(new KeyName("round", round.toString()), body, context)
          .map(plain -> new String(plain, UTF_8));
    } catch (BrokenSeal noSheet) {
      return Optional.empty();
    }
  }

  private static List<String> forms(String... texts) {
    List<String> forms = new ArrayList<>();
    for (String text : texts) {
      byte[] raw = text.getBytes(UTF_8);
      forms.add(new String(raw, ISO_8859_1));
      forms.add(HexFormat.of().formatHex(raw));
      if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
        forms.add(new String(bytes(UUID.fromString(text)), ISO_8859_1));
        forms.add(text.replace("-", ""));
      }
    }
    return forms;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static boolean holds(String content, List<String> forms) {
    return forms.stream().anyMatch(content::contains);
  }

  private static String unpacked(ZipFile zip, ZipEntry entry) throws IOException {
    return new String(zip.getInputStream(entry).readAllBytes(), ISO_8859_1);
  }

  /// A file that the server removed in the meantime holds nothing.
  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
