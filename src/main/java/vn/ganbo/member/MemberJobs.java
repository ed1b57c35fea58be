package vn.ganbo.member;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** Every morning before the offices open: reminders of exemptions that end soon. */
@Configuration(proxyBeanMethods = false)
class MemberJobs {
    private static final LocalTime BEFORE_WORK = LocalTime.of(4, 50);

    @Bean
    RecurringTask<Void> remindOfExemptions(Exemptions exemptions) {
        return Tasks.recurring("remind-of-exemptions", new Daily(Show.ZONE, BEFORE_WORK))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("remind of exemptions that end soon");
                    viewer.scope().run(() -> exemptions.remind(viewer));
                });
    }
}
