package vn.ganbo.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.RegisterIntake;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.Members;

/**
 * Sổ theo dõi cũ: takes the lines of a register kept by hand into the register of this program. The
 * letter counts as placed, or as ended where somebody has left; the marks are kept as they stood.
 */
@Service
class RegisterTakeover implements RegisterIntake {
    /**
     * Also who left a register this year: a list of the whole year that was taken away names them.
     */
    static final Sql PRESENT =
            Sql.of(
                    """
                    select i.member_id
                      from unnest(:members::uuid[]) as n (id)
                      join liaison.introduction i on i.member_id = n.id
                     where (i.state in ('DRAFT', 'ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED')
                            or i.import_id is not null
                            or exists (select from liaison.contact c
                                        where c.introduction_id = i.id
                                          and upper(c.valid) >= date_trunc('year', :today::date)::date))
                       and ((i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                            or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange))
                    """);

    static final Sql ADD_LETTERS =
            Sql.of(
                    """
                    insert into liaison.introduction
                           (from_no, work_no, to_no, res_no, id, member_id, state, number, issued_on,
                            sent_on, acknowledged_on, exempt, rulebook, changed_at, changed_by, import_id)
                    select n.from_no, n.work_no, n.ward_no, coalesce(n.cell_no, n.ward_no), n.id, n.member_id,
                           n.state, n.number, n.letter_date, n.letter_date, n.received, n.exempt, :rulebook,
                           :at::timestamptz, :who, :import_id::uuid
                      from unnest(:ids::uuid[], :members::uuid[], :from_nos::int[], :work_nos::int[],
                                  :ward_nos::int[], :cell_nos::int[], :states::text[], :numbers::text[],
                                  :letter_dates::date[], :received::date[], :exempts::boolean[])
                           as n (id, member_id, from_no, work_no, ward_no, cell_no, state, number,
                                 letter_date, received, exempt)
                    """);

    static final Sql ADD_STEPS =
            Sql.of(
                    """
                    insert into liaison.introduction_step
                           (introduction_id, no, state, at, on_date, unit_no, who, note)
                    select n.id, 1, n.state, :at::timestamptz, n.start, n.ward_no, :who, n.remark
                      from unnest(:ids::uuid[], :states::text[], :starts::date[], :ward_nos::int[],
                                  :remarks::text[])
                           as n (id, state, start, ward_no, remark)
                    """);

    static final Sql ADD_CONTACTS =
            Sql.of(
                    """
                    insert into liaison.contact
                           (ward_no, cell_no, work_no, id, introduction_id, member_id, valid, full_name,
                            folded, sort_key, birth, birth_precision, sex, admitted, official, post,
                            work_name, address, letter_number, letter_date, acknowledged_on, exempt,
                            left_because, import_id)
                    select i.to_no, n.cell_no, i.work_no, n.contact_id, i.id, m.id,
                           daterange(n.start, n.until), m.full_name, m.folded, m.sort_key, m.birth,
                           m.birth_precision, m.sex, m.admitted, m.official, m.post, f.name,
                           m.residence_address, i.number, i.issued_on,
                           coalesce(i.acknowledged_on, n.start), i.exempt,
                           case when n.until is not null then n.remark end, :import_id::uuid
                      from unnest(:ids::uuid[], :contacts::uuid[], :cell_nos::int[], :starts::date[],
                                  :untils::date[], :remarks::text[])
                           as n (id, contact_id, cell_no, start, until, remark)
                      join liaison.introduction i on i.id = n.id
                      join member.published_member m on m.id = i.member_id
                      join organisation.published_unit f on f.no = i.from_no and f.valid @> :today::date
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                    """);

    static final Sql ADD_MARKS =
            Sql.of(
                    """
                    insert into liaison.past_mark (unit_no, work_no, contact_id, year, half, mark)
                    select c.unit_no, c.work_no, c.id, :year::int, n.half, n.mark
                      from unnest(:contacts::uuid[], :halves::int[], :marks::text[])
                           as n (contact_id, half, mark)
                      join liaison.contact c on c.id = n.contact_id
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql TAKE_BACK =
            Sql.of(
                    "select t.member_id from liaison.take_back_import(:import_id::uuid) as t (member_id)");

    private final Db db;
    private final Members members;
    private final Facts facts;
    private final Clock clock;

    RegisterTakeover(Db db, Members members, Facts facts, Clock clock) {
        this.db = db;
        this.members = members;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Set<UUID> present(Scope scope, Collection<UUID> asked) {
        return new HashSet<>(
                db.list(
                        scope,
                        PRESENT,
                        row -> row.getObject("member_id", UUID.class),
                        "members",
                        asked.toArray(UUID[]::new)));
    }

    @Override
    @Transactional
    public void keep(Viewer viewer, UUID importId, int year, String rulebook, List<Line> lines) {
        UUID[] letters = lines.stream().map(_ -> Ids.next()).toArray(UUID[]::new);
        UUID[] contacts = lines.stream().map(_ -> Ids.next()).toArray(UUID[]::new);
        write(viewer, importId, rulebook, lines, letters, contacts);
        marks(viewer, year, lines, contacts);
        move(viewer, lines);

        facts.tell(
                viewer,
                new LiaisonFacts.RegisterTakenOver(
                        importId, lines.stream().map(Line::member).toList()));
    }

    @Override
    @Transactional
    public List<UUID> takeBack(Viewer viewer, UUID importId) {
        return db.list(
                viewer.scope(),
                TAKE_BACK,
                row -> row.getObject("member_id", UUID.class),
                "import_id",
                importId);
    }

    private void write(
            Viewer viewer,
            UUID importId,
            String rulebook,
            List<Line> lines,
            UUID[] letters,
            UUID[] contacts) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        @Nullable Object[] all = {
            "ids", letters,
            "contacts", contacts,
            "import_id", importId,
            "rulebook", rulebook,
            "at", now,
            "who", viewer.name(),
            "members", lines.stream().map(Line::member).toArray(UUID[]::new),
            "from_nos", lines.stream().map(Line::fromNo).toArray(Integer[]::new),
            "work_nos", lines.stream().map(Line::workNo).toArray(Integer[]::new),
            "ward_nos", lines.stream().map(Line::wardNo).toArray(Integer[]::new),
            "cell_nos", lines.stream().map(Line::cellNo).toArray(Integer[]::new),
            "states", texts(lines, line -> state(line).name()),
            "numbers", texts(lines, Line::letterNumber),
            "letter_dates", texts(lines, line -> iso(line.letterDate())),
            "received", texts(lines, line -> iso(line.received())),
            "starts", texts(lines, line -> iso(line.start())),
            "untils", texts(lines, line -> iso(line.end())),
            "remarks", texts(lines, Line::remark),
            "exempts", lines.stream().map(Line::exempt).toArray(Boolean[]::new)
        };
        db.update(viewer.scope(), ADD_LETTERS, all);
        db.update(viewer.scope(), ADD_STEPS, all);
        db.update(viewer.scope(), ADD_CONTACTS, all);
    }

    private void marks(Viewer viewer, int year, List<Line> lines, UUID[] contacts) {
        List<UUID> of = new ArrayList<>();
        List<Integer> halves = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < contacts.length; i++) {
            int half = 1;
            for (@Nullable Mark mark : marksOf(lines.get(i))) {
                if (mark != null) {
                    of.add(contacts[i]);
                    halves.add(half);
                    marks.add(mark.name());
                }
                half++;
            }
        }
        db.update(
                viewer.scope(),
                ADD_MARKS,
                "year",
                year,
                "contacts",
                of.toArray(UUID[]::new),
                "halves",
                halves.toArray(Integer[]::new),
                "marks",
                marks.toArray(String[]::new));
    }

    private static @Nullable Mark[] marksOf(Line line) {
        return new @Nullable Mark[] {line.midYear(), line.yearEnd()};
    }

    /** Whoever is still there stands at the cell from now on. */
    private void move(Viewer viewer, List<Line> lines) {
        Map<Integer, List<UUID>> byUnit = new HashMap<>();
        lines.stream()
                .filter(line -> line.end() == null)
                .forEach(line ->
                        byUnit.computeIfAbsent(
                                        Objects.requireNonNullElse(line.cellNo(), line.wardNo()),
                                        _ -> new ArrayList<>())
                                .add(line.member()));
        byUnit.forEach((unit, people) -> members.moveResidence(viewer.scope(), people, unit));
    }

    private static LetterState state(Line line) {
        return line.end() == null ? LetterState.PLACED : LetterState.ENDED;
    }

    private static @Nullable String iso(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String[] texts(
            List<Line> lines, Function<Line, @Nullable String> part) {
        @Nullable String[] out = new @Nullable String[lines.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = part.apply(lines.get(i));
        }
        return out;
    }
}
