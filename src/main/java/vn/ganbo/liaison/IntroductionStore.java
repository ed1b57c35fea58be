package vn.ganbo.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps letters and their steps; one letter or two hundred are the same statement. */
@Component
class IntroductionStore {
    /** Who can be introduced, in the order in which numbers are given: by cell, then given name. */
    static final Sql READY =
            Sql.of(
                    """
                    select m.id as member_id, m.full_name, m.work_no, t.no as to_no,
                           exists (select from liaison.introduction i
                                    where i.member_id = m.id
                                      and i.state in ('ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED'))
                               as introduced,
                           exists (select from member.published_exemption e
                                    where e.member_id = m.id and e.kind = 'MEETINGS'
                                      and e.valid @> :on::date) as exempt,
                           exists (select from member.published_exemption e
                                    where e.member_id = m.id and e.kind = 'INTRODUCTION'
                                      and e.valid @> :on::date) as not_introduced
                      from member.published_member m
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :on::date
                      left join organisation.published_unit t
                             on t.commune_code = m.residence_commune and t.kind = 'COMMUNE'
                            and t.valid @> :on::date
                     where m.id = any (:members::uuid[])
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                     order by w.code collate "C", m.sort_key, m.id
                    """);

    static final Sql ISSUE =
            Sql.of(
                    """
                    insert into liaison.introduction
                           (from_no, work_no, to_no, res_no, id, member_id, state, number, issued_on,
                            exempt, rulebook, changed_at, changed_by)
                    select :from_no::int, x.work_no, x.to_no, x.to_no, x.id, x.member_id, 'ISSUED',
                           x.number, :on::date, x.exempt, :rulebook, :at::timestamptz, :who
                      from unnest(:ids::uuid[], :members::uuid[], :works::int[], :tos::int[],
                                  :numbers::text[], :exempts::boolean[])
                        as x (id, member_id, work_no, to_no, number, exempt)
                    """);

    static final Sql STEP =
            Sql.of(
                    """
                    insert into liaison.introduction_step
                           (introduction_id, no, state, at, on_date, unit_no, who, note)
                    select i.id,
                           1 + (select count(*) from liaison.introduction_step s where s.introduction_id = i.id),
                           :state, :at::timestamptz, :on::date, :unit::int, :who, :note::text
                      from liaison.introduction i
                     where i.id = any (:ids::uuid[])
                    """);

    static final Sql ADVANCE =
            Sql.of(
                    """
                    update liaison.introduction i
                       set state = :to,
                           res_no = coalesce(:res_no::int, i.res_no),
                           sent_on = case when :to = 'SENT' then :on::date else i.sent_on end,
                           acknowledged_on = case when i.acknowledged_on is null
                                                   and :to in ('ACKNOWLEDGED', 'PLACED')
                                                  then :on::date else i.acknowledged_on end,
                           returned_because = :because::text,
                           due_on = null,
                           reminded_on = null,
                           escalated_on = null,
                           version = i.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where i.id = any (:ids::uuid[])
                       and i.state = any (:from::text[])
                       and (:version::int is null or i.version = :version::int)
                       and ((i.from_no between :low and :high and i.from_no <@ :scope::int4multirange)
                            or (i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                            or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange))
                    """);

    static final Sql SETTLE =
            Sql.of(
                    """
                    update liaison.introduction i
                       set settled_on = :on::date,
                           settled_why = :why,
                           version = i.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where i.id = :id::uuid
                       and i.version = :version
                       and i.state = 'RETURNED'
                       and i.settled_on is null
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                    """);

    static final Sql LAST_CHANGE =
            Sql.of(
                    """
                    select i.changed_by, i.changed_at
                      from liaison.introduction i
                     where i.id = any (:ids::uuid[])
                     order by i.changed_at desc
                     limit 1
                    """);

    static final Sql BY_WARD =
            Sql.of(
                    """
                    select i.to_no, i.member_id
                      from liaison.introduction i
                     where i.id = any (:ids::uuid[])
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                    """);

    record Ready(
            UUID memberId,
            String fullName,
            int workNo,
            @Nullable Integer toNo,
            boolean introduced,
            boolean exempt,
            boolean notIntroduced) {}

    record Change(String changedBy, Instant changedAt) {}

    private final Db db;

    IntroductionStore(Db db) {
        this.db = db;
    }

    List<Ready> ready(Scope scope, Collection<UUID> members, LocalDate on) {
        return db.list(
                scope, READY, Ready.class, "members", members.toArray(UUID[]::new), "on", on);
    }

    void issue(Scope scope, List<NewLetter> letters, Stamp stamp, int fromNo, String rulebook) {
        db.update(
                scope,
                ISSUE,
                "from_no",
                fromNo,
                "rulebook",
                rulebook,
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who(),
                "ids",
                letters.stream().map(NewLetter::id).toArray(UUID[]::new),
                "members",
                letters.stream().map(NewLetter::member).toArray(UUID[]::new),
                "works",
                letters.stream().map(NewLetter::workNo).toArray(Integer[]::new),
                "tos",
                letters.stream().map(NewLetter::toNo).toArray(Integer[]::new),
                "numbers",
                letters.stream().map(NewLetter::number).toArray(String[]::new),
                "exempts",
                letters.stream().map(NewLetter::exempt).toArray(Boolean[]::new));
    }

    void step(
            Scope scope,
            Collection<UUID> ids,
            LetterState state,
            Stamp stamp,
            @Nullable String note) {
        db.update(
                scope,
                STEP,
                "ids",
                ids.toArray(UUID[]::new),
                "state",
                state.name(),
                "at",
                stamp.at(),
                "on",
                stamp.on(),
                "unit",
                stamp.unitNo(),
                "who",
                stamp.who(),
                "note",
                note);
    }

    /** Returns how many letters took the step; fewer than asked means that somebody was faster. */
    int advance(
            Scope scope,
            Collection<UUID> ids,
            LetterState to,
            Stamp stamp,
            @Nullable Integer resNo,
            @Nullable Integer version,
            @Nullable ReturnReason because) {
        return db.update(
                scope,
                ADVANCE,
                "ids",
                ids.toArray(UUID[]::new),
                "from",
                IntroductionLifecycle.before(to).stream().map(Enum::name).toArray(String[]::new),
                "to",
                to.name(),
                "res_no",
                resNo,
                "version",
                version,
                "because",
                because == null ? null : because.name(),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** The people of these letters by the ward they are sent to. */
    Map<Integer, List<UUID>> byWard(Scope scope, Collection<UUID> ids) {
        Map<Integer, List<UUID>> out = new HashMap<>();
        db.list(
                        scope,
                        BY_WARD,
                        row ->
                                Map.entry(
                                        row.getInt("to_no"),
                                        row.getObject("member_id", UUID.class)),
                        "ids",
                        ids.toArray(UUID[]::new))
                .forEach(e ->
                        out.computeIfAbsent(e.getKey(), _ -> new ArrayList<>()).add(e.getValue()));
        return out;
    }

    /** Whether the letter had come back, was as it was read, and is settled now. */
    boolean settle(Scope scope, UUID id, int version, String why, Stamp stamp) {
        return db.update(
                        scope,
                        SETTLE,
                        "id",
                        id,
                        "version",
                        version,
                        "why",
                        why,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    Change lastChange(Scope scope, Collection<UUID> ids) {
        return db.one(scope, LAST_CHANGE, Change.class, "ids", ids.toArray(UUID[]::new))
                .orElseThrow(vn.ganbo.kernel.NotFound::new);
    }

    /** A letter about to be written. */
    record NewLetter(UUID id, UUID member, int workNo, int toNo, String number, boolean exempt) {}
}
