package vn.ganbo.away;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Ties;

/** An application under way, or a time that is not over, holds a record. */
@Component
class AwayTies implements Ties {
    static final Sql OPEN =
            Sql.of(
                    """
                    select a.member_id, m.full_name, a.state as what
                      from away.application a
                      join member.published_member m on m.id = a.member_id
                     where a.member_id = any (:members::uuid[])
                       and (a.state in ('SUBMITTED', 'SUPPORTED', 'RESOLVED')
                            or (a.granted and (upper_inf(a.valid) or upper(a.valid) > :today::date)))
                       and a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                    """);

    @Override
    public Sql statement() {
        return OPEN;
    }

    @Override
    public String sentence(String fullName, @Nullable String what) {
        if (what == null) {
            throw new IllegalStateException("an application without a state");
        }
        return "%s: đơn giảm, miễn công tác và sinh hoạt đảng, %s."
                .formatted(fullName, Labels.of(AwayState.valueOf(what)).toLowerCase(Locale.ROOT));
    }
}
