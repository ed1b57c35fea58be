package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.access.Offices;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/** Chức vụ: who holds which role at which organisation, for which period. */
@Component
class OfficeStore implements Offices {
    static final Sql PRESENT =
            Sql.byKey(
                    """
                    select w.stamp, w.locked, w.must_change, w.tree, w.id, w.person_id, w.full_name,
                           w.member_id, w.unit_no, w.unit_id, w.unit_name, w.role, w.title, w.since, w.until
                      from member.present(:scope, :account::uuid, :on::date) w
                    """);

    static final Sql OF =
            Sql.byKey(
                    """
                    select o.id, o.person_id, p.full_name, p.member_id, o.unit_no, u.id as unit_id,
                           u.name as unit_name, o.role, o.title, lower(o.valid) as since,
                           upper(o.valid) - 1 as until
                      from member.office o
                      join member.person p on p.id = o.person_id
                      join organisation.published_unit u on u.no = o.unit_no and u.valid @> :on::date
                     where o.person_id = :person::uuid
                       and o.valid @> :on::date
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                     order by o.role = 'MEMBER', lower(o.valid), o.id
                    """);

    static final Sql FIND =
            Sql.byKey(
                    """
                    select o.id, o.person_id, p.full_name, p.member_id, o.unit_no, u.id as unit_id,
                           u.name as unit_name, o.role, o.title, lower(o.valid) as since,
                           upper(o.valid) - 1 as until
                      from member.office o
                      join member.person p on p.id = o.person_id
                      join organisation.published_unit u on u.no = o.unit_no and u.valid @> :today::date
                     where o.id = :office::uuid
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                    """);

    static final Sql OF_PERSONS =
            Sql.of(
                    """
                    select o.id, o.person_id, p.full_name, p.member_id, o.unit_no, u.id as unit_id,
                           u.name as unit_name, o.role, o.title, lower(o.valid) as since,
                           upper(o.valid) - 1 as until
                      from member.office o
                      join member.person p on p.id = o.person_id
                      join organisation.published_unit u on u.no = o.unit_no and u.valid @> :on::date
                     where o.person_id = any (:persons::uuid[])
                       and (upper_inf(o.valid) or upper(o.valid) > :on::date)
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                     order by o.person_id, o.role = 'MEMBER', lower(o.valid), o.id
                    """);

    static final Sql WITHIN =
            Sql.of(
                    """
                    select o.id, o.person_id, p.full_name, p.member_id, o.unit_no, u.id as unit_id,
                           u.name as unit_name, o.role, o.title, lower(o.valid) as since,
                           upper(o.valid) - 1 as until
                      from member.office o
                      join member.person p on p.id = o.person_id
                      join organisation.published_unit u on u.no = o.unit_no and u.valid @> :on::date
                     where (upper_inf(o.valid) or upper(o.valid) > :on::date)
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                       and (:role::text is null or o.role = :role::text)
                       and (:words::text is null or p.folded like :words::text)
                     order by p.sort_key, u.name, o.id
                     limit :size
                    offset :skip
                    """);

    static final Sql COUNT =
            Sql.of(
                    """
                    select count(*)
                      from member.office o
                      join member.person p on p.id = o.person_id
                     where (upper_inf(o.valid) or upper(o.valid) > :on::date)
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                       and (:role::text is null or o.role = :role::text)
                       and (:words::text is null or p.folded like :words::text)
                    """);

    static final Sql PEOPLE =
            Sql.of(
                    """
                    select x.person_id, x.member_id, x.full_name, x.hint
                      from (select p.id as person_id, m.id as member_id, m.full_name, u.name as hint, m.sort_key
                              from member.member m
                              join organisation.published_unit u on u.no = m.work_no and u.valid @> :today::date
                              left join member.person p on p.member_id = m.id
                             where m.work_no between :low and :high
                               and m.work_no <@ :scope::int4multirange
                               and m.folded like :words::text
                             union all
                            select distinct p.id, null::uuid, p.full_name, o.title, p.sort_key
                              from member.person p
                              join member.office o on o.person_id = p.id
                             where p.member_id is null
                               and o.unit_no between :low and :high
                               and o.unit_no <@ :scope::int4multirange
                               and p.folded like :words::text) x
                     order by x.sort_key
                     limit 20
                    """);

    static final Sql NAME =
            Sql.of(
                    """
                    select p.full_name
                      from member.person p
                     where p.id = :person::uuid
                    """);

    static final Sql MEMBER_WITHIN =
            Sql.of(
                    """
                    select m.id
                      from member.person p
                      join member.member m on m.id = p.member_id
                     where p.id = :person::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql PERSON_OF_MEMBER =
            Sql.of(
                    """
                    select p.id
                      from member.person p
                     where p.member_id = :member::uuid
                    """);

    static final Sql ADD_PERSON_OF_MEMBER =
            Sql.of(
                    """
                    insert into member.person (id, member_id, full_name, folded, sort_key)
                    select :id::uuid, m.id, m.full_name, m.folded, m.sort_key
                      from member.member m
                     where m.id = :member::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql ADD_PERSON =
            Sql.of(
                    """
                    insert into member.person (id, full_name, folded, sort_key)
                    values (:id::uuid, :name, :folded, :sort_key)
                    """);

    static final Sql GRANT =
            Sql.of(
                    """
                    insert into member.office (id, person_id, unit_no, role, title, valid)
                    values (:id::uuid, :person::uuid, :unit, :role, :title,
                            daterange(:since::date, :until::date, '[]'))
                    """);

    static final Sql END =
            Sql.of(
                    """
                    update member.office o
                       set valid = daterange(lower(o.valid), :last::date, '[]')
                     where o.id = :office::uuid
                       and lower(o.valid) <= :last::date
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                    """);

    static final Sql TAKE_AWAY =
            Sql.of(
                    """
                    delete from member.office o
                     where o.id = :office::uuid
                       and lower(o.valid) > :last::date
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                    """);

    private final Db db;

    OfficeStore(Db db) {
        this.db = db;
    }

    private record Row(int stamp, boolean locked, boolean mustChange, long tree, Office office) {}

    @Override
    public Optional<Held> held(Scope scope, UUID account, LocalDate on) {
        List<Row> rows =
                db.alone(
                        scope,
                        PRESENT,
                        row ->
                                new Row(
                                        row.getInt("stamp"),
                                        row.getBoolean("locked"),
                                        row.getBoolean("must_change"),
                                        row.getLong("tree"),
                                        office(row)),
                        "account",
                        account,
                        "on",
                        on);
        return rows.stream()
                .findFirst()
                .map(first ->
                        new Held(
                                first.stamp(),
                                first.locked(),
                                first.mustChange(),
                                first.tree(),
                                rows.stream().map(Row::office).toList()));
    }

    @Override
    public List<Office> of(Scope scope, UUID person, LocalDate on) {
        return db.list(scope, OF, OfficeStore::office, "person", person, "on", on);
    }

    @Override
    public Optional<Office> find(Scope scope, UUID office) {
        return db.one(scope, FIND, OfficeStore::office, "office", office);
    }

    @Override
    public List<Office> ofPersons(Scope scope, List<UUID> persons, LocalDate on) {
        return db.list(
                scope,
                OF_PERSONS,
                OfficeStore::office,
                "persons",
                persons.toArray(UUID[]::new),
                "on",
                on);
    }

    @Override
    public List<Office> within(
            Scope scope, LocalDate on, String words, @Nullable Role role, int limit, int offset) {
        return db.list(
                scope,
                WITHIN,
                OfficeStore::office,
                "on",
                on,
                "words",
                like(words),
                "role",
                role == null ? null : role.name(),
                "size",
                limit,
                "skip",
                offset);
    }

    @Override
    public long count(Scope scope, LocalDate on, String words, @Nullable Role role) {
        return db.number(
                scope,
                COUNT,
                "on",
                on,
                "words",
                like(words),
                "role",
                role == null ? null : role.name());
    }

    @Override
    public List<Person> people(Scope scope, String words) {
        String like = like(words);
        return like == null ? List.of() : db.list(scope, PEOPLE, Person.class, "words", like);
    }

    @Override
    public Optional<UUID> memberWithin(Scope scope, UUID person) {
        return db.one(
                scope, MEMBER_WITHIN, row -> row.getObject("id", UUID.class), "person", person);
    }

    @Override
    public Optional<String> nameOf(Scope scope, UUID person) {
        return db.one(scope, NAME, row -> row.getString("full_name"), "person", person);
    }

    @Override
    @Transactional
    public UUID person(Viewer viewer, @Nullable UUID memberId, String fullName) {
        UUID id = Ids.next();
        if (memberId == null) {
            String name = Texts.clean(fullName);
            db.update(
                    viewer.scope(),
                    ADD_PERSON,
                    "id",
                    id,
                    "name",
                    name,
                    "folded",
                    Texts.folded(name),
                    "sort_key",
                    Texts.sortKey(name));
            return id;
        }
        Optional<UUID> known =
                db.one(
                        viewer.scope(),
                        PERSON_OF_MEMBER,
                        row -> row.getObject("id", UUID.class),
                        "member",
                        memberId);
        if (known.isPresent()) {
            return known.get();
        }
        if (db.update(viewer.scope(), ADD_PERSON_OF_MEMBER, "id", id, "member", memberId) == 0) {
            throw new NotFound();
        }
        return id;
    }

    @Override
    @Transactional
    public UUID grant(Viewer viewer, Grant grant) {
        UUID id = Ids.next();
        db.update(
                viewer.scope(),
                GRANT,
                "id",
                id,
                "person",
                grant.personId(),
                "unit",
                grant.unitNo(),
                "role",
                grant.role().name(),
                "title",
                grant.title(),
                "since",
                grant.since(),
                "until",
                grant.until());
        return id;
    }

    @Override
    @Transactional
    public boolean end(Viewer viewer, UUID office, LocalDate lastDay) {
        return db.update(viewer.scope(), END, "office", office, "last", lastDay) > 0
                || db.update(viewer.scope(), TAKE_AWAY, "office", office, "last", lastDay) > 0;
    }

    private static @Nullable String like(String words) {
        String folded = Texts.folded(words).replace("\\", "").replace("%", "").replace("_", "");
        return folded.isEmpty() ? null : "%" + folded.replace(' ', '%') + "%";
    }

    private static Office office(ResultSet row) throws SQLException {
        return new Office(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("full_name"),
                row.getObject("member_id", UUID.class),
                row.getInt("unit_no"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                Role.valueOf(row.getString("role")),
                row.getString("title"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }
}
