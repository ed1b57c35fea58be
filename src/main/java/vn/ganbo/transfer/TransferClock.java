package vn.ganbo.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.TransferBook;
import vn.ganbo.regulation.TransferRules;

/**
 * Thời hạn chuyển sinh hoạt đảng: what is late is told of once, the end of a stay three times
 * before it comes; every three months an office goes through the letters that nobody has handed in.
 */
@Service
public class TransferClock {
    static final Sql START_LATE =
            Sql.of(
                    """
                    update transfer.transfer t
                       set start_reminded_on = :on::date
                      from organisation.published_unit u
                     where u.no = t.from_no
                       and u.valid @> :on::date
                       and t.state in ('PROPOSED', 'OPENED')
                       and t.start_due < :on::date
                       and t.start_reminded_on is null
                       and t.from_no between :low and :high
                       and t.from_no <@ :scope::int4multirange
                    returning t.member_id, case when u.side = 'RESIDENCE' then t.from_no end as ward_no, null::int as host_no
                    """);

    static final Sql HAND_IN_LATE =
            Sql.of(
                    """
                    update transfer.transfer t
                       set hand_in_reminded_on = :on::date
                      from organisation.published_unit u
                     where u.no = t.from_no
                       and u.valid @> :on::date
                       and t.state = 'ISSUED'
                       and t.hand_in_due < :on::date
                       and t.hand_in_reminded_on is null
                       and t.from_no between :low and :high
                       and t.from_no <@ :scope::int4multirange
                    returning t.member_id, case when u.side = 'RESIDENCE' then t.from_no end as ward_no, null::int as host_no
                    """);

    /**
     * The nearest reminder that is due, each once, so a missed night is made up for. The host is
     * told too; a home outside this program is reminded by nobody else.
     */
    static final Sql STAY_ENDING =
            Sql.of(
                    """
                    update transfer.transfer t
                       set stay_reminded = d.days
                      from (select s.id, u.side, min(x.days) as days
                              from transfer.transfer s
                              join organisation.published_unit u on u.no = s.from_no and u.valid @> :on::date
                             cross join unnest(:days::int[]) as x (days)
                             where s.state = 'STAYING'
                               and s.until - :on::date <= x.days
                               and s.from_no between :low and :high
                               and s.from_no <@ :scope::int4multirange
                             group by s.id, u.side) d
                     where t.id = d.id
                       and (t.stay_reminded is null or t.stay_reminded > d.days)
                    returning t.member_id, case when d.side = 'RESIDENCE' then t.from_no end as ward_no,
                              coalesce(t.placed_no, t.to_no) as host_no
                    """);

    /** Every so many months again, until the office says that it has gone through them. */
    static final Sql CHECK_DUE =
            Sql.of(
                    """
                    update transfer.transfer t
                       set check_told_on = :on::date
                      from organisation.published_unit u
                     where u.no = t.from_no
                       and u.valid @> :on::date
                       and t.state = 'ISSUED'
                       and t.issued_on < :before::date
                       and coalesce(t.check_told_on < :before::date, true)
                       and not exists (select from transfer.slip_check c
                                        where c.unit_no = t.from_no
                                          and c.checked_on >= :before::date)
                       and t.from_no between :low and :high
                       and t.from_no <@ :scope::int4multirange
                    returning t.member_id, case when u.side = 'RESIDENCE' then t.from_no end as ward_no, null::int as host_no
                    """);

    static final Sql CHECK =
            Sql.of(
                    """
                    insert into transfer.slip_check (unit_no, id, checked_on, waiting, remark, at, by_whom)
                    values (:unit, :id::uuid, :on::date, :waiting, :remark, :at::timestamptz, :who)
                    """);

    private final Db db;
    private final TransferQueries queries;
    private final TransferRules rules;
    private final Facts facts;
    private final Clock clock;

    TransferClock(Db db, TransferQueries queries, TransferRules rules, Facts facts, Clock clock) {
        this.db = db;
        this.queries = queries;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What a night's look found, in people.
     *
     * @param startLate whose letter is not issued in time
     * @param handInLate who has not handed the letter in in time
     * @param stayEnding whose stay ends soon
     * @param checkDue whose letter is to be gone through again
     */
    public record Found(int startLate, int handInLate, int stayEnding, int checkDue) {}

    /** Whom it is about; the home where it is a ward, and the host, which are told by name. */
    private record Due(UUID memberId, @Nullable Integer wardNo, @Nullable Integer hostNo) {}

    /** Reminds of everything that is due; what was missed in one night is found in the next. */
    @Transactional
    public Found remind(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        TransferBook book = rules.on(today);

        List<Due> start = due(viewer.scope(), START_LATE, "on", today);
        List<Due> handIn = due(viewer.scope(), HAND_IN_LATE, "on", today);
        List<Due> check = due(viewer.scope(), CHECK_DUE, "on", today, "before", before(today));
        List<Due> ending = due(viewer.scope(), STAY_ENDING, "on", today, "days", days(book));

        tell(viewer, TransferFacts.START_LATE, start);
        tell(viewer, TransferFacts.HAND_IN_LATE, handIn);
        tell(viewer, TransferFacts.STAY_ENDING, ending);
        tell(viewer, TransferFacts.CHECK_DUE, check);
        return new Found(start.size(), handIn.size(), ending.size(), check.size());
    }

    private static Integer[] days(TransferBook book) {
        return book.stayDays().toArray(Integer[]::new);
    }

    private List<Due> due(Scope scope, Sql sql, @Nullable Object... pairs) {
        return db.list(scope, sql, Due.class, pairs);
    }

    private void tell(Viewer viewer, String what, List<Due> due) {
        if (!due.isEmpty()) {
            facts.tell(
                    viewer,
                    new TransferFacts.TransfersDue(
                            Ids.next(),
                            what,
                            due.stream().map(Due::memberId).toList(),
                            due.stream()
                                    .flatMap(one ->
                                            Stream.concat(
                                                    Stream.ofNullable(one.wardNo()),
                                                    Stream.ofNullable(one.hostNo())))
                                    .distinct()
                                    .toList()));
        }
    }

    /** The last day on which a letter that waits now for the check was issued, plus one. */
    LocalDate before(LocalDate today) {
        return today.minusMonths(rules.on(today).checkMonths());
    }

    /**
     * Đã rà soát: the office has gone through the letters not handed in.
     *
     * @param remark what is done about them, or that there are none
     */
    @Transactional
    UUID check(Viewer viewer, String remark) {
        if (!Transfers.mayOpen(viewer)) {
            throw new NotFound();
        }
        Problems.Gatherer problems = new Problems.Gatherer();
        if (remark.isEmpty()) {
            problems.add("remark", "Ghi đã liên hệ với ai, làm gì tiếp; hoặc không còn giấy nào.");
        }
        problems.atMost("remark", remark, Transfers.LONGEST_REASON);
        problems.check();
        Stamp stamp = Stamp.of(viewer, clock);
        int waiting = queries.notHandedIn(viewer.scope(), before(stamp.on())).size();

        UUID id = Ids.next();
        db.update(
                viewer.scope(),
                CHECK,
                "unit",
                viewer.unitNo(),
                "id",
                id,
                "on",
                stamp.on(),
                "waiting",
                waiting,
                "remark",
                remark,
                "at",
                stamp.at(),
                "who",
                stamp.who());

        facts.tell(viewer, new TransferFacts.SlipsChecked(id, waiting));
        return id;
    }
}
