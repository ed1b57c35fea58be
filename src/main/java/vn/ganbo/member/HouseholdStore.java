package vn.ganbo.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps which members at a residence are of one family. */
@Component
class HouseholdStore {
    /** The household a member is in today. */
    static final Sql OF =
            Sql.of(
                    """
                    select l.household_id
                      from member.household_link l
                      join member.member m on m.id = l.member_id
                     where l.member_id = :member::uuid
                       and l.valid @> :today::date
                       and m.res_no between :low and :high
                       and m.res_no <@ :scope::int4multirange
                    """);

    /**
     * Those who are of the family, those who give the same address, and those who are looked for by
     * name, in this order.
     */
    static final Sql CANDIDATES =
            Sql.of(
                    """
                    select m.id, m.full_name, m.birth, m.birth_precision, m.residence_address,
                           coalesce(l.household_id = :household::uuid, false) as linked
                      from member.member m
                      left join member.household_link l on l.member_id = m.id and l.valid @> :today::date
                     where m.res_no between :low and :high
                       and m.res_no <@ :scope::int4multirange
                       and m.id <> :member::uuid
                       and (l.household_id = :household::uuid
                            or m.residence_address = :address::text
                            or m.folded like :words::text)
                     order by linked desc, m.residence_address is distinct from :address::text, m.sort_key,
                              m.id
                     limit 50
                    """);

    static final Sql LEAVE =
            Sql.of(
                    """
                    update member.household_link l
                       set valid = daterange(lower(l.valid), :today::date)
                      from member.member m
                     where l.member_id = any (:members::uuid[])
                       and l.valid @> :today::date
                       and m.id = l.member_id
                       and m.res_no between :low and :high
                       and m.res_no <@ :scope::int4multirange
                    """);

    static final Sql LINK =
            Sql.of(
                    """
                    insert into member.household_link (id, household_id, member_id, valid)
                    select n.id, :household::uuid, m.id, daterange(:today::date, null)
                      from unnest(:ids::uuid[], :members::uuid[]) as n (id, member_id)
                      join member.member m on m.id = n.member_id
                     where m.res_no between :low and :high
                       and m.res_no <@ :scope::int4multirange
                    """);

    private final Db db;

    HouseholdStore(Db db) {
        this.db = db;
    }

    /** Somebody who may be of the family; linked when already so. */
    record Candidate(
            UUID id,
            String fullName,
            java.time.@Nullable LocalDate birth,
            @Nullable String birthPrecision,
            @Nullable String residenceAddress,
            boolean linked) {
        String shownBirth() {
            vn.ganbo.kernel.PartialDate date = MemberQueries.partial(birth, birthPrecision);
            return date == null ? "" : date.shown();
        }
    }

    @Nullable UUID of(Scope scope, UUID member) {
        return db.one(scope, OF, row -> row.getObject("household_id", UUID.class), "member", member)
                .orElse(null);
    }

    List<Candidate> candidates(
            Scope scope, MemberSummary member, @Nullable UUID household, String typed) {
        String like = new Search(typed, null, null, "", Search.FIRST).like();
        return db.list(
                scope,
                CANDIDATES,
                Candidate.class,
                "member",
                member.id(),
                "household",
                household,
                "address",
                member.residenceAddress(),
                "words",
                like);
    }

    /** From today on these and no others are the family. */
    int link(Scope scope, UUID household, List<UUID> members) {
        return db.update(
                scope,
                LINK,
                "household",
                household,
                "members",
                members.toArray(UUID[]::new),
                "ids",
                members.stream().map(_ -> Ids.next()).toArray(UUID[]::new));
    }

    void leave(Scope scope, List<UUID> members) {
        db.update(scope, LEAVE, "members", members.toArray(UUID[]::new));
    }
}
