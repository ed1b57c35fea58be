package vn.ganbo.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Sổ văn bản đi: the numbers of a unit's series in a term, each with its paper; one without a paper
 * is a gap, and somebody says why.
 */
@Component
class NumberBook {
    private static final int LONGEST = 300;
    private static final int MOST_BEFORE = 99_999;

    static final Sql LINES =
            Sql.of(
                    """
                    select x.n, coalesce(p.number, g.number) as number, g.given_on, g.given_by, g.note,
                           g.noted_by, p.id as paper_id, p.made_on, p.void_on,
                           p.data -> 'person' ->> 'name' as about
                      from document.series s
                     cross join lateral generate_series(greatest(s.first, :from::int),
                                                        least(s.last, :until::int)) as x (n)
                      left join document.given_number g
                             on g.unit_no = s.unit_no and g.kind = s.kind
                            and g.term_start = s.term_start and g.n = x.n
                      left join document.paper p
                             on p.unit_no = s.unit_no and p.kind = s.kind
                            and p.term_start = s.term_start
                            and substring(p.number from '^[0-9]+')::int = x.n
                     where s.unit_no = :unit::int
                       and s.unit_no <@ :scope::int4multirange
                       and s.kind = :kind
                       and s.term_start = :term::date
                     order by x.n desc
                     limit :most
                    """);

    static final Sql SERIES =
            Sql.of(
                    """
                    select s.kind, s.term_start, s.first, s.last,
                           (select count(*)
                              from document.paper p
                             where p.unit_no = s.unit_no and p.kind = s.kind
                               and p.term_start = s.term_start and p.number is not null) as papers,
                           (select count(*)
                              from document.given_number g
                             where g.unit_no = s.unit_no and g.kind = s.kind
                               and g.term_start = s.term_start and g.note is not null
                               and not exists (select from document.paper p
                                                where p.unit_no = g.unit_no and p.kind = g.kind
                                                  and p.term_start = g.term_start
                                                  and p.number = g.number)) as noted
                      from document.series s
                     where s.unit_no = :unit::int
                       and s.unit_no <@ :scope::int4multirange
                       and s.kind <> 'INCOMING'
                     order by s.term_start desc, s.kind
                    """);

    static final Sql NOTE =
            Sql.of(
                    """
                    insert into document.given_number
                           (unit_no, kind, term_start, n, number, given_on, given_by, note, noted_by)
                    select s.unit_no, s.kind, s.term_start, :n::int, :number, :on::date, :by, :note, :by
                      from document.series s
                     where s.unit_no = :unit::int
                       and s.unit_no <@ :scope::int4multirange
                       and s.kind = :kind
                       and s.term_start = :term::date
                       and :n::int between s.first and s.last
                        on conflict (unit_no, kind, term_start, n)
                        do update set note = excluded.note, noted_by = excluded.noted_by
                    """);

    static final Sql START =
            Sql.of(
                    "select document.start_series(:unit::int, :kind::text, :term::date, :last::int)");

    private final Db db;
    private final PaperStore papers;
    private final Facts facts;
    private final java.time.Clock clock;

    NumberBook(Db db, PaperStore papers, Facts facts, java.time.Clock clock) {
        this.db = db;
        this.papers = papers;
        this.facts = facts;
        this.clock = clock;
    }

    /** A series of a unit: from which number to which, how many have a paper, how many a reason. */
    record Series(
            PaperKind kind, LocalDate termStart, int first, int last, long papers, long noted) {
        /** Numbers without a paper of which nobody has said why. */
        long gaps() {
            return last - first + 1L - papers - noted;
        }
    }

    /** A number and its paper; {@code note} says why there is none. */
    record Line(
            int n,
            @Nullable String number,
            @Nullable LocalDate givenOn,
            @Nullable String givenBy,
            @Nullable String note,
            @Nullable String notedBy,
            @Nullable UUID paperId,
            @Nullable LocalDate madeOn,
            @Nullable LocalDate voidOn,
            @Nullable String about) {
        boolean gap() {
            return paperId == null && note == null;
        }
    }

    List<Series> series(Scope scope, int unitNo) {
        return db.list(
                scope,
                SERIES,
                row ->
                        new Series(
                                PaperKind.valueOf(row.getString("kind")),
                                row.getObject("term_start", LocalDate.class),
                                row.getInt("first"),
                                row.getInt("last"),
                                row.getLong("papers"),
                                row.getLong("noted")),
                "unit",
                unitNo);
    }

    /** The lines of a series, latest first. */
    List<Line> lines(Scope scope, int unitNo, PaperKind kind, LocalDate term, int most) {
        return lines(scope, unitNo, kind, term, 1, Integer.MAX_VALUE, most);
    }

    private List<Line> lines(
            Scope scope,
            int unitNo,
            PaperKind kind,
            LocalDate term,
            int from,
            int until,
            int most) {
        return db.list(
                scope,
                LINES,
                Line.class,
                "unit",
                unitNo,
                "kind",
                kind.name(),
                "term",
                term,
                "from",
                from,
                "until",
                until,
                "most",
                most);
    }

    /**
     * Says why a number has no paper.
     *
     * @throws Problems without a reason
     * @throws NotFound for a number that was not given
     */
    @Transactional
    void explain(Viewer viewer, PaperKind kind, LocalDate term, int n, String typed) {
        String note = Texts.clean(typed);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (note.isEmpty()) {
            problems.add("note", "Ghi vì sao số này không có văn bản, ví dụ: viết hỏng, đã hủy.");
        }
        problems.atMost("note", note, LONGEST);
        problems.check();
        Line line =
                lines(viewer.scope(), viewer.unitNo(), kind, term, n, n, 1).stream()
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (line.paperId() != null) {
            throw new Refusal("document.number-has-paper", String.valueOf(line.number()));
        }
        String number =
                line.number() == null ? "%02d-%s".formatted(n, kind.symbol()) : line.number();
        db.update(
                viewer.scope(),
                NOTE,
                "unit",
                viewer.unitNo(),
                "kind",
                kind.name(),
                "term",
                term,
                "n",
                n,
                "number",
                number,
                "on",
                LocalDate.now(clock),
                "by",
                viewer.name(),
                "note",
                note);

        facts.tell(
                viewer,
                new DocumentFacts.NumberExplained(vn.ganbo.kernel.Ids.next(), number, note));
    }

    /**
     * Goes on from a book on paper: the next number is the one after the last.
     *
     * @param last the last number on paper, from 1
     * @throws Refusal when the series has begun here
     */
    @Transactional
    void goOnFrom(Viewer viewer, PaperKind kind, int last) {
        kind.symbol();
        if (last < 1 || last > MOST_BEFORE) {
            throw Problems.of("last", "Ghi số cuối cùng đã dùng trong sổ giấy, từ 1 trở lên.");
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate term = papers.termStart(viewer.scope(), viewer.unitNo(), today);
        long started =
                db.number(
                        viewer.scope(),
                        START,
                        "unit",
                        viewer.unitNo(),
                        "kind",
                        kind.name(),
                        "term",
                        term,
                        "last",
                        last);
        if (started == 0) {
            throw new Refusal("document.series-begun", kind.label());
        }

        facts.tell(
                viewer,
                new DocumentFacts.SeriesContinued(
                        vn.ganbo.kernel.Ids.next(), kind, Integer.toString(last + 1)));
    }
}
