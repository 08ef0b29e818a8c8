package io.fairlead.app.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk that a test can fill. Only root may mount one: as anybody else the test is skipped and
/// says so, as root it runs or fails, unless the whole machine forbids mounting (many containers
/// do), which counts as skipped too.
public final class SmallDisk {
  private static final String WHY = "only root may mount a small disk to fill";

  private SmallDisk() {}

  /// Mounts it on an empty folder that everybody may enter.
  public static void mount(Path folder, int megabytes) throws IOException, InterruptedException {
    assumeTrue(isRoot(), WHY);
    assumeTrue(mayMount(), "this machine forbids mounting, even to root");
    assertThat(
            run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=%dm,mode=755".formatted(megabytes),
                "tmpfs",
                folder.toString()))
        .as("mounting a small disk as root")
        .isZero();
  }

  public static void unmount(Path folder) throws IOException, InterruptedException {
    run("umount", "-l", folder.toString());
  }

  private static boolean isRoot() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  /// Whether root has the capability to mount (CAP_SYS_ADMIN, bit 21).
  private static boolean mayMount() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("CapEff:"))
        .map(line -> Long.parseUnsignedLong(line.replaceFirst("CapEff:\\s*", ""), 16))
        .anyMatch(capabilities -> ((capabilities >> 21) & 1) == 1);
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
