package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.people.PeopleImport;
import io.fairlead.app.testing.ApiClient;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class PeopleTest {
  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired ApiClient api;
  @Autowired PeopleImport imports;
  @Autowired JdbcClient database;
  @TempDir Path folder;

  @BeforeEach
  void asNew() {
    company.reset();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("people.csv"), text, Charset.forName("windows-1252"));
  }

  /// Runs the command while a node does the jobs that it waits for.
  private Shell run(Object... arguments) throws InterruptedException {
    String token = api.as(Person.ELIF, "people:read", "people:write").token();
    var waiting = new AtomicBoolean(true);
    Thread node =
        Thread.ofVirtual()
            .start(() -> {
              while (waiting.get()) {
                database
                    .sql(
                        "select id from import_run where state in ('checking', 'applying', 'undoing')")
                    .query((row, number) -> row.getObject("id", UUID.class))
                    .list()
                    .forEach(imports::proceed);
                Thread.onSpinWait();
              }
            });
    Shell shell = with(token, arguments);
    waiting.set(false);
    node.join();
    return shell;
  }

  private static Shell with(String token, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.run(
            new Terminal(new PrintWriter(out), new PrintWriter(err)),
            Map.of(ApiServer.TOKEN, token),
            Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new Shell(code, out.toString(), err.toString());
  }

  private static JsonNode json(Shell shell) {
    return JsonMapper.shared().readTree(shell.out());
  }

  private int called(String name) {
    return database
        .sql("select count(*) from identity where name = ?")
        .param(name)
        .query(Integer.class)
        .single();
  }

  @Test
  void aFileIsShownAppliedRepeatedWithoutDuplicatesAndUndone() throws Exception {
    Path people =
        file("name;email;manager_email\nZoë Ångström;zoe@x.example;jonas@brightwell.example\n");
    Object[] shown = {"people", "import", people, "--to", visitors.address(), "--absent", "stay"};
    Shell preview = run(shown);
    assertThat(preview.err()).doesNotContain("wrong");
    assertThat(preview.code()).isZero();
    assertThat(preview.out()).contains("new", "Nothing has changed", "/people/import/");
    assertThat(called("Zoë Ångström")).isZero();

    Object[] all = Arrays.copyOf(shown, shown.length + 2);
    all[shown.length] = "--apply";
    all[shown.length + 1] = "all";
    Shell applied = run(all);
    assertThat(applied.code()).isZero();
    assertThat(called("Zoë Ångström")).isOne();

    Object[] again = Arrays.copyOf(all, all.length + 1);
    again[all.length] = "--json";
    JsonNode repeated = json(run(again));
    assertThat(repeated.path("state").asString()).isEqualTo("applied");
    assertThat(repeated.path("newPeople").asInt()).isZero();
    assertThat(repeated.path("unchanged").asInt()).isOne();
    assertThat(called("Zoë Ångström")).isOne();

    String first = applied.out().strip().replaceFirst("(?s).* ", "");
    Shell undone = run("people", "undo", first, "--to", visitors.address());
    assertThat(undone.err()).doesNotContain("stopped").doesNotContain("longer");
    assertThat(undone.code()).isZero();
    assertThat(called("Zoë Ångström")).isZero();
    assertThat(run("people", "undo", first, "--to", visitors.address()).code())
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void whatIsHeldAboutSomebodyIsWrittenAndWhoLeftIsErased() throws Exception {
    String token = api.as(Person.ELIF, "data-rights:read", "data-rights:write").token();
    Path out = folder.resolve("jonas.zip");
    String jonas = Person.JONAS.id().toString();
    Object[] export = {"people", "export", jonas, "--to", visitors.address(), "--out", out};
    Shell written = with(token, export);
    assertThat(written.err()).isEmpty();
    assertThat(written.code()).isZero();
    try (ZipFile zip = new ZipFile(out.toFile())) {
      assertThat(zip.getEntry("json/identity.json")).isNotNull();
    }
    assertThat(Files.getPosixFilePermissions(out)).hasSize(2);
    Shell again = with(token, export);
    assertThat(again.err()).contains("is there already");
    assertThat(again.code()).isEqualTo(ExitCode.BAD_INPUT);

    Object[] erase = {"people", "erase", jonas, "--to", visitors.address()};
    Shell shown = with(token, erase);
    assertThat(shown.out()).contains("identity", "Nothing has changed");
    assertThat(shown.err()).contains("erasing-employed");
    assertThat(shown.code()).isEqualTo(ExitCode.FINDINGS);
    database
        .sql(
            "update employment set during = daterange(lower(during), '2026-05-01') where person = ?")
        .param(Person.JONAS.id())
        .update();
    assertThat(with(token, erase).code()).isZero();
    Object[] confirmed = {
      "people",
      "erase",
      jonas,
      "--to",
      visitors.address(),
      "--confirm",
      "Jonas Beck",
      "--writings",
      "keep",
      "--because",
      "Asked"
    };
    assertThat(with(token, confirmed).out()).contains("Erased.");
    assertThat(called("Jonas Beck")).isZero();
    assertThat(with(token, erase).out()).contains("Erased on");
  }

  @Test
  void aNightlyFileIsAppliedWithATokenFromAFileThatMayDoNothingElse() throws Exception {
    Path people = file("name,email\nOla,ola@x.example\nPia,pia\n");
    String token = api.as(Person.ELIF, "people:sync").token();
    Path tokenFile = Files.writeString(folder.resolve("token"), token + "\n");
    Path parked = folder.resolve("parked.csv");
    Object[] nightly = {
      "people",
      "sync",
      people,
      "--to",
      visitors.address(),
      "--absent",
      "stay",
      "--as-of",
      "2026-05-12",
      "--token-file",
      tokenFile
    };
    Shell refused = run(nightly);
    assertThat(refused.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(refused.err()).contains("One row is wrong, so nothing has changed.");
    assertThat(called("Ola")).isZero();

    Object[] parking = Arrays.copyOf(nightly, nightly.length + 3);
    parking[nightly.length] = "--park";
    parking[nightly.length + 1] = "--parked";
    parking[nightly.length + 2] = parked;
    Shell applied = run(parking);
    assertThat(applied.code()).as(applied.err()).isZero();
    assertThat(called("Ola")).isOne();
    assertThat(Files.readString(parked)).contains("Pia,pia,").contains("is not a mail address");

    Shell old =
        run(
            "people",
            "sync",
            people,
            "--to",
            visitors.address(),
            "--as-of",
            "2026-05-11",
            "--token-file",
            tokenFile,
            "--json");
    assertThat(old.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(json(old).path("refusals").get(0).asString())
        .isEqualTo(
            "This file tells of 2026-05-11, and one of 2026-05-12 was applied already. Nothing has changed.");
    Path cut = file("name,email\nOla,ola@x.exam");
    Shell cutOff =
        run("people", "sync", cut, "--to", visitors.address(), "--token-file", tokenFile);
    assertThat(cutOff.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(cutOff.err()).contains("may have been cut off");
    assertThat(run("people", "sync", cut, "--to", visitors.address()).code())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void oneWrongRowRefusesAllAndIsParkedByChoice() throws Exception {
    Path people = file("name,email\nOla,ola@x.example\nPia,pia\n");
    Object[] all = {
      "people",
      "import",
      people,
      "--to",
      visitors.address(),
      "--absent",
      "stay",
      "--apply",
      "all",
      "--json"
    };
    Shell refused = run(all);
    assertThat(refused.code()).isEqualTo(ExitCode.FINDINGS);
    JsonNode said = json(refused);
    assertThat(said.path("state").asString()).isEqualTo("ready");
    assertThat(said.path("problems").get(0).path("row").asInt()).isEqualTo(3);
    assertThat(said.path("problems").get(0).path("code").asString()).isEqualTo("malformed-address");
    assertThat(said.path("refusals").get(0).asString()).contains("One row is wrong");
    assertThat(called("Ola")).isZero();

    Path parked = folder.resolve("parked.csv");
    Shell good =
        run(
            "people",
            "import",
            people,
            "--to",
            visitors.address(),
            "--absent",
            "stay",
            "--apply",
            "good",
            "--parked",
            parked);
    assertThat(good.code()).isZero();
    assertThat(called("Ola")).isOne();
    assertThat(Files.readString(parked)).contains("Pia,pia,email: ").doesNotContain("Ola");
  }

  @Test
  void manyLeavingStopsUntilTheNumberIsConfirmed() throws Exception {
    Path people = file("name,email\nInes Okafor,ines@brightwell.example\n");
    Object[] all = {"people", "import", people, "--to", visitors.address(), "--apply", "all"};
    Shell stopped = run(all);
    assertThat(stopped.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(stopped.err()).contains("12 of 14");
    assertThat(stopped.out()).contains("Nothing has changed");
  }

  @Test
  void whatIsNoFileNoServerOrNoTokenIsBadInput() throws Exception {
    Path people = file("name,email\nOla,ola@x.example\n");
    assertThat(run("people", "import", folder.resolve("none"), "--to", visitors.address()).code())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("people", "import", people, "--to", "http://127.0.0.1:9").code())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Shell.run("people", "import", people, "--to", visitors.address()).code())
        .isEqualTo(ExitCode.BAD_INPUT);
    Shell picture = run("people", "import", file("<html>"), "--to", visitors.address());
    assertThat(picture.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(picture.err()).contains("web page");
  }
}
