package vn.ganbo.meeting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** Every night: settles absences whose days have passed. A missed night is made up by the next. */
@Configuration(proxyBeanMethods = false)
class MeetingJobs {
    /** Settled in one transaction. */
    private static final int MEETINGS = 100;

    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 10);

    @Bean
    RecurringTask<Void> concludeAbsences(Absences absences) {
        return Tasks.recurring("conclude-absences", new Daily(Show.ZONE, AFTER_MIDNIGHT))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("conclude absences");
                    viewer.scope()
                            .run(() -> {
                                int people = 1;
                                while (people > 0) {
                                    people = absences.conclude(viewer, MEETINGS);
                                }
                            });
                });
    }
}
