package vn.ganbo.liaison;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.liaison.IntroductionStore.NewLetter;
import vn.ganbo.member.Newcomer;

/** Keeps letters of which one side is on paper. */
@Component
class PaperLetterStore {
    static final Sql RECEIVE =
            Sql.of(
                    """
                    insert into liaison.introduction
                           (from_no, work_no, to_no, res_no, id, member_id, state, number, issued_on,
                            sent_on, exempt, rulebook, changed_at, changed_by)
                    values (:from_no::int, :from_no::int, :ward::int, :ward::int, :id::uuid, :member::uuid,
                            'SENT', :number, :date::date, :date::date, :exempt, :rulebook,
                            :at::timestamptz, :who)
                    """);

    static final Sql CAME_BEFORE =
            Sql.of(
                    """
                    select i.id, s.on_date
                      from liaison.introduction i
                      join liaison.introduction_step s on s.introduction_id = i.id and s.no = 1
                     where i.from_no = :from_no::int
                       and i.number = :number
                       and i.issued_on = :date::date
                       and i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                     limit 1
                    """);

    static final Sql NAMESAKES =
            Sql.of(
                    """
                    select c.introduction_id as letter, c.full_name, u.name as unit
                      from liaison.contact c
                      join organisation.published_unit u on u.no = c.unit_no and u.valid @> :today::date
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and upper_inf(c.valid)
                       and c.folded = :folded
                       and (c.birth is null or :birth::date is null
                            or extract(year from c.birth) = extract(year from :birth::date))
                     order by c.sort_key, c.id
                     limit 5
                    """);

    static final Sql ISSUED =
            Sql.of(
                    """
                    select i.id
                      from liaison.introduction i
                     where i.number = :number
                       and i.issued_on = :date::date
                       and i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                     limit 1
                    """);

    static final Sql OF_PAPER =
            Sql.of(
                    """
                    select i.id
                      from liaison.introduction i
                     where :paper::uuid in (i.paper_id, i.acknowledgement_paper_id)
                       and ((i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                            or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange))
                    """);

    static final Sql ON_PAPER = Sql.of("select liaison.on_paper(:ward::int, :on::date)");

    static final Sql THOSE_ON_PAPER =
            Sql.of(
                    """
                    select w.no
                      from unnest(:wards::int[]) as w (no)
                     where liaison.on_paper(w.no, :on::date)
                    """);

    static final Sql OPEN =
            Sql.of(
                    """
                    select liaison.open_on_paper(:letter::uuid, :contact::uuid, :on::date, :day::date,
                                                 :in_charge::text, :phone::text)
                    """);

    /** A letter that came, and the day on which it was entered. */
    record Before(UUID id, LocalDate onDate) {}

    private final Db db;

    PaperLetterStore(Db db) {
        this.db = db;
    }

    void receive(
            Scope scope,
            NewLetter letter,
            PaperLetters.Arrived arrived,
            String rulebook,
            Stamp stamp) {
        db.update(
                scope,
                RECEIVE,
                "from_no",
                letter.workNo(),
                "ward",
                letter.toNo(),
                "id",
                letter.id(),
                "member",
                letter.member(),
                "number",
                letter.number(),
                "date",
                arrived.date(),
                "exempt",
                letter.exempt(),
                "rulebook",
                rulebook,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    Optional<Before> cameBefore(Scope scope, int fromNo, String number, LocalDate date) {
        return db.one(
                scope,
                CAME_BEFORE,
                Before.class,
                "from_no",
                fromNo,
                "number",
                number,
                "date",
                date);
    }

    List<PaperLetters.Namesake> namesakes(Scope scope, Newcomer person) {
        PartialDate birth = person.birth();
        return db.list(
                scope,
                NAMESAKES,
                PaperLetters.Namesake.class,
                "folded",
                Texts.folded(person.fullName()),
                "birth",
                birth == null ? null : birth.date());
    }

    Optional<UUID> issued(Scope scope, String number, LocalDate date) {
        return db.one(
                scope,
                ISSUED,
                row -> row.getObject("id", UUID.class),
                "number",
                number,
                "date",
                date);
    }

    /** The letter to which a stored paper belongs. */
    Optional<UUID> ofPaper(Scope scope, UUID paper) {
        return db.one(scope, OF_PAPER, row -> row.getObject("id", UUID.class), "paper", paper);
    }

    boolean onPaper(Scope scope, int ward, LocalDate on) {
        return db.one(scope, ON_PAPER, row -> row.getBoolean(1), "ward", ward, "on", on)
                .orElse(false);
    }

    Set<Integer> onPaper(Scope scope, Collection<Integer> wards, LocalDate on) {
        return Set.copyOf(
                db.list(
                        scope,
                        THOSE_ON_PAPER,
                        row -> row.getInt(1),
                        "wards",
                        wards.toArray(Integer[]::new),
                        "on",
                        on));
    }

    void open(
            Scope scope,
            UUID letter,
            LocalDate on,
            LocalDate today,
            @Nullable String inCharge,
            @Nullable String phone) {
        db.number(
                scope,
                OPEN,
                "letter",
                letter,
                "contact",
                Ids.next(),
                "on",
                on,
                "day",
                today,
                "in_charge",
                inCharge,
                "phone",
                phone);
    }
}
