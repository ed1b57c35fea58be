package vn.ganbo.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps and lists bulletins and the copies of the workplaces. */
@Component
class BulletinStore {
    /** The committees that introduced somebody who stands on the register of the unit today. */
    static final Sql WORKPLACES =
            Sql.of(
                    """
                    select distinct i.from_no
                      from liaison.published_contact c
                      join liaison.published_introduction i on i.id = c.introduction_id
                     where c.valid @> :today::date
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into exchange.bulletin
                           (unit_no, id, title, body, signed_by, signed_post, sent_on, sent_at, sent_by)
                    values (:unit::int, :id::uuid, :title, :body, :signer, :post, :on::date,
                            :at::timestamptz, :who)
                    """);

    static final Sql ADD_COPIES =
            Sql.of(
                    """
                    insert into exchange.bulletin_copy (unit_no, work_no, bulletin_id)
                    select :unit::int, x.work_no, :id::uuid
                      from unnest(:works::int[]) as x (work_no)
                    """);

    /** For the residence all copies are counted, for a workplace its own. */
    static final Sql LIST =
            Sql.of(
                    """
                    select b.id, b.title, u.name as from_name, b.sent_on, count(*) as copies,
                           count(c.acknowledged_on) as acknowledged
                      from exchange.bulletin b
                      join exchange.bulletin_copy c on c.bulletin_id = b.id
                      join organisation.published_unit u on u.no = b.unit_no and u.valid @> :today::date
                     where ((c.unit_no between :low and :high and c.unit_no <@ :scope::int4multirange)
                            or (c.work_no between :low and :high and c.work_no <@ :scope::int4multirange))
                     group by b.id, b.title, u.name, b.sent_on, b.sent_at
                     order by b.sent_at desc, b.id
                     limit :size::int
                    """);

    static final Sql ONE =
            Sql.of(
                    """
                    select b.id, b.unit_no, u.name as from_name, b.title, b.body, b.signed_by, b.signed_post,
                           b.sent_on
                      from exchange.bulletin b
                      join organisation.published_unit u on u.no = b.unit_no and u.valid @> :today::date
                     where b.id = :id::uuid
                    """);

    static final Sql COPIES =
            Sql.of(
                    """
                    select c.work_no, u.name, c.acknowledged_on, c.acknowledged_by
                      from exchange.bulletin_copy c
                      join organisation.published_unit u on u.no = c.work_no and u.valid @> :today::date
                     where c.bulletin_id = :id::uuid
                       and ((c.unit_no between :low and :high and c.unit_no <@ :scope::int4multirange)
                            or (c.work_no between :low and :high and c.work_no <@ :scope::int4multirange))
                     order by u.name
                    """);

    static final Sql ACKNOWLEDGE =
            Sql.of(
                    """
                    update exchange.bulletin_copy c
                       set acknowledged_on = :on::date,
                           acknowledged_by = :who
                     where c.bulletin_id = :id::uuid
                       and c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                       and c.acknowledged_on is null
                    """);

    /** Of the ward, the cell and the group where the member stands today. */
    static final Sql MINE =
            Sql.of(
                    """
                    select b.id, b.unit_no, u.name as from_name, b.title, b.body, b.signed_by, b.signed_post,
                           b.sent_on
                      from exchange.bulletin b
                      join organisation.published_unit u on u.no = b.unit_no and u.valid @> :today::date
                     where exists (select from liaison.published_contact c
                                    where c.member_id = :self::uuid
                                      and upper_inf(c.valid)
                                      and b.unit_no in (c.ward_no, c.cell_no, c.group_no))
                     order by b.sent_at desc, b.id
                     limit :size::int
                    """);

    /** One line of the list. */
    record Line(
            UUID id,
            String title,
            String fromName,
            LocalDate sentOn,
            long copies,
            long acknowledged) {}

    /** One bulletin as it was sent. */
    record Bulletin(
            UUID id,
            int unitNo,
            String fromName,
            String title,
            String body,
            String signedBy,
            String signedPost,
            LocalDate sentOn) {}

    /** The copy of one workplace. */
    record Copy(
            int workNo,
            String name,
            @Nullable LocalDate acknowledgedOn,
            @Nullable String acknowledgedBy) {}

    private final Db db;

    BulletinStore(Db db) {
        this.db = db;
    }

    List<Integer> workplaces(Scope scope) {
        return db.list(scope, WORKPLACES, row -> row.getInt("from_no"));
    }

    void add(
            Scope scope,
            UUID id,
            Bulletins.NewBulletin bulletin,
            Signer signer,
            List<Integer> works,
            Stamp stamp) {
        db.update(
                scope,
                ADD,
                "unit",
                stamp.unitNo(),
                "id",
                id,
                "title",
                bulletin.title(),
                "body",
                bulletin.body(),
                "signer",
                signer.name(),
                "post",
                signer.post(),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        db.update(
                scope,
                ADD_COPIES,
                "unit",
                stamp.unitNo(),
                "id",
                id,
                "works",
                works.toArray(Integer[]::new));
    }

    /** The newest, at most so many; all for null. */
    List<Line> list(Scope scope, @Nullable Integer size) {
        return db.list(scope, LIST, Line.class, "size", size);
    }

    /** What the residence of the member who is signed in has sent; all for null. */
    List<Bulletin> mine(Scope scope, @Nullable Integer size) {
        return db.list(scope, MINE, Bulletin.class, "size", size);
    }

    Optional<Bulletin> one(Scope scope, UUID id) {
        return db.one(scope, ONE, Bulletin.class, "id", id);
    }

    List<Copy> copies(Scope scope, UUID id) {
        return db.list(scope, COPIES, Copy.class, "id", id);
    }

    int acknowledge(Scope scope, UUID id, Stamp stamp) {
        return db.update(scope, ACKNOWLEDGE, "id", id, "on", stamp.on(), "who", stamp.who());
    }
}
