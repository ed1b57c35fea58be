package vn.ganbo.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/** What happens to notices. */
public final class NotificationFacts {
    private NotificationFacts() {}

    /** An office opened its notices; the office is the thing. */
    public record NoticesRead(UUID thing) implements Fact {
        @Override
        public String key() {
            return "notification.read";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }
    }
}
