package io.fairlead.app.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.fairlead.app.access.Sessions;
import io.fairlead.app.platform.undo.Undo;
import io.fairlead.app.testing.AppTest;
import io.fairlead.app.testing.Person;
import io.fairlead.app.testing.TestClock;
import io.fairlead.app.testing.Visitor;
import io.fairlead.app.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class JobsTest {
  @Autowired DataSource source;
  @Autowired JdbcClient database;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JsonMapper json;
  @Autowired TestClock clock;
  @Autowired List<RecurringTask<?>> recurring;
  @Autowired Sessions sessions;
  @Autowired Undo undo;
  @Autowired Visitors visitors;

  record Letter(String text, int pages) {}

  private final BlockingQueue<Letter> delivered = new ArrayBlockingQueue<>(4);
  private final OneTimeTask<Letter> deliver =
      Tasks.oneTime("test.deliver", Letter.class)
          .execute((instance, context) -> delivered.add(instance.getData()));

  private Scheduler scheduler() {
    return new Jobs().scheduler(source, List.of(deliver), clock, json, Duration.ofSeconds(10));
  }

  @Test
  void aJobScheduledByAnActRunsWithItsData() throws Exception {
    Scheduler scheduler = scheduler();
    scheduler.schedule(deliver.instance("1", new Letter("hello", 2)), clock.instant());
    scheduler.start();
    try {
      assertThat(delivered.poll(20, TimeUnit.SECONDS)).isEqualTo(new Letter("hello", 2));
    } finally {
      scheduler.stop();
    }
  }

  @Test
  void anActThatIsRolledBackLeavesNoJob() {
    Scheduler scheduler = scheduler();
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          scheduler.schedule(
              deliver.instance("2", new Letter("never", 1)),
              clock.instant().plus(Duration.ofHours(1)));
          status.setRollbackOnly();
        });
    assertThat(
            database
                .sql("select count(*) from scheduled_tasks where task_instance = '2'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void twoNodesRunEachJobOnce() throws Exception {
    BlockingQueue<String> runs = new LinkedBlockingQueue<>();
    Scheduler first = counting("first", runs);
    Scheduler second = counting("second", runs);
    IntStream.range(0, 60)
        .forEach(number ->
            first.schedule(new TaskInstance<Void>("test.count", "n" + number), clock.instant()));
    first.start();
    second.start();
    try {
      for (int number = 0; number < 60; number++) {
        assertThat(runs.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
      assertThat(runs.poll(1, TimeUnit.SECONDS)).as("a job that ran twice").isNull();
    } finally {
      first.stop();
      second.stop();
    }
  }

  private Scheduler counting(String node, BlockingQueue<String> runs) {
    OneTimeTask<Void> count =
        Tasks.oneTime("test.count")
            .execute((instance, context) -> runs.add(node + " " + instance.getId()));
    return new Jobs().scheduler(source, List.of(count), clock, json, Duration.ofSeconds(10));
  }

  @Test
  void whatNobodyCanUseAnyMoreIsThrownAway() throws Exception {
    sessions.open(Person.MARA.id(), "test", null);
    undo.keep("test", UUID.randomUUID(), Person.MARA.viewer(), "");
    Visitor guessing = visitors.stranger();
    guessing.page("/sign-in");
    guessing.post("/sign-in", "email", "nobody@brightwell.example", "password", "guess");
    assertThat(rows()).isEqualTo("1 1 2");
    clock.advance(Duration.ofDays(15));
    List<Task<?>> forgetting =
        recurring.stream()
            .filter(task -> task.getName().contains(".forget-"))
            .<Task<?>>map(task -> task)
            .toList();
    Scheduler scheduler =
        new Jobs().scheduler(source, forgetting, clock, json, Duration.ofSeconds(10));
    scheduler.start();
    try {
      for (int tries = 0; tries < 200 && !rows().equals("0 0 0"); tries++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } finally {
      scheduler.stop();
    }
    assertThat(rows()).isEqualTo("0 0 0");
  }

  private String rows() {
    return database
        .sql(
            """
            select (select count(*) from session) || ' ' || (select count(*) from undo_entry) || ' '
              || (select count(*) from sign_in_throttle)
            """)
        .query(String.class)
        .single();
  }
}
