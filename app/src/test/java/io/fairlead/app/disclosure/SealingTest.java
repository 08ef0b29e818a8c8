package io.fairlead.app.disclosure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.disclosure.Sealing.Ending;
import io.fairlead.app.disclosure.Sealing.Folder;
import io.fairlead.app.disclosure.SealingCheck.Obstacle;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@AppTest
class SealingTest {
  @Autowired Sheets sheets;
  @Autowired Sealing sealing;
  @Autowired SealingCheck check;
  @Autowired SealedReader reader;
  @Autowired JdbcClient database;
  @Autowired Environment environment;

  @Test
  void thisServerCanKeepThePromise() {
    assertThat(check.obstacles()).isEmpty();
  }

  @Test
  void aServerThatWorksAsTheOwnerOrNamesNoReaderIsTold() throws SQLException {
    try (var owner = owner()) {
      var asOwner =
          new SealingCheck(
              JdbcClient.create(new SingleConnectionDataSource(owner, true)),
              new SealedReader(TestDatabase.url(), null, ""));
      assertThat(asOwner.obstacles())
          .contains(Obstacle.APPLICATION_READS, Obstacle.APPLICATION_OWNS, Obstacle.NO_READER);
    }
    var wrongReader =
        new SealingCheck(
            database,
            new SealedReader(TestDatabase.url(), "fairlead_test_app", "fairlead_test_app"));
    assertThat(wrongReader.obstacles()).containsExactly(Obstacle.READER_CANNOT_READ);
    var nobody =
        new SealingCheck(database, new SealedReader(TestDatabase.url(), "nobody_here", "x"));
    assertThat(nobody.obstacles()).containsExactly(Obstacle.READER_CANNOT_READ);
  }

  @Test
  void theApplicationReadsNoTableAndOnlyCallsFunctions() {
    for (String table : List.of("sheet", "score", "comment", "member", "round")) {
      assertThatThrownBy(
              () -> database.sql("select from sealed." + table).query((r, _) -> r).list())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> database.sql("set role fairlead_sealed").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void whatIsSavedIsReadAgainAndTheLaterWindowIsToldThatItIsLate() {
    UUID round = opened();
    UUID slip = UUID.randomUUID();
    assertThat(sheets.find(round, slip)).isEmpty();
    assertThat(sheets.keep(round, slip, 0, words("first"))).isEqualTo(new Kept.Saved(1));
    assertThat(sheets.keep(round, slip, 0, words("another window"))).isEqualTo(new Kept.Stale());
    assertThat(sheets.keep(round, slip, 1, words("second"))).isEqualTo(new Kept.Saved(2));
    assertThat(sheets.keep(round, slip, 1, words("late"))).isEqualTo(new Kept.Stale());
    assertThat(read(round, slip)).isEqualTo("second");
    assertThat(sheets.withdraw(round, slip)).isTrue();
    assertThat(sheets.find(round, slip)).isEmpty();
    assertThat(sheets.withdraw(round, slip)).isFalse();
  }

  @Test
  void aSheetsSizeDoesNotTellHowMuchWasWritten() throws SQLException {
    UUID round = opened();
    UUID little = UUID.randomUUID();
    UUID much = UUID.randomUUID();
    sheets.keep(round, little, 0, words("No."));
    sheets.keep(round, much, 0, words("x".repeat(900)));
    assertThat(size(round, little)).isEqualTo(size(round, much));
  }

  @Test
  void nothingComesInAfterTheClose() {
    UUID round = opened();
    UUID slip = UUID.randomUUID();
    sheets.keep(round, slip, 0, words("in time"));
    assertThat(seal(round, List.of(slip))).isEqualTo(new Ending.Sealed(1));
    assertThat(sheets.keep(round, slip, 1, words("late"))).isEqualTo(new Kept.Closed());
    assertThat(sheets.withdraw(round, slip)).isFalse();
    assertThat(sheets.find(round, slip)).isEmpty();
    assertThat(seal(round, List.of(slip))).isEqualTo(new Ending.Sealed(0));
    assertThat(seal(UUID.randomUUID(), List.of())).isEqualTo(new Ending.Unknown());
  }

  @Test
  void aRoundThatWasNeverOpenedTakesNothing() {
    assertThat(sheets.keep(UUID.randomUUID(), UUID.randomUUID(), 0, words("lost?")))
        .isEqualTo(new Kept.KeyLost());
  }

  @Test
  void aLostKeyIsSaidAndThrowsNothingAway() throws SQLException {
    UUID round = opened();
    UUID slip = UUID.randomUUID();
    sheets.keep(round, slip, 0, words("precious"));
    Path key = TestDatabase.keyOf(round);
    byte[] aside = read(key);
    delete(key);
    assertThat(sheets.keep(round, slip, 1, words("more"))).isEqualTo(new Kept.KeyLost());
    assertThat(seal(round, List.of(slip))).isEqualTo(new Ending.KeyLost());
    write(key, aside);
    assertThat(seal(round, List.of(slip))).isEqualTo(new Ending.Sealed(1));
    assertThat(comments(round)).containsExactly("precious");
  }

  @Test
  void aSheetThatSomebodyChangedInTheDatabaseStopsTheSealingAndIsNamed() throws SQLException {
    UUID round = opened();
    UUID mine = UUID.randomUUID();
    UUID yours = UUID.randomUUID();
    sheets.keep(round, mine, 0, words("mine"));
    sheets.keep(round, yours, 0, words("yours"));
    asOperator(
        "update sealed.sheet s set body = (select body from sealed.sheet where slip = '%s') where slip = '%s'"
            .formatted(yours, mine));
    assertThat(seal(round, List.of(mine, yours))).isEqualTo(new Ending.Broken(List.of(mine)));
    assertThat(comments(round)).isEmpty();
    assertThat(Files.exists(TestDatabase.keyOf(round))).isTrue();
  }

  @Test
  void aSheetThatNoFolderNamesIsNotThrownAway() throws SQLException {
    UUID round = opened();
    UUID slip = UUID.randomUUID();
    sheets.keep(round, slip, 0, words("forgotten"));
    assertThatThrownBy(() -> seal(round, List.of())).hasMessageContaining("0 are in a folder");
    assertThat(seal(round, List.of(slip))).isEqualTo(new Ending.Sealed(1));
  }

  @Test
  void aSealingThatFailsInTheMiddleLeavesEverythingAsItWasAndIsRepeated() throws SQLException {
    UUID round = opened();
    List<UUID> slips = written(round, 6);
    List<Folder> folders =
        List.of(
            new Folder(UUID.randomUUID(), slips.subList(0, 3)),
            new Folder(UUID.randomUUID(), slips.subList(3, 6)));
    assertThatThrownBy(() -> sealing.seal(round, folders, new FailingAfter(1)))
        .hasMessage("the process was killed");
    assertThat(comments(round)).isEmpty();
    assertThat(sheets.find(round, slips.getFirst())).isPresent();
    assertThat(sealing.seal(round, folders, new AsComments())).isEqualTo(new Ending.Sealed(6));
    assertThat(comments(round)).hasSize(6);
  }

  @Test
  void aProcessKilledBeforeItDestroyedTheKeyDestroysItNextTime() throws SQLException {
    UUID round = opened();
    List<UUID> slips = written(round, 2);
    Path key = TestDatabase.keyOf(round);
    byte[] aside = read(key);
    seal(round, slips);
    write(key, aside);
    assertThat(seal(round, slips)).isEqualTo(new Ending.Sealed(0));
    assertThat(Files.exists(key)).isFalse();
    assertThat(comments(round)).hasSize(2);
  }

  @Test
  void keysThatOutlivedTheirRoundsGoAndNoOthers() throws SQLException {
    UUID sealed = opened();
    UUID open = opened();
    UUID elsewhere = UUID.randomUUID();
    byte[] aside = read(TestDatabase.keyOf(sealed));
    seal(sealed, List.of());
    write(TestDatabase.keyOf(sealed), aside);
    write(TestDatabase.keyOf(elsewhere), aside);
    sealing.destroyLeftKeys();
    assertThat(TestDatabase.keyOf(sealed)).doesNotExist();
    assertThat(TestDatabase.keyOf(open)).exists();
    assertThat(TestDatabase.keyOf(elsewhere)).as("of another database").exists();
    delete(TestDatabase.keyOf(elsewhere));
  }

  @Test
  void twoNodesThatSealAtOnceSealOnce() throws SQLException {
    UUID round = opened();
    List<UUID> slips = written(round, 40);
    List<CompletableFuture<Ending>> both =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> seal(round, slips)))
            .limit(2)
            .toList();
    assertThat(both.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(new Ending.Sealed(40), new Ending.Sealed(0));
    assertThat(comments(round)).hasSize(40);
  }

  /// Everything on the server's disk: tables, indexes, log.
  @Test
  void theOperatorFindsNoWordOfAnOpenRoundOnTheDisk() throws SQLException, IOException {
    UUID round = opened();
    UUID slip = UUID.randomUUID();
    String candid = "candid" + UUID.randomUUID();
    sheets.keep(round, slip, 0, words(candid));
    asOperator("checkpoint");
    Path folder = dataFolder();
    assertThat(holds(folder, slip.toString(), bytes(slip))).isNotEmpty();
    assertThat(holds(folder, candid, words(candid))).isEmpty();
    seal(round, List.of(slip));
    asOperator("checkpoint");
    assertThat(holds(folder, candid, words(candid))).isNotEmpty();
  }

  /// The order in which rows lie in their table is the order in which they were written, whatever
  /// the ids are: so it has to be a random one, and one that scores and comments do not share.
  @Test
  void theOrderOnTheDiskSaysNothingAboutWhoWrote() throws SQLException {
    UUID round = opened();
    int people = 400;
    List<UUID> slips = written(round, people);
    seal(round, slips);
    List<Integer> comments =
        asked("select words from sealed.comment where round = '%s' order by ctid".formatted(round))
            .stream()
            .map(Integer::valueOf)
            .toList();
    List<Integer> scores =
        asked(
                "select score::text from sealed.score where round = '%s' order by ctid"
                    .formatted(round))
            .stream()
            .map(Integer::valueOf)
            .toList();
    assertThat(comments).hasSize(people);
    assertThat(new HashSet<>(comments)).hasSize(people);
    List<Integer> written = IntStream.range(0, people).boxed().toList();
    // Four standard errors of a correlation without any relation.
    double limit = 4 / Math.sqrt(people - 1);
    assertThat(Math.abs(correlation(written, comments))).isLessThan(limit);
    assertThat(Math.abs(correlation(written, scores))).isLessThan(limit);
    assertThat(Math.abs(correlation(comments, scores))).isLessThan(limit);
    assertThat(
            asked(
                "select distinct xmin::text from sealed.score where round = '%s'".formatted(round)))
        .hasSize(1);
    assertThat(asked("select slip::text from sealed.sheet where round = '%s'".formatted(round)))
        .isEmpty();
  }

  private UUID opened() {
    UUID round = UUID.randomUUID();
    sheets.open(round);
    return round;
  }

  private List<UUID> written(UUID round, int people) {
    List<UUID> slips = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      UUID slip = UUID.randomUUID();
      assertThat(sheets.keep(round, slip, 0, words(Integer.toString(person))))
          .isEqualTo(new Kept.Saved(1));
      slips.add(slip);
    }
    return slips;
  }

  private Ending seal(UUID round, List<UUID> slips) {
    return sealing.seal(round, List.of(new Folder(UUID.randomUUID(), slips)), new AsComments());
  }

  /// Lays each sheet down as a comment and, where it is a number, as a score.
  private static class AsComments implements Sealing.Work {
    @Override
    public Remains remains(Folder folder, Map<UUID, byte[]> sheets, List<Set<UUID>> earlier) {
      List<String> inOrder =
          folder.slips().stream()
              .filter(sheets::containsKey)
              .map(slip -> new String(sheets.getOrDefault(slip, new byte[0]), UTF_8))
              .toList();
      return new Remains(
          inOrder.stream()
              .filter(words -> words.matches("\\d+"))
              .map(words -> new Remains.Score("peer", "listening", Integer.parseInt(words)))
              .toList(),
          inOrder.stream().map(words -> new Remains.Comment("peer", "start", words)).toList(),
          List.of());
    }

    @Override
    public void finish() {}
  }

  private static final class FailingAfter extends AsComments {
    private int left;

    FailingAfter(int folders) {
      this.left = folders;
    }

    @Override
    public Remains remains(Folder folder, Map<UUID, byte[]> sheets, List<Set<UUID>> earlier) {
      if (left-- == 0) {
        throw new IllegalStateException("the process was killed");
      }
      return super.remains(folder, sheets, earlier);
    }
  }

  private String read(UUID round, UUID slip) {
    return sheets.find(round, slip).map(sheet -> new String(sheet.words(), UTF_8)).orElse("");
  }

  private List<String> comments(UUID round) throws SQLException {
    return asked("select words from sealed.comment where round = '%s'".formatted(round));
  }

  private int size(UUID round, UUID slip) throws SQLException {
    return Integer.parseInt(
        asked(
                "select length(body)::text from sealed.sheet where round = '%s' and slip = '%s'"
                    .formatted(round, slip))
            .getFirst());
  }

  private void asOperator(String sql) throws SQLException {
    try (var owner = owner();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> asked(String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (var owner = owner();
        var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private Connection owner() throws SQLException {
    return DriverManager.getConnection(
        TestDatabase.url(),
        environment.getRequiredProperty("fairlead.db.owner-user"),
        environment.getProperty("fairlead.db.owner-password", ""));
  }

  private Path dataFolder() throws SQLException {
    return Path.of(asked("show data_directory").getFirst());
  }

  /// The files under the folder in which one of the two stands.
  private static Set<Path> holds(Path folder, String text, byte[] binary) throws IOException {
    Set<Path> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String content = new String(Files.readAllBytes(file), ISO_8859_1);
        if (content.contains(text) || content.contains(new String(binary, ISO_8859_1))) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static byte[] words(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static double correlation(List<Integer> first, List<Integer> second) {
    double meanFirst = first.stream().mapToInt(Integer::intValue).average().orElseThrow();
    double meanSecond = second.stream().mapToInt(Integer::intValue).average().orElseThrow();
    double cross = 0;
    double squareFirst = 0;
    double squareSecond = 0;
    for (int place = 0; place < first.size(); place++) {
      double a = first.get(place) - meanFirst;
      double b = second.get(place) - meanSecond;
      cross += a * b;
      squareFirst += a * a;
      squareSecond += b * b;
    }
    return cross / Math.sqrt(squareFirst * squareSecond);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
