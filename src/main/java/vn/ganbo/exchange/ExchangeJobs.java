package vn.ganbo.exchange;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/**
 * Every morning before the offices open: reminders of notices that wait for an answer, and of
 * half-yearly sheets that are due or stay away.
 */
@Configuration(proxyBeanMethods = false)
class ExchangeJobs {
    private static final LocalTime BEFORE_WORK = LocalTime.of(5, 10);

    @Bean
    RecurringTask<Void> remindOfNotices(ExchangeClock exchangeClock, HalfSheets halfSheets) {
        return Tasks.recurring("remind-of-notices", new Daily(Show.ZONE, BEFORE_WORK))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("remind of notices that wait for an answer");
                    viewer.scope()
                            .run(() -> {
                                exchangeClock.remind(viewer);
                                halfSheets.remind(viewer);
                                halfSheets.escalate(viewer);
                            });
                });
    }
}
