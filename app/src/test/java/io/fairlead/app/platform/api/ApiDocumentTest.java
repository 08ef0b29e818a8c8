package io.fairlead.app.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Company;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// The commands of `docs/api/index.md`, typed as they stand there, one after the other.
@AppTest
class ApiDocumentTest {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TOKEN = Pattern.compile("readonly value=\"(flt_[^\"]+)\"");

  @Autowired Visitors visitors;
  @Autowired Company company;
  @Autowired TestClock clock;
  @TempDir Path folder;

  @Test
  void everyCommandOfTheDocumentWorksAsWritten() throws Exception {
    assumeTrue(run("command -v jq curl") == 0, "jq and curl are not both installed");
    company.reset();
    // While the quarter's grading is open.
    clock.set(LocalDate.parse("2026-06-25"));
    String script =
        BLOCK
            .matcher(Files.readString(Path.of("..", "docs", "api", "index.md")))
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining("\n"));
    assertThat(script).contains("export FAIRLEAD=https://fairlead.example.org TOKEN=...");
    String here =
        script.replace(
            "export FAIRLEAD=https://fairlead.example.org TOKEN=...",
            "export FAIRLEAD=%s TOKEN=%s".formatted(visitors.address(), token()));
    Path out = folder.resolve("out");
    int status = run("set -euxo pipefail\n" + here);
    assertThat(status).as(Files.readString(out)).isZero();
    assertThat(Files.readString(out)).contains("Two towns stayed", "\"state\":\"closed\"");
  }

  private String token() {
    Visitor elif = visitors.as(Person.ELIF);
    elif.page("/account");
    String page =
        elif.post(
                "/account/tokens",
                "name",
                "document",
                "days",
                "30",
                "scope",
                "goals:read",
                "scope",
                "goals:write",
                "scope",
                "framework:read",
                "scope",
                "framework:write",
                "scope",
                "events:read")
            .body();
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private int run(String script) throws IOException, InterruptedException {
    return new ProcessBuilder("bash", "-c", script)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out").toFile())
        .start()
        .waitFor();
  }
}
