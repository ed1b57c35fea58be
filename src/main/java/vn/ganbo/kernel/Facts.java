package vn.ganbo.kernel;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells a fact to whoever looks: audit, notification and desk write in the same transaction. */
@Component
public class Facts {
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Facts(ApplicationEventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The last step of every act. */
    public void tell(Viewer viewer, Fact fact) {
        publisher.publishEvent(new Told(Ids.next(), clock.instant(), viewer, fact));
    }
}
