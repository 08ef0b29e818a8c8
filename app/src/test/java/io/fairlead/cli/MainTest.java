package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void versionSaysWhatRunsOnWhat() {
    Shell shell = Shell.run("version");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).startsWith("fairlead ").contains("on Java " + Runtime.version());
    assertThat(shell.err()).isEmpty();
    assertThat(Shell.run("--version").out()).isEqualTo(shell.out());
  }

  @Test
  void whatPrintsAnAnswerPrintsItAsJsonToo() {
    assertThat(Shell.run("version", "--json").out()).contains("\"fairlead\"", "\"java\"");
    Shell schema = Shell.run("schema", "--json");
    assertThat(schema.code()).isZero();
    assertThat(schema.out()).isEqualTo(Shell.run("schema").out());
  }

  @Test
  void anUnknownCommandIsRefusedOnStandardError() {
    Shell shell = Shell.run("conjure");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("conjure");
  }

  @Test
  void noCommandAtAllShowsWhatThereIs() {
    Shell shell = Shell.run();
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("serve", "goals", "reference", "version");
  }

  @Test
  void helpIsNoError() {
    Shell shell = Shell.run("reference", "--help");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("DIR").contains("--json");
  }
}
