package vn.ganbo.liaison;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** Every night what is due by the day alone: exemptions on the register, reminders of letters. */
@Configuration(proxyBeanMethods = false)
class LiaisonJobs {
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 5);
    private static final LocalTime BEFORE_WORK = LocalTime.of(5, 0);

    @Bean
    RecurringTask<Void> remindOfLetters(LetterClock letterClock) {
        return Tasks.recurring("remind-of-letters", new Daily(Show.ZONE, BEFORE_WORK))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("remind of letters whose day has passed");
                    viewer.scope().run(() -> letterClock.remind(viewer));
                });
    }

    @Bean
    RecurringTask<Void> markExempt(Changes changes) {
        return Tasks.recurring("mark-exempt", new Daily(Show.ZONE, AFTER_MIDNIGHT))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("mark exemptions that began or ended");
                    viewer.scope().run(() -> changes.markExempt(viewer));
                });
    }
}
