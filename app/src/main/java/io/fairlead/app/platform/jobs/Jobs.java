package io.fairlead.app.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.fairlead.app.platform.acts.Idempotency;
import io.fairlead.app.platform.undo.Undo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

/// The one scheduler. A module declares a job as a bean of db-scheduler's `RecurringTask` (started
/// with the server) or `OneTimeTask` (scheduled by an act through `Scheduler.schedule`, in the
/// act's own transaction: no commit, no job). Its data is one record, stored as JSON. Each run is
/// claimed by one node; a run whose node was not heard of for four heartbeats is taken over. With
/// `fairlead.testing=true` nothing runs by itself: a test calls the job's own method.
@Configuration(proxyBeanMethods = false)
class Jobs {
  private static final int THREADS = 2;

  @Bean(destroyMethod = "stop")
  Scheduler scheduler(
      DataSource database,
      List<Task<?>> tasks,
      Clock clock,
      JsonMapper json,
      @Value("${fairlead.jobs.heartbeat:10s}") Duration heartbeat) {
    List<Task<?>> once = new ArrayList<>();
    List<RecurringTask<?>> again = new ArrayList<>();
    for (Task<?> task : tasks) {
      if (task instanceof RecurringTask<?> recurring) {
        again.add(recurring);
      } else {
        once.add(task);
      }
    }
    return Scheduler.create(new TransactionAwareDataSourceProxy(database), once)
        .startTasks(again)
        .threads(THREADS)
        .pollUsingLockAndFetch(0.5, 2.0)
        .pollingInterval(Duration.ofSeconds(2))
        .heartbeatInterval(heartbeat)
        .missedHeartbeatsLimit(4)
        .shutdownMaxWait(Duration.ofSeconds(20))
        .serializer(new JsonData(json))
        .clock(clock::instant)
        .build();
  }

  @Bean
  RecurringTask<Void> forgettingIdempotencyKeys(Idempotency idempotency) {
    return Tasks.recurring("platform.forget-idempotency-keys", FixedDelay.ofHours(1))
        .execute((instance, context) -> idempotency.forgetOld());
  }

  @Bean
  RecurringTask<Void> forgettingWhatCanNoLongerBeUndone(Undo undo) {
    return Tasks.recurring("platform.forget-undo", FixedDelay.ofHours(1))
        .execute((instance, context) -> undo.clean());
  }

  @Bean
  Starter jobStarter(Scheduler scheduler, @Value("${fairlead.testing:false}") boolean testing) {
    return new Starter(scheduler, testing);
  }

  /// Starts the scheduler once the server answers, so that jobs never delay the first page.
  record Starter(Scheduler scheduler, boolean testing) {
    @EventListener(ApplicationReadyEvent.class)
    void start() {
      if (!testing) {
        scheduler.start();
      }
    }
  }

  private record JsonData(JsonMapper json) implements Serializer {
    @Override
    public byte[] serialize(Object data) {
      return json.writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
      return json.readValue(stored, type);
    }
  }
}
