package vn.ganbo.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;

/** Keeps what the workplace changes of a member. */
@Component
class MemberStore {
    static final Sql MOVE = Sql.of("select member.move_residence(:members::uuid[], :res_no::int)");

    static final Sql CHANGE =
            Sql.of(
                    """
                    update member.member m
                       set full_name = :full_name,
                           other_name = :other_name,
                           folded = :folded,
                           initials = :initials,
                           sort_key = :sort_key,
                           birth = :birth::date,
                           birth_precision = :precision,
                           sex = :sex,
                           card_no = :card_no,
                           admitted = :admitted::date,
                           official = :official::date,
                           occupation = :occupation,
                           post = :post,
                           expertise = :expertise,
                           ready_to_help = :ready_to_help,
                           phone = :phone,
                           residence_address = :address,
                           residence_commune = :commune,
                           version = m.version + 1
                     where m.id = :id::uuid
                       and m.version = :version
                       and (m.work_no between :low and :high and m.work_no <@ :scope::int4multirange)
                    """);

    /** A personal ID number that was not typed anew stays. */
    static final Sql CHANGE_WORKPLACE_ONLY =
            Sql.of(
                    """
                    insert into member.workplace_only as w
                           (work_no, member_id, ethnicity, file_no, email, permanent_address, personal_id,
                            personal_id_mark)
                    values (:work_no, :id::uuid, :ethnicity, :file_no, :email, :permanent_address,
                            :personal_id::bytea, :personal_id_mark)
                        on conflict (member_id) do update
                       set ethnicity = excluded.ethnicity,
                           file_no = excluded.file_no,
                           email = excluded.email,
                           permanent_address = excluded.permanent_address,
                           personal_id = coalesce(excluded.personal_id, w.personal_id),
                           personal_id_mark = coalesce(excluded.personal_id_mark, w.personal_id_mark)
                    """);

    /** Row security refuses a cell out of the caller's scope. */
    static final Sql RECEIVE =
            Sql.of(
                    """
                    with added as (
                        insert into member.member
                               (work_no, id, full_name, folded, initials, sort_key, birth, birth_precision, sex,
                                admitted, official, status, post, phone, residence_address)
                        values (:cell::int, :id::uuid, :name, :folded, :initials, :sort_key, :birth::date,
                                :precision::text, :sex::text, :admitted::date, :official::date,
                                case when :official::date is null and :admitted::date is not null
                                     then 'PROBATIONARY' else 'OFFICIAL' end,
                                :post::text, :phone::text, :address::text)
                        returning id, work_no)
                    select count(*) from added
                    """);

    static final Sql PLACED =
            Sql.of(
                    """
                    insert into member.placement
                           (id, member_id, unit_no, valid, paper_no, paper_date, paper_issuer)
                    values (:placement::uuid, :id::uuid, :cell::int, daterange(:since::date, null), :number::text,
                            :on::date, :issuer::text)
                    """);

    /** Of the same name in the caller's cells, unless both births are known and differ. */
    static final Sql NAMESAKE =
            Sql.of(
                    """
                    select m.full_name || ', ' || u.name as who
                      from member.member m
                      join organisation.published_unit u on u.no = m.work_no and u.valid @> :today::date
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and m.folded = :folded
                       and (m.birth is null or :birth::date is null or m.birth = :birth::date)
                     order by m.id
                     limit 1
                    """);

    static final Sql PERSONAL_ID =
            Sql.of(
                    """
                    select w.personal_id
                      from member.workplace_only w
                     where w.member_id = :id::uuid
                       and w.work_no between :low and :high
                       and w.work_no <@ :scope::int4multirange
                    """);

    static final Sql CARD_TAKEN =
            Sql.of("select count(*) from member.cards_taken(:cards::text[]) as t (card_no)");

    static final Sql COMMUNES =
            Sql.of(
                    """
                    select c.code, c.name
                      from organisation.published_commune c
                     order by c.name, c.code
                    """);

    static final Sql TAKE_IN =
            Sql.of(
                    """
                    select member.take_in(:id::uuid, :work::int, :res::int, :name::text, :folded::text,
                                          :initials::text, :sort_key::text, :birth::date,
                                          :precision::text, :sex::text, :admitted::date, :official::date,
                                          :post::text, :phone::text, :address::text, :placement::uuid,
                                          :since::date)
                    """);

    private final Db db;

    MemberStore(Db db) {
        this.db = db;
    }

    /** A commune, with its name folded for comparing. */
    record Commune(String code, String name, String folded) {}

    void moveResidence(Scope scope, Collection<UUID> members, @Nullable Integer resNo) {
        db.number(scope, MOVE, "members", members.toArray(UUID[]::new), "res_no", resNo);
    }

    /** How many rows were changed: none where the version is an old one. */
    int change(Scope scope, UUID id, int version, RecordChange change) {
        PartialDate birth = change.birth();
        return db.update(
                scope,
                CHANGE,
                "id",
                id,
                "version",
                version,
                "full_name",
                change.fullName(),
                "other_name",
                change.otherName(),
                "folded",
                Texts.folded(change.fullName()),
                "initials",
                Texts.initials(change.fullName()),
                "sort_key",
                Texts.sortKey(change.fullName()),
                "birth",
                birth == null ? null : birth.date(),
                "precision",
                birth == null ? null : birth.precision().name(),
                "sex",
                change.sex() == null ? null : change.sex().name(),
                "card_no",
                change.cardNo(),
                "admitted",
                change.admitted(),
                "official",
                change.official(),
                "occupation",
                change.occupation(),
                "post",
                change.post(),
                "expertise",
                change.expertise(),
                "ready_to_help",
                change.readyToHelp(),
                "phone",
                change.phone(),
                "address",
                change.residenceAddress(),
                "commune",
                change.commune());
    }

    /** What the workplace and the person alone may read. */
    void changeWorkplaceOnly(
            Scope scope,
            MemberFile file,
            RecordChange change,
            byte @Nullable [] sealedId,
            @Nullable String mark) {
        db.update(
                scope,
                CHANGE_WORKPLACE_ONLY,
                "work_no",
                file.workNo(),
                "id",
                file.id(),
                "ethnicity",
                change.ethnicity(),
                "file_no",
                change.fileNo(),
                "email",
                change.email(),
                "permanent_address",
                change.permanentAddress(),
                "personal_id",
                sealedId,
                "personal_id_mark",
                mark);
    }

    /** The sealed personal ID number; none where it is not known. */
    byte[] personalId(Scope scope, UUID member) {
        return db.one(
                        scope,
                        PERSONAL_ID,
                        row -> orNothing(row.getBytes("personal_id")),
                        "id",
                        member)
                .orElse(new byte[0]);
    }

    private static byte[] orNothing(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    boolean cardTaken(Scope scope, String card) {
        return db.number(scope, CARD_TAKEN, "cards", new String[] {card}) > 0;
    }

    List<Commune> communes(Scope scope) {
        return db.list(
                scope,
                COMMUNES,
                row ->
                        new Commune(
                                row.getString("code"),
                                row.getString("name"),
                                Texts.folded(row.getString("name"))));
    }

    Optional<String> namesake(Scope scope, Newcomer person) {
        PartialDate birth = person.birth();
        return db.one(
                scope,
                NAMESAKE,
                row -> row.getString("who"),
                "folded",
                Texts.folded(person.fullName()),
                "birth",
                birth == null ? null : birth.date());
    }

    void receive(Scope scope, UUID id, int cellNo, Newcomer person, LocalDate since, Decided by) {
        PartialDate birth = person.birth();
        db.number(
                scope,
                RECEIVE,
                "id",
                id,
                "cell",
                cellNo,
                "name",
                person.fullName(),
                "folded",
                Texts.folded(person.fullName()),
                "initials",
                Texts.initials(person.fullName()),
                "sort_key",
                Texts.sortKey(person.fullName()),
                "birth",
                birth == null ? null : birth.date(),
                "precision",
                birth == null ? null : birth.precision().name(),
                "sex",
                person.sex() == null ? null : person.sex().name(),
                "admitted",
                person.admitted(),
                "official",
                person.official(),
                "post",
                person.post(),
                "phone",
                person.phone(),
                "address",
                person.address());
        db.update(
                scope,
                PLACED,
                "placement",
                Ids.next(),
                "id",
                id,
                "cell",
                cellNo,
                "since",
                since,
                "number",
                by.number(),
                "on",
                by.on(),
                "issuer",
                by.issuer());
    }

    void takeIn(Scope scope, UUID id, int workNo, int resNo, Newcomer person, LocalDate since) {
        PartialDate birth = person.birth();
        db.number(
                scope,
                TAKE_IN,
                "id",
                id,
                "work",
                workNo,
                "res",
                resNo,
                "name",
                person.fullName(),
                "folded",
                Texts.folded(person.fullName()),
                "initials",
                Texts.initials(person.fullName()),
                "sort_key",
                Texts.sortKey(person.fullName()),
                "birth",
                birth == null ? null : birth.date(),
                "precision",
                birth == null ? null : birth.precision().name(),
                "sex",
                person.sex() == null ? null : person.sex().name(),
                "admitted",
                person.admitted(),
                "official",
                person.official(),
                "post",
                person.post(),
                "phone",
                person.phone(),
                "address",
                person.address(),
                "placement",
                Ids.next(),
                "since",
                since);
    }
}
