package vn.ganbo.liaison;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.member.MemberStatus;

/** Finds letters that a change of the record has overtaken, for the workplace. */
@Component
class ChangeQueries {
    /** Rows that a page lists. */
    private static final int MOST = 400;

    private static final String CHANGED =
            """
              from liaison.introduction i
              join member.published_member m on m.id = i.member_id
              join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
              join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
              left join organisation.published_unit n
                     on n.commune_code = m.residence_commune and n.kind = 'COMMUNE'
                    and n.valid @> :today::date
             where i.work_no between :low and :high
               and i.work_no <@ :scope::int4multirange
               and (i.state in ('ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED')
                    and (m.status in ('TRANSFERRED', 'STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED')
                         or n.no <> i.to_no)
                    or i.state = 'RETURNED'
                       and (i.settled_on is null or n.no <> i.to_no)
                       and m.status in ('OFFICIAL', 'PROBATIONARY')
                       and not exists (select from liaison.introduction later
                                        where later.member_id = i.member_id
                                          and later.id > i.id))
            """;

    static final Sql LIST =
            Sql.of(
                    """
                    select i.id, i.member_id, i.state, i.number, m.full_name, m.status, w.name as cell_name,
                           m.residence_address, t.name as to_name, n.name as new_name,
                           coalesce(n.no <> i.to_no, false) as elsewhere, i.returned_because,
                           case when m.status in ('TRANSFERRED', 'STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED')
                                then 'GONE'
                                when i.state = 'RETURNED' then 'RETURNED' else 'MOVED' end as change
                    """
                            + CHANGED
                            + """
                               and (:ids::uuid[] is null or i.id = any (:ids::uuid[]))
                             order by change, w.code collate "C", m.sort_key, i.id
                             limit :size::int
                            """);

    static final Sql COUNT = Sql.of("select count(*)\n" + CHANGED);

    /**
     * One letter and what overtook it.
     *
     * @param newName the committee of the commune that the record names today, or null
     * @param elsewhere whether that is another one than the letter went to
     */
    record Line(
            UUID id,
            UUID memberId,
            LetterState state,
            @Nullable String number,
            String fullName,
            MemberStatus status,
            String cellName,
            @Nullable String residenceAddress,
            String toName,
            @Nullable String newName,
            boolean elsewhere,
            @Nullable ReturnReason returnedBecause,
            LetterChange change) {

        /** What happened, in words. */
        String why() {
            return switch (change) {
                case GONE -> Labels.of(status);
                case MOVED -> "Nay cư trú ở nơi khác";
                case RETURNED ->
                        returnedBecause == null
                                ? "Nơi cư trú trả lại"
                                : "Trả lại: "
                                        + Labels.of(returnedBecause)
                                                .toLowerCase(java.util.Locale.ROOT);
            };
        }

        /** What the program proposes, in words. */
        String proposal() {
            if (change == LetterChange.GONE) {
                return "Thôi giới thiệu, báo hai bên";
            }
            String to = newName == null ? "" : Show.committee(newName);
            if (change == LetterChange.MOVED) {
                return "Kết thúc giấy cũ, lập giấy về " + to;
            }
            return elsewhere
                    ? "Lập giấy mới về " + to
                    : Labels.of(
                            "returnNext."
                                    + Objects.requireNonNullElse(
                                            returnedBecause, ReturnReason.OTHER));
        }

        /** A letter that came back is not sent to the same place again without a look. */
        boolean chosen() {
            return change != LetterChange.RETURNED || elsewhere;
        }
    }

    private final Db db;

    ChangeQueries(Db db) {
        this.db = db;
    }

    List<Line> list(Scope scope) {
        return db.list(scope, LIST, Line.class, "ids", null, "size", MOST);
    }

    /** All of them. */
    List<Line> all(Scope scope) {
        return db.list(scope, LIST, Line.class, "ids", null, "size", null);
    }

    /** Those of these letters that a change has overtaken. */
    List<Line> of(Scope scope, Collection<UUID> letters) {
        return db.list(scope, LIST, Line.class, "ids", letters.toArray(UUID[]::new), "size", null);
    }

    long count(Scope scope) {
        return db.number(scope, COUNT);
    }
}
