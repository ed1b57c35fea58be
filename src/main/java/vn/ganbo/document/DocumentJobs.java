package vn.ganbo.document;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;

/** Every night: batches for the printer that nobody needs any more are forgotten. */
@Configuration(proxyBeanMethods = false)
class DocumentJobs {
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 30);

    @Bean
    RecurringTask<Void> forgetPrints(Prints prints) {
        return Tasks.recurring("forget-prints", new Daily(Show.ZONE, AT_NIGHT))
                .execute((_, _) -> {
                    Scope scope = Scope.system("forget batches for the printer");
                    scope.run(() -> prints.forget(scope));
                });
    }
}
