package io.fairlead.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// `fairlead people …`
@Command(
    name = "people",
    description = {
      "Bring people into a running Fairlead from a file, once or every night; look at the shape of one;",
      "take along what is held about somebody, and erase who has left."
    })
final class People {
  private static final String IMPORTS = "/api/v1/people/imports";
  private static final String SYNCS = "/api/v1/people-syncs";
  private static final String SCOPES = "people:read and people:write";
  private static final long BETWEEN_LOOKS = 300;

  private final Terminal terminal;
  private final Map<String, String> environment;

  People(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /// How much of a file to apply.
  enum Extent {
    all,
    good
  }

  /// What people who work here and are not in the file do.
  enum Absent {
    leave,
    stay
  }

  @Command(
      name = "import",
      description = {
        "Send a people file to a running Fairlead and show what it would change.",
        "Changes nothing unless --apply says so."
      },
      footer = {
        "",
        "Our own columns: employee_number, name, email, title, unit, manager_email, start_date, end_date, teams;",
        "any other becomes an attribute. Files from Lattice and 15Five are understood as they are.",
        "The token comes from FAIRLEAD_TOKEN. Exit code 0 if it was shown without problems or applied,",
        "1 if rows are wrong or the server declines, 2 if the file or the server cannot be used."
      })
  int bring(
      @Parameters(paramLabel = "FILE", description = "The people file, CSV.") Path file,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "URL",
              description = "The server's first page, such as https://fairlead.example.org.")
          String address,
      @Option(
              names = "--apply",
              paramLabel = "all|good",
              description =
                  "all: everything, or nothing while a row is wrong. good: park the rows that are wrong.")
          @Nullable Extent extent,
      @Option(
              names = "--absent",
              paramLabel = "leave|stay",
              description = "What people who are not in the file do; leave unless said otherwise.")
          @Nullable Absent absent,
      @Option(
              names = "--effective",
              paramLabel = "DATE",
              description = "The day from which the changes hold; today unless said otherwise.")
          @Nullable LocalDate effective,
      @Option(
              names = "--mapping",
              paramLabel = "NAME",
              description = "The saved mapping that says what the columns mean.")
          @Nullable String mapping,
      @Option(
              names = "--confirm-leaving",
              paramLabel = "NUMBER",
              description = "How many leave, needed when they are more than 5 %%.")
          @Nullable Integer confirmedLeaving,
      @Option(
              names = "--parked",
              paramLabel = "FILE",
              description = "Write the rows that are wrong there, each with its reasons.")
          @Nullable Path parked,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    ApiServer server = ApiServer.at(address, environment, SCOPES);
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("name", file.getFileName());
    query.put("mapping", mapping);
    query.put("absent", absent);
    query.put("effective", effective);
    ApiServer.Answer sent = server.understood(send(server, IMPORTS + query(query), file));
    if (!sent.isDone()) {
      return declined(null, sent.reasons(), json);
    }
    String run = sent.json().path("run").path("id").asString();
    JsonNode status = settled(server, IMPORTS, run, json);
    List<String> refusals = List.of();
    if (extent != null) {
      Map<String, Object> how = new LinkedHashMap<>();
      how.put("choice", extent.name());
      how.put("confirmLeaving", confirmedLeaving);
      ApiServer.Answer begun =
          server.understood(server.post(IMPORTS + "/" + run + "/application", how));
      refusals = begun.isDone() ? List.of() : begun.reasons();
      status = settled(server, IMPORTS, run, json);
    }
    if (parked != null) {
      write(parked, server.text(IMPORTS + "/" + run + "/parked"));
    }
    if (json) {
      print(status, refusals, problems(server, IMPORTS, run));
    } else {
      tell(server, status, refusals);
    }
    return code(status, extent, refusals);
  }

  private static ApiServer.Answer send(ApiServer server, String path, Path file) {
    try {
      return server.post(path, "text/csv", BodyPublishers.ofFile(file));
    } catch (FileNotFoundException missing) {
      throw new BadInput("cannot read " + file);
    }
  }

  private static int code(JsonNode status, @Nullable Extent extent, List<String> refusals) {
    JsonNode run = status.path("run");
    boolean wrong = run.path("problemRows").asInt() > 0;
    boolean applied = run.path("state").asString().equals("applied");
    return refusals.isEmpty() && (extent == null ? !wrong : applied)
        ? ExitCode.FINE
        : ExitCode.FINDINGS;
  }

  @Command(
      name = "sync",
      description = {
        "Send the people file that another system writes every night, and apply it.",
        "Changes everything or nothing: a file that is cut off, empty, older or much shorter than the",
        "last one is refused, and so is one by which more than 5 %% leave. The same file twice changes nothing."
      },
      footer = {
        "",
        "The token comes from FAIRLEAD_TOKEN or a file. Exit code 0 if the file is applied,",
        "1 if it is refused, 2 if the file or the server cannot be used."
      })
  int sync(
      @Parameters(paramLabel = "FILE", description = "The people file, CSV.") Path file,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "URL",
              description = "The server's first page, such as https://fairlead.example.org.")
          String address,
      @Option(
              names = "--mapping",
              paramLabel = "NAME",
              description = "The saved mapping that says what the columns mean.")
          @Nullable String mapping,
      @Option(
              names = "--as-of",
              paramLabel = "DATE",
              description = "The day of which the file tells; else the day in its name.")
          @Nullable LocalDate asOf,
      @Option(
              names = "--absent",
              paramLabel = "leave|stay",
              description = "What people who are not in the file do; leave unless said otherwise.")
          @Nullable Absent absent,
      @Option(
              names = "--allow-leaving",
              paramLabel = "NUMBER",
              description = "So many may leave by this file, although they are more than 5 %%.")
          @Nullable Integer allowLeaving,
      @Option(names = "--park", description = "Apply the good rows although others are wrong.")
          boolean park,
      @Option(
              names = "--parked",
              paramLabel = "FILE",
              description = "Write the rows that are wrong there, each with its reasons.")
          @Nullable Path parked,
      @Option(
              names = "--token-file",
              paramLabel = "FILE",
              description = "Take the token from this file.")
          @Nullable Path tokenFile,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    ApiServer server = ApiServer.at(address, environment, tokenFile, "people:sync");
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("name", file.getFileName());
    query.put("mapping", mapping);
    query.put("asOf", asOf);
    query.put("absent", absent);
    query.put("allowLeaving", allowLeaving);
    query.put("park", park);
    ApiServer.Answer sent = server.understood(send(server, SYNCS + query(query), file));
    if (!sent.isDone()) {
      return declined(null, sent.reasons(), json);
    }
    String run = sent.json().path("run").path("id").asString();
    JsonNode status = settled(server, SYNCS, run, json);
    if (parked != null && status.path("run").path("problemRows").asInt() > 0) {
      write(parked, server.text(SYNCS + "/" + run + "/parked"));
    }
    if (json) {
      print(status, List.of(), problems(server, SYNCS, run));
    } else {
      tell(server, status, List.of());
    }
    return status.path("run").path("state").asString().equals("applied")
        ? ExitCode.FINE
        : ExitCode.FINDINGS;
  }

  private static String query(Map<String, Object> parameters) {
    return parameters.entrySet().stream()
        .filter(each -> each.getValue() != null)
        .map(each ->
            each.getKey()
                + "="
                + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  @Command(
      name = "undo",
      description = "Take an applied import back, within a day and unless somebody built on it.",
      footer = {
        "",
        "The token comes from FAIRLEAD_TOKEN. Exit code 0 if what stood before stands again,",
        "1 if the server declines, 2 if it cannot be reached."
      })
  int undo(
      @Parameters(paramLabel = "IMPORT", description = "The import, as `import` named it.")
          String run,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "URL",
              description = "The server's first page.")
          String address,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    if (!run.matches("[0-9a-fA-F-]{36}")) {
      throw new BadInput(run + " is no import");
    }
    ApiServer server = ApiServer.at(address, environment, SCOPES);
    ApiServer.Answer begun =
        server.understood(server.post(IMPORTS + "/" + run + "/reversal", Map.of()));
    if (!begun.isDone()) {
      return declined(run, begun.reasons(), json);
    }
    JsonNode status = settled(server, IMPORTS, run, json);
    boolean undone = status.path("run").path("state").asString().equals("undone");
    if (json) {
      print(status, List.of(), List.of());
    } else if (undone) {
      terminal.out().println("Undone: what stood before stands again.");
    }
    if (!undone) {
      terminal.err().println(status.path("stopped").asString("It stopped."));
    }
    return undone ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  @Command(
      name = "shape",
      description = "Show layers, spans and oddities of the organisation in a people file.",
      footer = {
        "",
        "Needs no server. Of long lists the first fifty are printed, with --json all.",
        "Exit code 0, 1 if a row has a problem or managers stand in a circle, 2 if the file cannot be read."
      })
  int shape(
      @Parameters(paramLabel = "FILE", description = "The people file, CSV.") Path file,
      @Option(
              names = "--on",
              paramLabel = "DATE",
              description = "Those who work here on this day (default: today).")
          @Nullable LocalDate day,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    return new PeopleShape(
            terminal, file, day == null ? LocalDate.now(ZoneId.systemDefault()) : day)
        .tell(json);
  }

  @Command(
      name = "export",
      description = "Write everything that is held about one person to a ZIP.",
      footer = {
        "",
        "PERSON is the id that ends the address of their page. The token comes from FAIRLEAD_TOKEN.",
        "An existing file is left alone. Exit code 0 if it is written, 2 if it cannot be."
      })
  int export(
      @Parameters(paramLabel = "PERSON", description = "Whose data: an id.") String person,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "URL",
              description = "The server's first page.")
          String address,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "Where the ZIP is written.")
          Path out) {
    ApiServer server = ApiServer.at(address, environment, "data-rights:read");
    byte[] archive = server.bytes("/api/v1/people/" + id(person) + "/data/archive");
    try {
      // Readable by whoever runs this and nobody else, from the first byte on.
      Files.createFile(
          out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(out, archive);
    } catch (FileAlreadyExistsException there) {
      throw new BadInput(out + " is there already");
    } catch (IOException e) {
      throw new BadInput("cannot write " + out);
    }
    terminal.out().println("Written: " + out);
    return ExitCode.FINE;
  }

  /// What becomes of what an erased person wrote.
  enum Writings {
    keep,
    empty
  }

  @Command(
      name = "erase",
      description = {
        "Show what erasing somebody who has left would take away, and what stays.",
        "Erases only with --confirm NAME, and then for good."
      },
      footer = {
        "",
        "PERSON is the id that ends the address of their page. The token comes from FAIRLEAD_TOKEN.",
        "Exit code 0 if it was shown and could be done, or is done; 1 if the server declines; 2 if it cannot be reached."
      })
  int erase(
      @Parameters(paramLabel = "PERSON", description = "Whom: an id.") String person,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "URL",
              description = "The server's first page.")
          String address,
      @Option(
              names = "--confirm",
              paramLabel = "NAME",
              description = "The person's name; without it nothing is erased.")
          @Nullable String name,
      @Option(
              names = "--writings",
              paramLabel = "keep|empty",
              description = "What becomes of what they wrote.")
          @Nullable Writings writings,
      @Option(names = "--because", paramLabel = "REASON", description = "Why.")
          @Nullable String reason) {
    ApiServer server = ApiServer.at(address, environment, "data-rights:read and data-rights:write");
    String path = "/api/v1/people/" + id(person) + "/erasure";
    if (name == null) {
      return showErasure(server.understood(server.get(path)).json());
    }
    Map<String, Object> how = new LinkedHashMap<>();
    how.put("name", name);
    how.put("writings", writings == null ? "" : writings.name());
    how.put("reason", reason == null ? "" : reason);
    ApiServer.Answer answer = server.understood(server.post(path, how));
    if (!answer.isDone()) {
      answer.reasons().forEach(terminal.err()::println);
      return ExitCode.FINDINGS;
    }
    terminal.out().println("Erased.");
    return ExitCode.FINE;
  }

  private int showErasure(JsonNode preview) {
    if (preview.path("erased").isObject()) {
      terminal.out().println("Erased on " + preview.path("erased").path("at").asString() + ".");
      return ExitCode.FINE;
    }
    Columns columns = new Columns().text("records").figure("how many").text("what becomes of them");
    preview
        .path("records")
        .forEach(record ->
            columns.row(
                record.path("code").asString(),
                "%,d".formatted(record.path("many").asLong()),
                record.path("goes").asBoolean() ? "go" : "stay without a name"));
    columns.print(terminal.out());
    terminal.out().println("Nothing has changed. Confirm with --confirm NAME.");
    preview.path("barred").forEach(code -> terminal.err().println(code.asString()));
    return preview.path("barred").isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static String id(String person) {
    if (!person.matches("[0-9a-fA-F-]{36}")) {
      throw new BadInput(person + " is no person's id");
    }
    return person;
  }

  /// The run once the server is no longer busy with it; says how far it is meanwhile.
  private JsonNode settled(ApiServer server, String runs, String run, boolean quiet) {
    String said = "";
    while (true) {
      JsonNode status = server.understood(server.get(runs + "/" + run)).json();
      if (!status.path("busy").asBoolean()) {
        return status;
      }
      JsonNode now = status.path("run");
      String progress =
          "%s: %,d of %,d rows"
              .formatted(
                  now.path("state").asString(),
                  now.path("doneRows").asInt(),
                  now.path("totalRows").asInt());
      if (!quiet && !progress.equals(said)) {
        terminal.err().println(progress);
        terminal.err().flush();
      }
      said = progress;
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BadInput("interrupted; the server goes on with import " + run);
      }
    }
  }

  private static List<JsonNode> problems(ApiServer server, String runs, String run) {
    List<JsonNode> problems = new ArrayList<>();
    int after = 0;
    while (true) {
      JsonNode page =
          server.understood(server.get(runs + "/" + run + "/problems?cursor=" + after)).json();
      page.path("problems").forEach(problems::add);
      if (!page.path("next").isNumber()) {
        return problems;
      }
      after = page.path("next").asInt();
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadInput("cannot write " + file);
    }
  }

  private void tell(ApiServer server, JsonNode status, List<String> refusals) {
    JsonNode run = status.path("run");
    new Columns()
        .text("what")
        .figure("people")
        .row("new", figure(run, "newPeople"))
        .row("changed", figure(run, "changed"))
        .row("unchanged", figure(run, "unchanged"))
        .row("leaving", figure(run, "leaving"))
        .row("rows that are wrong", figure(run, "problemRows"))
        .print(terminal.out());
    status
        .path("causes")
        .forEach(cause -> terminal.err().println(cause.path("message").asString()));
    refusals.forEach(terminal.err()::println);
    if (status.path("stopped").isString()) {
      terminal.err().println(status.path("stopped").asString());
    }
    String id = run.path("id").asString();
    terminal
        .out()
        .println(
            switch (run.path("state").asString()) {
              case "applied" -> "Applied. Undo it within a day: fairlead people undo " + id;
              case "ready" ->
                  "Nothing has changed. Look and apply: " + server.page("/people/import/" + id);
              default -> "The import is " + run.path("state").asString() + ".";
            });
  }

  private static String figure(JsonNode run, String name) {
    return "%,d".formatted(run.path(name).asInt());
  }

  private int declined(@Nullable String run, List<String> reasons, boolean json) {
    reasons.forEach(terminal.err()::println);
    if (json) {
      Json.write(
          terminal.out(),
          document -> {
            document.writeStartObject();
            if (run != null) {
              document.writeStringProperty("import", run);
            }
            texts(document, "refusals", reasons);
            document.writeEndObject();
          });
    }
    return ExitCode.FINDINGS;
  }

  private void print(JsonNode status, List<String> refusals, List<JsonNode> problems) {
    JsonNode run = status.path("run");
    refusals.forEach(terminal.err()::println);
    Json.write(
        terminal.out(),
        document -> {
          document.writeStartObject();
          for (String text : List.of("id", "state", "format", "effective", "absent")) {
            document.writeStringProperty(
                text.equals("id") ? "import" : text, run.path(text).asString());
          }
          for (String count :
              List.of(
                  "totalRows",
                  "newPeople",
                  "changed",
                  "unchanged",
                  "leaving",
                  "problemRows",
                  "waitingLines")) {
            document.writeNumberProperty(count, run.path(count).asInt());
          }
          texts(document, "refusals", refusals);
          document.writeArrayPropertyStart("problems");
          for (JsonNode problem : problems) {
            document.writeStartObject();
            document.writeNumberProperty("row", problem.path("row").asInt());
            for (String text : List.of("column", "code", "message")) {
              document.writeStringProperty(text, problem.path(text).asString());
            }
            document.writeEndObject();
          }
          document.writeEndArray();
          document.writeEndObject();
        });
  }

  private static void texts(JsonGenerator document, String name, List<String> texts) {
    document.writeArrayPropertyStart(name);
    texts.forEach(document::writeString);
    document.writeEndArray();
  }
}
