package vn.ganbo.away;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** Every night: times that began or ended by themselves; before work: reminders of their end. */
@Configuration(proxyBeanMethods = false)
class AwayJobs {
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 20);
    private static final LocalTime BEFORE_WORK = LocalTime.of(4, 40);

    @Bean
    RecurringTask<Void> settleTimesAway(AwayApplications applications) {
        return Tasks.recurring("settle-times-away", new Daily(Show.ZONE, AFTER_MIDNIGHT))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("settle times of exemption that began or ended");
                    viewer.scope().run(() -> applications.settle(viewer));
                });
    }

    @Bean
    RecurringTask<Void> remindOfTimesAway(AwayApplications applications) {
        return Tasks.recurring("remind-of-times-away", new Daily(Show.ZONE, BEFORE_WORK))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("remind of times of exemption that end soon");
                    viewer.scope().run(() -> applications.remind(viewer));
                });
    }

    @Bean
    RecurringTask<Void> tellOfSilence(AwayContacts contacts) {
        return Tasks.recurring("tell-of-silence", new Daily(Show.ZONE, BEFORE_WORK))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("tell of members who are away and silent");
                    for (int rung = 3; rung >= 1; rung--) {
                        int of = rung;
                        viewer.scope().run(() -> contacts.climb(viewer, of));
                    }
                });
    }

    @Bean
    RecurringTask<Void> remindOfStayRequests(StayRequests requests) {
        return Tasks.recurring("remind-of-stay-requests", new Daily(Show.ZONE, BEFORE_WORK))
                .execute((_, _) -> {
                    Viewer viewer = Viewer.system("remind of late answers from places of stay");
                    viewer.scope().run(() -> requests.remind(viewer));
                });
    }
}
