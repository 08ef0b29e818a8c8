package io.fairlead.app.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `fairlead serve` as operators run it: a process of its own, with the product's classes and none
/// of the tests'.
public final class ServerProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Ready: http://localhost:(\\d+) ");
  private static final Pattern FIRST_LINK = Pattern.compile("http://localhost:\\d+(/start/\\S+)");

  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Thread listener;

  private ServerProcess(Process process) {
    this.process = process;
    this.listener = Thread.ofVirtual().start(this::listen);
  }

  /// Starts one on that data folder and returns at once.
  ///
  /// @param prefix put before the command, such as a shell that mounts something first; may be
  ///   empty
  /// @param more folders that come before the product's classes: what a later release adds
  public static ServerProcess start(
      Path data, Map<String, String> environment, List<String> prefix, Path... more)
      throws IOException {
    shareProgram(data);
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx320m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            Stream.concat(Arrays.stream(more).map(Path::toString), productClassPath())
                .collect(Collectors.joining(File.pathSeparator)),
            "io.fairlead.cli.Main",
            "serve",
            "--port",
            environment.getOrDefault("FAIRLEAD_PORT", "0")));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("FAIRLEAD_"));
    builder.environment().putAll(environment);
    builder.environment().put("FAIRLEAD_DATA", data.toString());
    return new ServerProcess(builder.start());
  }

  public static ServerProcess start(Path data, Map<String, String> environment) throws IOException {
    return start(data, environment, List.of());
  }

  /// PostgreSQL is unpacked once per checkout.
  private static void shareProgram(Path data) throws IOException {
    Path program = data.resolve("program");
    if (!Files.exists(program)) {
      Files.createDirectories(data);
      Files.createSymbolicLink(
          program, Files.createDirectories(Path.of("target", "postgresql")).toRealPath());
    }
  }

  private static Stream<String> productClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"));
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(said::add);
    } catch (IOException | UncheckedIOException ended) {
      said.add("(" + ended.getMessage() + ")");
    }
  }

  /// Waits until it takes requests.
  public ServerProcess ready() throws InterruptedException {
    awaitLine(READY);
    return this;
  }

  /// Waits until it says something like that, and returns the match.
  public Matcher awaitLine(Pattern pattern) throws InterruptedException {
    for (int tries = 0; tries < 1_800; tries++) {
      boolean ended = !process.isAlive() && !listener.isAlive();
      for (String line : said) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.find()) {
          return matcher;
        }
      }
      if (ended) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("it never said " + pattern + "; it said:\n" + words());
  }

  public String address() throws InterruptedException {
    return "http://127.0.0.1:" + awaitLine(READY).group(1);
  }

  /// The path of the link that makes the first administrator.
  public String firstLink() throws InterruptedException {
    return awaitLine(FIRST_LINK).group(1);
  }

  /// All it said so far.
  public String words() {
    return String.join("\n", said);
  }

  public long pid() {
    return process.pid();
  }

  /// Asks it to stop, as `kill` does without more.
  public void terminate() throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -TERM " + process.pid()).start().waitFor();
  }

  /// Kills it, as `kill -9` does, and waits until it is gone.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Waits until it has ended and returns its status.
  public int status() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it did not end; it said:\n" + words());
    }
    listener.join();
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    if (!process.isAlive()) {
      return;
    }
    try {
      terminate();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
