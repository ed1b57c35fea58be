package vn.ganbo.forum;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.ganbo.kernel.Fact;

/** What happens on the notice board of a cell. The residence's own; the workplace reads none. */
public final class ForumFacts {
    private ForumFacts() {}

    /**
     * A topic or an answer took a step; {@code thing} is the topic.
     *
     * @param step posted, answered, answered-own, withdrawn, hidden, shown-again
     * @param about the member whose writing it is about or who is answered; none for an office
     */
    public record TopicStep(UUID thing, String step, List<UUID> about) implements Fact {
        @Override
        public String key() {
            return "forum." + step;
        }

        @Override
        public Collection<UUID> members() {
            return about;
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }

    /** The link to the group outside the program was kept or taken away; the unit is the thing. */
    public record LinkSet(UUID thing, boolean kept) implements Fact {
        @Override
        public String key() {
            return kept ? "forum.link-kept" : "forum.link-removed";
        }

        @Override
        public Collection<UUID> members() {
            return List.of();
        }

        @Override
        public Side side() {
            return Side.RESIDENCE;
        }
    }
}
