package vn.ganbo.transfer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** Every morning before the offices open: transfers that are late, stays that end soon. */
@Configuration(proxyBeanMethods = false)
class TransferJobs {
    private static final LocalTime BEFORE_WORK = LocalTime.of(4, 55);

    @Bean
    RecurringTask<Void> remindOfTransfers(TransferClock transferClock) {
        return Tasks.recurring("remind-of-transfers", new Daily(Show.ZONE, BEFORE_WORK))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("remind of transfers that are due");
                    viewer.scope().run(() -> transferClock.remind(viewer));
                });
    }
}
