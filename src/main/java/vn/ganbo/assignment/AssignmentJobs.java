package vn.ganbo.assignment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** Every night: what is to be reviewed, and what is late. A missed night is made up by the next. */
@Configuration(proxyBeanMethods = false)
class AssignmentJobs {
    /** Whose reviews are opened in one transaction. */
    private static final int CELLS = 100;

    private static final LocalTime BEFORE_WORK = LocalTime.of(4, 20);

    @Bean
    RecurringTask<Void> reviewTasks(ReviewClock reviews) {
        return Tasks.recurring("review-tasks", new Daily(Show.ZONE, BEFORE_WORK))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("open and remind of reviews of tasks");
                    viewer.scope()
                            .run(() -> {
                                int opened = 1;
                                while (opened > 0) {
                                    opened = reviews.open(viewer, CELLS);
                                }
                                reviews.look(viewer);
                            });
                });
    }
}
