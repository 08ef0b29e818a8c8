package io.fairlead.app.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.fairlead.app.testing.AppTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
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
  @Autowired Clock clock;

  record Letter(String text, int pages) {}

  private final BlockingQueue<Letter> delivered = new ArrayBlockingQueue<>(4);
  private final OneTimeTask<Letter> deliver =
      Tasks.oneTime("test.deliver", Letter.class)
          .execute((instance, context) -> delivered.add(instance.getData()));

  private Scheduler scheduler() {
    return new Jobs().scheduler(source, List.of(deliver), clock, json);
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
}
