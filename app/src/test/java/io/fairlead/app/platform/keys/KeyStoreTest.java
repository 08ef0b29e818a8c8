package io.fairlead.app.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreTest {
  private static final KeyName ROUND = new KeyName("round", "spring-2026");
  private static final KeyName OTHER = new KeyName("round", "autumn-2026");
  private static final byte[] WORDS =
      "She listens before she decides.".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ROW = {1, 2, 3};

  @TempDir Path temporary;
  private KeyStore keys;

  @BeforeEach
  void open() {
    keys = KeyStore.in(temporary.resolve("keys"));
    keys.create(ROUND);
  }

  @Test
  void whatWasSealedOpensAgainAlsoAfterARestart() {
    byte[] sealed = keys.seal(ROUND, WORDS, ROW);
    KeyStore later = KeyStore.in(temporary.resolve("keys"));
    assertThat(later.open(ROUND, sealed, ROW).orElseThrow()).isEqualTo(WORDS);
  }

  @Test
  void theSameWordsNeverLookTheSameTwice() {
    assertThat(keys.seal(ROUND, WORDS, ROW)).isNotEqualTo(keys.seal(ROUND, WORDS, ROW));
  }

  @Test
  void keysOfAPurposeAreListedWithoutWhatIsHalfWritten() throws IOException {
    keys.create(OTHER);
    keys.create(new KeyName("notes", "spring-2026"));
    Files.createFile(temporary.resolve("keys/round/.half-written"));
    assertThat(keys.names("round")).containsExactlyInAnyOrder(ROUND, OTHER);
    assertThat(keys.names("nothing")).isEmpty();
  }

  @Test
  void everyChangedByteIsNoticed() {
    byte[] sealed = keys.seal(ROUND, WORDS, ROW);
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> keys.open(ROUND, changed, ROW)).isInstanceOf(BrokenSeal.class);
    }
    assertThatThrownBy(() -> keys.open(ROUND, new byte[3], ROW)).isInstanceOf(BrokenSeal.class);
  }

  @Test
  void sealedWordsDoNotOpenInAnotherPlaceOrWithAnotherKey() {
    keys.create(OTHER);
    byte[] sealed = keys.seal(ROUND, WORDS, ROW);
    assertThatThrownBy(() -> keys.open(ROUND, sealed, new byte[] {9}))
        .isInstanceOf(BrokenSeal.class);
    assertThatThrownBy(() -> keys.open(OTHER, sealed, ROW)).isInstanceOf(BrokenSeal.class);
  }

  @Test
  void aKeyFilePutInAnothersPlaceOpensNothing() throws IOException {
    byte[] sealed = keys.seal(ROUND, WORDS, ROW);
    Path folder = temporary.resolve("keys/round");
    Files.copy(folder.resolve("spring-2026"), folder.resolve("autumn-2026"));
    assertThatThrownBy(() -> keys.open(OTHER, sealed, ROW)).isInstanceOf(BrokenSeal.class);
  }

  @Test
  void aDestroyedKeyLeavesNothingToOpen() throws IOException {
    byte[] sealed = keys.seal(ROUND, WORDS, ROW);
    keys.destroy(ROUND);
    keys.destroy(ROUND);
    assertThat(keys.has(ROUND)).isFalse();
    assertThat(keys.open(ROUND, sealed, ROW)).isEmpty();
    assertThatThrownBy(() -> keys.seal(ROUND, WORDS, ROW))
        .isInstanceOf(IllegalStateException.class);
    try (Stream<Path> files = Files.list(temporary.resolve("keys/round"))) {
      assertThat(files).isEmpty();
    }
    keys.create(ROUND);
    assertThatThrownBy(() -> keys.open(ROUND, sealed, ROW)).isInstanceOf(BrokenSeal.class);
  }

  @Test
  void aKeyIsDestroyedByOverwritingItsFileNotOnlyItsName() throws IOException {
    Path file = temporary.resolve("keys/round/spring-2026");
    Path sameFile = Files.createLink(temporary.resolve("copy"), file);
    keys.destroy(ROUND);
    assertThat(Files.readAllBytes(sameFile)).containsOnly(0);
  }

  @Test
  void onlyWeCanReadTheFiles() throws IOException {
    try (Stream<Path> files = Files.walk(temporary.resolve("keys"))) {
      assertThat(files.map(KeyStoreTest::permissions)).containsOnly("rwx------", "rw-------");
    }
  }

  @Test
  void manyWhoCreateOneKeyAtOnceGetTheSameKey() throws InterruptedException, ExecutionException {
    List<Callable<Boolean>> creators =
        IntStream.range(0, 16)
            .<Callable<Boolean>>mapToObj(
                _ -> () -> KeyStore.in(temporary.resolve("shared")).create(ROUND))
            .toList();
    int made = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var creator : threads.invokeAll(creators)) {
        made += creator.get() ? 1 : 0;
      }
    }
    assertThat(made).isEqualTo(1);
    KeyStore shared = KeyStore.in(temporary.resolve("shared"));
    assertThat(shared.open(ROUND, shared.seal(ROUND, WORDS, ROW), ROW).orElseThrow())
        .isEqualTo(WORDS);
  }

  @Test
  void aNameCannotLeaveTheFolder() {
    for (String name : List.of("..", "a/b", "", "Ä", ".hidden", "a".repeat(81))) {
      assertThatThrownBy(() -> new KeyName("round", name))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
