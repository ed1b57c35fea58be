package vn.ganbo.screening;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Ties;

/** A case under way holds a record. */
@Component
class ScreeningTies implements Ties {
    static final Sql RUNNING =
            Sql.of(
                    """
                    select c.member_id, c.full_name, null::text as what
                      from screening.case_file c
                     where c.member_id = any (:members::uuid[])
                       and c.state <> 'DECIDED'
                       and c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                    """);

    @Override
    public Sql statement() {
        return RUNNING;
    }

    @Override
    public boolean holdsHere() {
        return true;
    }

    @Override
    public String sentence(String fullName, @Nullable String what) {
        return "%s: trường hợp xem xét tư cách đang mở.".formatted(fullName);
    }
}
