package vn.ganbo.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.RegisterColumn;
import vn.ganbo.kernel.Scope;

/** The column "Nhận xét" of the register: where the year's slip stands. */
@Component
class CommentColumn implements RegisterColumn {
    private final CommentGlances glances;

    CommentColumn(CommentGlances glances) {
        this.glances = glances;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title(int year) {
        return "Nhận xét " + year;
    }

    @Override
    public Map<UUID, List<Badge>> badges(Scope scope, Collection<UUID> members, int year) {
        Map<UUID, List<Badge>> out = new HashMap<>();
        for (CommentGlances.Glance glance : glances.of(scope, members, year)) {
            out.putIfAbsent(
                    glance.memberId(),
                    List.of(new Badge(glance.mark(), glance.spoken(), glance.tone(), false)));
        }
        return out;
    }
}
