package vn.ganbo.assessment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** Every morning before the offices open: reminders of what is late in the rounds. */
@Configuration(proxyBeanMethods = false)
class CommentJobs {
    private static final LocalTime BEFORE_WORK = LocalTime.of(5, 20);

    @Bean
    RecurringTask<Void> remindOfComments(CommentClock commentClock) {
        return Tasks.recurring("remind-of-comments", new Daily(Show.ZONE, BEFORE_WORK))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("remind of comments whose day has passed");
                    viewer.scope().run(() -> commentClock.remind(viewer));
                });
    }
}
