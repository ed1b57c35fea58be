package vn.ganbo.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals within a second; of several nodes one at a time. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {
    @Bean
    RecurringTask<Void> sealFacts(Sealer sealer) {
        return Tasks.recurring("seal-facts", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((_, _) -> sealer.seal());
    }
}
