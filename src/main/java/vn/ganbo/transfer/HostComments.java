package vn.ganbo.transfer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** What the host of a temporary stay was asked in a year and wrote, as the home reads it. */
@Component
public class HostComments {
    static final Sql OF_YEAR =
            Sql.of(
                    """
                    select c.transfer_id, coalesce(p.name || ', ', '') || t.to_name as host, c.asked_on, c.answered_on,
                           c.answer
                      from transfer.stay_comment c
                      join transfer.transfer t on t.id = c.transfer_id
                      left join organisation.published_unit p on p.no = t.placed_no and p.valid @> :today::date
                     where c.member_id = :member::uuid
                       and c.asked_on between make_date(:year::int, 1, 1) and make_date(:year::int + 1, 3, 31)
                       and ((c.from_no between :low and :high and c.from_no <@ :scope::int4multirange)
                            or (c.work_no between :low and :high and c.work_no <@ :scope::int4multirange))
                     order by c.year, c.answered_on desc nulls last
                     limit 1
                    """);

    /**
     * A comment; without an answer while it is waited for.
     *
     * @param host the host and, where it is known, its cell
     */
    public record HostComment(
            UUID transferId,
            String host,
            LocalDate askedOn,
            @Nullable LocalDate answeredOn,
            @Nullable String answer) {}

    private final Db db;

    HostComments(Db db) {
        this.db = db;
    }

    /**
     * What was asked for the review of a year, until the end of the March after it; empty where no
     * host was asked.
     */
    public Optional<HostComment> of(Scope scope, UUID member, int year) {
        return db.one(scope, OF_YEAR, HostComment.class, "member", member, "year", year);
    }
}
