package vn.ganbo.liaison;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps the register: one row is one person's period in one place of a residence. */
@Component
class ContactStore {
    static final Sql OPEN =
            Sql.of(
                    """
                    insert into liaison.contact
                           (ward_no, cell_no, group_no, work_no, id, introduction_id, member_id, valid,
                            full_name, folded, sort_key, birth, birth_precision, sex, admitted, official,
                            post, work_name, address, letter_number, letter_date, acknowledged_on,
                            in_charge_person, in_charge_name, in_charge_phone, exempt)
                    select i.to_no, :cell::int, :grp::int, i.work_no, :id::uuid, i.id, m.id,
                           daterange(:on::date, null), m.full_name, m.folded, m.sort_key, m.birth,
                           m.birth_precision, m.sex, m.admitted, m.official, m.post, f.name,
                           m.residence_address, i.number, i.issued_on, :on::date,
                           :person::uuid, :person_name::text, :phone::text,
                           exists (select from member.published_exemption e
                                    where e.member_id = m.id and e.kind = 'MEETINGS'
                                      and e.valid @> :on::date)
                      from liaison.introduction i
                      join member.published_member m on m.id = i.member_id
                      join organisation.published_unit f on f.no = i.from_no and f.valid @> :on::date
                     where i.id = :introduction::uuid
                       and i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                    """);

    static final Sql CURRENT =
            Sql.of(
                    """
                    select c.id, c.ward_no, c.cell_no, c.group_no, lower(c.valid) as since, c.member_id,
                           c.introduction_id, c.version
                      from liaison.contact c
                     where c.introduction_id = :introduction::uuid
                       and upper_inf(c.valid)
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    /** A change of place on the first day of the row corrects it; later it begins a new row. */
    static final Sql CORRECT =
            Sql.of(
                    """
                    update liaison.contact c
                       set cell_no = :cell::int,
                           group_no = :grp::int,
                           in_charge_person = :person::uuid,
                           in_charge_name = :person_name::text,
                           in_charge_phone = :phone::text,
                           version = c.version + 1
                     where c.id = :id::uuid
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql CLOSE =
            Sql.of(
                    """
                    update liaison.contact c
                       set valid = daterange(lower(c.valid), greatest(:on::date, lower(c.valid) + 1)),
                           left_because = :because::text,
                           version = c.version + 1
                     where c.id = :id::uuid
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql CONTINUE =
            Sql.of(
                    """
                    insert into liaison.contact
                           (ward_no, cell_no, group_no, work_no, id, continues, introduction_id, member_id,
                            valid, full_name, folded, sort_key, birth, birth_precision, sex, admitted,
                            official, post, work_name, address, letter_number, letter_date,
                            acknowledged_on, in_charge_person, in_charge_name, in_charge_phone,
                            exempt)
                    select c.ward_no, :cell::int, :grp::int, c.work_no, :new_id::uuid, c.id,
                           c.introduction_id, c.member_id, daterange(:on::date, null), c.full_name,
                           c.folded, c.sort_key, c.birth, c.birth_precision, c.sex, c.admitted,
                           c.official, c.post, c.work_name, c.address, c.letter_number, c.letter_date,
                           c.acknowledged_on, :person::uuid, :person_name::text, :phone::text,
                           c.exempt
                      from liaison.contact c
                     where c.id = :id::uuid
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    record Current(
            UUID id,
            int wardNo,
            @Nullable Integer cellNo,
            @Nullable Integer groupNo,
            LocalDate since,
            UUID memberId,
            UUID introductionId,
            int version) {}

    private final Db db;

    ContactStore(Db db) {
        this.db = db;
    }

    void open(Scope scope, UUID introduction, UUID id, Place place, LocalDate on) {
        db.update(
                scope,
                OPEN,
                "introduction",
                introduction,
                "id",
                id,
                "cell",
                place.cellNo(),
                "grp",
                place.groupNo(),
                "person",
                place.personId(),
                "person_name",
                place.personName(),
                "phone",
                place.phone(),
                "on",
                on);
    }

    Optional<Current> current(Scope scope, UUID introduction) {
        return db.one(scope, CURRENT, Current.class, "introduction", introduction);
    }

    void correct(Scope scope, UUID id, Place place) {
        db.update(
                scope,
                CORRECT,
                "id",
                id,
                "cell",
                place.cellNo(),
                "grp",
                place.groupNo(),
                "person",
                place.personId(),
                "person_name",
                place.personName(),
                "phone",
                place.phone());
    }

    void close(Scope scope, UUID id, LocalDate on, @Nullable String because) {
        db.update(scope, CLOSE, "id", id, "on", on, "because", because);
    }

    void continueIn(Scope scope, UUID id, UUID newId, Place place, LocalDate on) {
        db.update(
                scope,
                CONTINUE,
                "id",
                id,
                "new_id",
                newId,
                "cell",
                place.cellNo(),
                "grp",
                place.groupNo(),
                "person",
                place.personId(),
                "person_name",
                place.personName(),
                "phone",
                place.phone(),
                "on",
                on);
    }

    /** Where at the residence: all null is the ward itself. */
    record Place(
            @Nullable Integer cellNo,
            @Nullable Integer groupNo,
            @Nullable UUID personId,
            @Nullable String personName,
            @Nullable String phone) {

        /** The most exact unit, or null for the ward. */
        @Nullable Integer unitNo() {
            return groupNo != null ? groupNo : cellNo;
        }
    }
}
