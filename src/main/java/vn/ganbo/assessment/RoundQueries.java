package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.web.Part;

/** The board of a round: how far each cell is, and who is late. */
@Component
class RoundQueries {
    /** The newest round of the scope, or the one asked for; with what it does not hold yet. */
    static final Sql ROUND =
            Sql.of(
                    """
                    select r.id, u.name as ward_name, r.year, r.opened_on, r.request_due, r.report_due, r.meeting_due,
                           r.comment_due, r.confirm_due, r.returned_due, r.rulebook,
                           (select count(*)
                              from liaison.published_contact c
                             where c.ward_no = r.unit_no
                               and c.unit_no <@ :scope::int4multirange
                               and c.cell_no is null
                               and c.valid @> :today::date) as unplaced,
                           (select count(*)
                              from liaison.published_contact c
                             where c.ward_no = r.unit_no
                               and c.unit_no <@ :scope::int4multirange
                               and c.cell_no is not null
                               and r.seed is null
                               and c.valid @> :today::date
                               and not c.exempt
                               and not exists (select from member.published_exemption e
                                                where e.member_id = c.member_id
                                                  and e.valid @> :today::date)
                               and not exists (select from assessment.comment s
                                                where s.member_id = c.member_id
                                                  and s.year = r.year
                                                  and s.round_id is not null)) as newcomers
                      from assessment.round r
                      join organisation.published_unit u
                        on u.no = r.unit_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                     where (:id::uuid is null or r.id = :id::uuid)
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                     order by r.year desc, u.code collate "C"
                     limit 1
                    """);

    static final Sql BOARD =
            Sql.of(
                    """
                    select u.id as cell_id, u.name as cell_name, rc.registered, rc.exempt,
                           coalesce(c.total, 0) as total, coalesce(c.ready, 0) as ready,
                           coalesce(c.signed, 0) as signed, coalesce(c.confirmed, 0) as confirmed,
                           coalesce(c.returned, 0) as returned, d.met_on
                      from assessment.round_cell rc
                      join organisation.published_unit u
                        on u.no = rc.cell_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                      left join (
                           select s.cell_no, count(*) as total,
                                  count(*) filter (where s.state = 'DRAFT' and s.complete) as ready,
                                  count(*) filter (where s.state = 'CELL_SIGNED') as signed,
                                  count(*) filter (where s.state = 'COMMUNE_CONFIRMED') as confirmed,
                                  count(*) filter (where s.state = 'RETURNED') as returned
                             from assessment.comment s
                            where s.round_id = :id::uuid
                              and s.edition = 1
                              and s.unit_no between :low and :high
                              and s.unit_no <@ :scope::int4multirange
                            group by s.cell_no) c on c.cell_no = rc.cell_no
                      left join (
                           select o.unit_no, max(o.met_on) as met_on
                             from assessment.decision o
                            where o.withdrawn_on is null
                              and o.unit_no between :low and :high
                              and o.unit_no <@ :scope::int4multirange
                              and exists (select from assessment.decision_member dm
                                            join assessment.comment s on s.id = dm.comment_id
                                           where dm.decision_id = o.id
                                             and s.round_id = :id::uuid)
                            group by o.unit_no) d on d.unit_no = rc.cell_no
                     where rc.round_id = :id::uuid
                       and rc.cell_no between :low and :high
                       and rc.cell_no <@ :scope::int4multirange
                     order by u.code collate "C"
                    """);

    static final Sql YEARS =
            Sql.of(
                    """
                    select r.id, r.year, u.name as ward_name
                      from assessment.round r
                      join organisation.published_unit u
                        on u.no = r.unit_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                     where r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                     order by r.year desc, u.code collate "C"
                     limit 20
                    """);

    /** A round and what it does not hold yet. */
    record Round(
            UUID id,
            String wardName,
            int year,
            LocalDate openedOn,
            @Nullable LocalDate requestDue,
            @Nullable LocalDate reportDue,
            LocalDate meetingDue,
            LocalDate commentDue,
            @Nullable LocalDate confirmDue,
            LocalDate returnedDue,
            String rulebook,
            long unplaced,
            long newcomers) {
        /** Until when each step may be done, in their order. */
        String days() {
            StringBuilder out = new StringBuilder("Hạn từng bước: ");
            day(out, "nơi công tác xin ý kiến", requestDue);
            day(out, "đảng viên tự báo cáo", reportDue);
            day(out, "họp thống nhất", meetingDue);
            day(out, "chi bộ ký", commentDue);
            day(out, "Đảng ủy xác nhận", confirmDue);
            return out + "gửi trả " + Show.shortDate(returnedDue);
        }

        private static void day(StringBuilder out, String step, @Nullable LocalDate due) {
            if (due != null) {
                out.append(step).append(' ').append(Show.shortDate(due)).append(" · ");
            }
        }
    }

    /** One cell of the board. */
    record Cell(
            UUID cellId,
            String cellName,
            int registered,
            int exempt,
            long total,
            long ready,
            long signed,
            long confirmed,
            long returned,
            @Nullable LocalDate metOn) {

        String name() {
            return cellName.replaceFirst("^Chi bộ (.)", "$1");
        }

        List<Part> parts() {
            return List.of(
                    Part.of(returned, total, Tone.DONE),
                    Part.of(signed + confirmed, total, Tone.WAIT),
                    Part.of(ready, total, Tone.ACT));
        }

        /** How far, in words: what is furthest first. */
        String progress() {
            if (total == 0) {
                return "không có phiếu nào";
            }
            String all = Show.number(total);
            if (returned == total) {
                return all + " / " + all + " đã trả";
            }
            StringBuilder out = new StringBuilder(Show.number(returned) + " / " + all + " đã trả");
            add(out, confirmed, "chờ gửi trả");
            add(out, signed, "chờ xác nhận");
            add(out, ready, "chờ ký");
            add(out, total - returned - confirmed - signed - ready, "chưa soạn xong");
            return out.toString();
        }

        private static void add(StringBuilder out, long count, String words) {
            if (count > 0) {
                out.append(" · ").append(Show.number(count)).append(' ').append(words);
            }
        }

        /** Whether the meeting is on record, or how late it is. */
        Pill meeting(Round round, LocalDate today) {
            if (metOn != null) {
                return new Pill(Tone.DONE, "Đã họp " + Show.shortDate(metOn));
            }
            if (total == 0) {
                return new Pill(Tone.REST, "Không có phiếu");
            }
            long late = round.meetingDue().until(today, java.time.temporal.ChronoUnit.DAYS);
            return late > 0
                    ? new Pill(Tone.LATE, "Chưa ghi họp, quá hạn %d ngày".formatted(late))
                    : new Pill(
                            Tone.WAIT, "Chưa ghi họp, hạn " + Show.shortDate(round.meetingDue()));
        }

        /** What is past its day, or null. */
        @Nullable Pill late(Round round, LocalDate today) {
            if (total > 0 && returned < total && today.isAfter(round.returnedDue())) {
                return new Pill(
                        Tone.LATE, "Quá hạn gửi trả " + Show.shortDate(round.returnedDue()));
            }
            boolean unsigned = returned + confirmed + signed < total;
            return unsigned && today.isAfter(round.commentDue())
                    ? new Pill(Tone.LATE, "Quá hạn ký " + Show.shortDate(round.commentDue()))
                    : null;
        }
    }

    record Pill(Tone tone, String text) {}

    record Year(UUID id, int year, String wardName) {
        String ward() {
            return wardName.replaceFirst("^Đảng bộ ", "");
        }
    }

    private final Db db;

    RoundQueries(Db db) {
        this.db = db;
    }

    Optional<Round> round(Scope scope, @Nullable UUID id) {
        return db.one(scope, ROUND, Round.class, "id", id);
    }

    List<Cell> board(Scope scope, UUID round) {
        return db.list(scope, BOARD, Cell.class, "id", round);
    }

    List<Year> years(Scope scope) {
        return db.list(scope, YEARS, Year.class);
    }
}
