package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.regulation.SlipForm;

/** Comments at a glance, for the register and the member's page. */
@Component
class CommentGlances {
    private static final String SEEN =
            """
            select c.id, c.member_id, c.year, c.state, c.complete, c.cell_signed_on,
                   c.returned_on
              from assessment.comment c
             where c.member_id = any (:members::uuid[])
               and (c.unit_no between :low and :high and c.unit_no <@ :scope::int4multirange
                    or c.state = 'RETURNED'
                       and (c.member_id = :self::uuid
                            or exists (select from member.published_standing m
                                        where m.id = c.member_id
                                          and m.work_no between :low and :high
                                          and m.work_no <@ :scope::int4multirange)))
            """;

    private static final String NEWEST_FIRST = " order by c.year desc, c.id desc";

    static final Sql OF_MEMBERS = Sql.of(SEEN + NEWEST_FIRST);

    static final Sql OF_YEAR = Sql.of(SEEN + "   and c.year = :year::int\n" + NEWEST_FIRST);

    /** What the cell has signed: a draft says nothing yet. */
    static final Sql SIGNED =
            Sql.of(
                    """
                    select c.member_id, c.form, c.answers::text as answers, c.rulebook,
                           c.cell_signed_on
                      from assessment.comment c
                     where c.member_id = any (:members::uuid[])
                       and c.year = :year::int
                       and c.cell_signed_on is not null
                       and (c.unit_no between :low and :high and c.unit_no <@ :scope::int4multirange
                            or c.state = 'RETURNED'
                               and exists (select from member.published_standing m
                                            where m.id = c.member_id
                                              and m.work_no between :low and :high
                                              and m.work_no <@ :scope::int4multirange))
                     order by c.cell_signed_on desc, c.id desc
                    """);

    /** A signed slip's answers. */
    record Signed(
            UUID memberId,
            SlipForm form,
            String answers,
            String rulebook,
            LocalDate cellSignedOn) {}

    /** One slip. */
    record Glance(
            UUID id,
            UUID memberId,
            int year,
            CommentState state,
            boolean complete,
            @Nullable LocalDate cellSignedOn,
            @Nullable LocalDate returnedOn) {

        Tone tone() {
            return state == CommentState.DRAFT && !complete ? Tone.REST : CommentTone.of(state);
        }

        /** Short, for a column. */
        String mark() {
            return switch (state) {
                case DRAFT -> complete ? "Chờ ký" : "Chưa soạn xong";
                case CELL_SIGNED -> "Chờ xác nhận";
                case COMMUNE_CONFIRMED -> "Chờ gửi trả";
                case RETURNED -> "Đã trả " + Show.shortDate(returnedOn);
            };
        }

        /** In words. */
        String spoken() {
            return returnedOn == null
                    ? Labels.of(state)
                    : Labels.of(state) + " ngày " + Show.date(returnedOn);
        }
    }

    private final Db db;

    CommentGlances(Db db) {
        this.db = db;
    }

    /** Slips of a year that the scope may see, newest first. */
    List<Glance> of(Scope scope, Collection<UUID> members, int year) {
        return db.list(
                scope,
                OF_YEAR,
                Glance.class,
                "members",
                members.toArray(UUID[]::new),
                "year",
                year);
    }

    /** Signed slips of a year that the scope may see, latest first. */
    List<Signed> signed(Scope scope, Collection<UUID> members, int year) {
        return db.list(
                scope, SIGNED, Signed.class, "members", members.toArray(UUID[]::new), "year", year);
    }
}
