package io.fairlead.app.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another JVM that writes numbers to the embedded database as fast as it can and says each one
/// only once the database has acknowledged it. Made to be killed.
final class CrashingServer implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private CrashingServer(Process process) {
    this.process = process;
    this.said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static CrashingServer on(DataFolder folder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CrashingServer.class.getName(),
                    folder.root().toString(),
                    folder.binaries().toString()))
            .redirectErrorStream(true)
            .start();
    return new CrashingServer(process);
  }

  /// Waits until that number is acknowledged.
  void acknowledges(int number) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.equals(Integer.toString(number))) {
        return;
      }
    }
    throw new IllegalStateException("the other JVM ended before it wrote " + number);
  }

  /// All it says until it ends by itself.
  String lastWords() throws IOException {
    return String.join(" ", said.lines().toList());
  }

  /// As `kill -9` does.
  ///
  /// @return the last number it acknowledged
  int kill() throws IOException, InterruptedException {
    // Not by the handle: that would close what it has said so far.
    new ProcessBuilder("sh", "-c", "kill -9 " + process.pid()).start().waitFor();
    process.waitFor(20, TimeUnit.SECONDS);
    List<String> numbers = said.lines().filter(line -> line.matches("\\d+")).toList();
    return numbers.isEmpty() ? 0 : Integer.parseInt(numbers.getLast());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) throws SQLException {
    DataFolder folder = DataFolder.at(Path.of(arguments[0])).withBinaries(Path.of(arguments[1]));
    try (EmbeddedDatabase database = start(folder)) {
      writeNumbers(database);
    } catch (DatabaseUnavailable refused) {
      System.out.println(refused.getMessage());
    }
  }

  private static EmbeddedDatabase start(DataFolder folder) {
    return EmbeddedDatabase.start(folder, sentence -> System.out.println(sentence));
  }

  private static void writeNumbers(EmbeddedDatabase database) throws SQLException {
    try (Connection connection = database.access().connect(database.access().owner());
        Statement statement = connection.createStatement();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO written VALUES (?)")) {
      statement.execute("CREATE TABLE IF NOT EXISTS written (number int)");
      for (int number = 1; number <= 100_000; number++) {
        insert.setInt(1, number);
        insert.executeUpdate();
        System.out.println(number);
      }
    }
  }
}
