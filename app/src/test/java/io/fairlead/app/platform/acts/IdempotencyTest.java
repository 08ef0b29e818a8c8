package io.fairlead.app.platform.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.platform.Outcome;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class IdempotencyTest {
  @Autowired Idempotency idempotency;
  @Autowired JdbcClient database;
  @Autowired TestClock clock;

  record Input(String text) {}

  private final AtomicInteger times = new AtomicInteger();

  private Outcome<Integer> send(String key, String text) {
    return idempotency.once(
        Person.JONAS.id(),
        "test.act",
        key,
        new Input(text),
        Integer.class,
        () -> Outcome.done(times.incrementAndGet()));
  }

  @Test
  void theSameKeyGetsTheSameOutcomeAndTakesEffectOnce() {
    String key = Idempotency.freshKey();
    assertThat(send(key, "a")).isEqualTo(Outcome.done(1));
    assertThat(send(key, "a")).isEqualTo(Outcome.done(1));
    assertThat(times).hasValue(1);
  }

  @Test
  void withoutAKeyEverySendTakesEffect() {
    send("", "a");
    send(" ", "a");
    assertThat(times).hasValue(2);
  }

  @Test
  void theSameKeyWithAnotherInputIsRefused() {
    String key = Idempotency.freshKey();
    send(key, "a");
    assertThat(send(key, "b"))
        .isEqualTo(Outcome.refused(Reason.invalid("Idempotency-Key", "key-reused")));
  }

  @Test
  void anotherPersonsSameKeyIsAnotherAct() {
    String key = Idempotency.freshKey();
    send(key, "a");
    assertThat(
            idempotency.once(
                Person.DEV.id(),
                "test.act",
                key,
                new Input("a"),
                Integer.class,
                () -> Outcome.done(times.incrementAndGet())))
        .isEqualTo(Outcome.done(2));
  }

  @Test
  void aRefusalChangesNothingAndMayBeSentAgainCorrected() {
    String key = Idempotency.freshKey();
    Outcome<Integer> refused =
        idempotency.once(
            Person.JONAS.id(),
            "test.act",
            key,
            new Input("wrong"),
            Integer.class,
            () -> {
              database
                  .sql("update identity set title = 'changed' where person = ?")
                  .param(Person.JONAS.id())
                  .update();
              return Outcome.refused(Reason.invalid("text", "required"));
            });
    assertThat(refused.isDone()).isFalse();
    assertThat(
            database
                .sql("select title from identity where person = ?")
                .param(Person.JONAS.id())
                .query(String.class)
                .single())
        .isEqualTo("Engineer");
    assertThat(send(key, "right")).isEqualTo(Outcome.done(1));
  }

  @Test
  void aBugRollsBackAndLeavesTheKeyFree() {
    String key = Idempotency.freshKey();
    assertThatThrownBy(() ->
            idempotency.once(
                Person.JONAS.id(),
                "test.act",
                key,
                new Input("a"),
                Integer.class,
                () -> {
                  throw new IllegalStateException("a bug");
                }))
        .hasMessage("a bug");
    assertThat(send(key, "a")).isEqualTo(Outcome.done(1));
  }

  @Test
  void manySendsAtOnceTakeEffectOnce() throws Exception {
    String key = Idempotency.freshKey();
    CountDownLatch together = new CountDownLatch(1);
    List<Future<Outcome<Integer>>> sends = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        sends.add(
            threads.submit(() -> {
              together.await();
              return send(key, "a");
            }));
      }
      together.countDown();
      for (var sent : sends) {
        assertThat(sent.get()).isEqualTo(Outcome.done(1));
      }
    }
    assertThat(times).hasValue(1);
  }

  @Test
  void keysAreForgottenAfterADay() {
    idempotency.forgetOld();
    String key = UUID.randomUUID().toString();
    send(key, "a");
    clock.advance(Duration.ofHours(23));
    assertThat(idempotency.forgetOld()).isZero();
    clock.advance(Duration.ofHours(2));
    assertThat(idempotency.forgetOld()).isPositive();
    assertThat(send(key, "a")).isEqualTo(Outcome.done(2));
  }
}
