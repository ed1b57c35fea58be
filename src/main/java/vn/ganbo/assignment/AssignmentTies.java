package vn.ganbo.assignment;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Ties;

/** Tasks that somebody has hold a record. */
@Component
class AssignmentTies implements Ties {
    static final Sql OPEN =
            Sql.of(
                    """
                    select a.member_id, a.full_name, count(*)::text as what
                      from assignment.assignment a
                     where a.member_id = any (:members::uuid[])
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.state not in ('WITHDRAWN', 'ENDED')
                     group by a.member_id, a.full_name
                    """);

    @Override
    public Sql statement() {
        return OPEN;
    }

    @Override
    public String sentence(String fullName, @Nullable String what) {
        return "%s: đang có %s nhiệm vụ được phân công; thôi phân công trước."
                .formatted(fullName, what);
    }
}
