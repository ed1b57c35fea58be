package vn.ganbo.transfer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Ties;

/** A transfer under way holds a record. */
@Component
class TransferTies implements Ties {
    static final Sql RUNNING =
            Sql.of(
                    """
                    select t.member_id, t.full_name, t.state as what
                      from transfer.transfer t
                     where t.member_id = any (:members::uuid[])
                       and t.state in ('PROPOSED', 'OPENED', 'ISSUED', 'RECEIVED', 'STAYING')
                       and t.work_no between :low and :high
                       and t.work_no <@ :scope::int4multirange
                    """);

    @Override
    public Sql statement() {
        return RUNNING;
    }

    @Override
    public String sentence(String fullName, @Nullable String what) {
        if (what == null) {
            throw new IllegalStateException("a transfer without a state");
        }
        return "%s: hồ sơ chuyển sinh hoạt đảng, %s."
                .formatted(
                        fullName, Labels.of(TransferState.valueOf(what)).toLowerCase(Locale.ROOT));
    }
}
