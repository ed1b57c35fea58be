package vn.ganbo.liaison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Ties;

/** A letter under way, or a name on a register, holds a record. */
@Component
class LetterTies implements Ties {
    static final Sql OPEN =
            Sql.of(
                    """
                    select i.member_id, m.full_name, i.state || ' ' || coalesce(i.number, '') as what
                      from liaison.introduction i
                      join member.published_member m on m.id = i.member_id
                     where i.member_id = any (:members::uuid[])
                       and i.state in ('DRAFT', 'ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED')
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                    """);

    @Override
    public Sql statement() {
        return OPEN;
    }

    @Override
    public String sentence(String fullName, @Nullable String what) {
        if (what == null) {
            throw new IllegalStateException("a letter without a state");
        }
        String[] parts = what.split(" ", 2);
        return "%s: giấy giới thiệu %s, %s."
                .formatted(
                        fullName,
                        parts[1].isEmpty() ? "chưa có số" : parts[1],
                        Labels.of(LetterState.valueOf(parts[0])).toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean introduces() {
        return true;
    }
}
