package vn.ganbo.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.document.AcknowledgementText;
import vn.ganbo.document.Arrival;
import vn.ganbo.document.IncomingBook;
import vn.ganbo.document.IntroductionText;
import vn.ganbo.document.NewPaper;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Signer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Forms;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;

/** Giấy giới thiệu and phiếu báo tiếp nhận as stored papers. */
@Component
class IntroductionPaper {
    /** What the papers of a batch say, in the order of their numbers. */
    static final Sql LETTERS =
            Sql.of(
                    """
                    select i.id, i.member_id, i.number, i.issued_on, i.exempt, i.rulebook, i.from_no,
                           i.work_no, i.to_no, i.paper_id, m.full_name, m.birth, m.birth_precision,
                           m.sex, m.admitted, m.official, m.residence_address, w.name as work_cell,
                           f.name as from_name, k.name as wish_cell
                      from liaison.introduction i
                      join member.published_member m on m.id = i.member_id
                      join organisation.published_unit w on w.no = i.work_no and w.valid @> :today::date
                      join organisation.published_unit f on f.no = i.from_no and f.valid @> :today::date
                      left join organisation.published_unit k
                             on k.code = m.residence_wish_code and k.valid @> :today::date
                     where i.id = any (:ids::uuid[])
                       and ((i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                            or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange))
                     order by length(i.number), i.number
                    """);

    static final Sql KEEP =
            Sql.of(
                    """
                    update liaison.introduction i
                       set paper_id = x.paper
                      from unnest(:ids::uuid[], :papers::uuid[]) as x (id, paper)
                     where i.id = x.id
                    """);

    static final Sql KEEP_ACKNOWLEDGEMENT =
            Sql.of(
                    """
                    update liaison.introduction i
                       set acknowledgement_paper_id = :paper::uuid
                     where i.id = :id::uuid
                    """);

    private record Row(
            UUID id,
            UUID memberId,
            String number,
            LocalDate issuedOn,
            boolean exempt,
            String rulebook,
            int fromNo,
            int workNo,
            int toNo,
            @Nullable UUID paperId,
            @Nullable String wishCell,
            PaperText.Person person) {

        /** The person, with the whole address in this ward. */
        PaperText.Person personIn(List<Unit> ward) {
            return new PaperText.Person(
                    person.name(),
                    person.sex(),
                    person.birth(),
                    person.admitted(),
                    person.official(),
                    person.workCell(),
                    PaperText.residence(person.address(), ward));
        }
    }

    private final Db db;
    private final Papers papers;
    private final IncomingBook book;
    private final Units units;
    private final Rulebooks rulebooks;

    IntroductionPaper(Db db, Papers papers, IncomingBook book, Units units, Rulebooks rulebooks) {
        this.db = db;
        this.papers = papers;
        this.book = book;
        this.units = units;
        this.rulebooks = rulebooks;
    }

    /** Keeps the letters as papers of the workplace; returns the people they introduce. */
    List<UUID> keepLetters(Viewer viewer, Collection<UUID> letters, Signer signer, LocalDate on) {
        List<Row> rows = rows(viewer, letters);
        Map<Integer, List<Unit>> trees = new HashMap<>();
        Map<String, Rulebook> books = new HashMap<>();
        PaperText.Signature signature = new PaperText.Signature(signer.post(), signer.name());
        List<NewPaper> drawn = new ArrayList<>();
        for (Row row : rows) {
            List<Unit> from = above(viewer, row.fromNo(), trees);
            List<Unit> ward = above(viewer, row.toNo(), trees);
            Rulebook book =
                    books.computeIfAbsent(row.rulebook(), name -> rulebook(viewer, name, on));
            drawn.add(
                    new NewPaper(
                            new IntroductionText(
                                    PaperText.Issuer.of(from),
                                    row.number(),
                                    row.issuedOn(),
                                    PaperText.Addressee.of(ward, row.wishCell()),
                                    book.citation(),
                                    row.personIn(ward),
                                    row.exempt(),
                                    new IntroductionText.Sentences(
                                            book.requireWording(Forms.EXEMPT),
                                            book.requireWording(Forms.INTRODUCTION_REQUEST)),
                                    signature),
                            row.fromNo(),
                            row.workNo(),
                            null,
                            row.memberId(),
                            row.rulebook()));
        }
        List<UUID> kept = papers.keepAll(viewer, drawn);
        db.update(
                viewer.scope(),
                KEEP,
                "ids",
                rows.stream().map(Row::id).toArray(UUID[]::new),
                "papers",
                kept.toArray(UUID[]::new));
        return rows.stream().map(Row::memberId).toList();
    }

    /**
     * The stored papers of these letters for the printer, in the order of their numbers; {@link
     * NotFound} when one of them is not signed yet or not the viewer's.
     */
    Papers.Selection print(Viewer viewer, Collection<UUID> letters) {
        List<UUID> stored =
                rows(viewer, letters).stream()
                        .flatMap(row -> Stream.ofNullable(row.paperId()))
                        .toList();
        if (stored.size() != letters.size()) {
            throw new NotFound();
        }
        return papers.stored(viewer, stored);
    }

    /** Opens the papers to the wards they are addressed to; returns the people they introduce. */
    List<UUID> share(Viewer viewer, Collection<UUID> letters) {
        List<Row> rows = rows(viewer, letters);
        Map<Integer, List<UUID>> byWard = new HashMap<>();
        for (Row row : rows) {
            UUID paper = row.paperId();
            if (paper != null) {
                byWard.computeIfAbsent(row.toNo(), _ -> new ArrayList<>()).add(paper);
            }
        }
        byWard.forEach((ward, ids) -> papers.shareWithResidence(viewer, ids, ward));
        return rows.stream().map(Row::memberId).toList();
    }

    /** Takes the papers of letters out of force: withdrawn. */
    void makeVoid(Viewer viewer, Collection<UUID> letters) {
        papers.makeVoid(viewer, kept(viewer, letters));
    }

    private List<UUID> kept(Viewer viewer, Collection<UUID> letters) {
        return rows(viewer, letters).stream()
                .flatMap(row -> Stream.ofNullable(row.paperId()))
                .toList();
    }

    /** Enters a letter in the book of the ward that acknowledges it, where it came as a paper. */
    void enter(Viewer viewer, Letter letter, LocalDate on) {
        if (letter.paperId() != null) {
            book.enterOnce(
                    viewer,
                    new Arrival(
                            letter.toNo(),
                            PaperKind.INTRODUCTION,
                            letter.number(),
                            letter.issuedOn(),
                            Show.committee(letter.fromName()),
                            PaperKind.INTRODUCTION.label() + ": đồng chí " + letter.fullName(),
                            on,
                            letter.memberId(),
                            letter.paperId(),
                            null));
        }
    }

    /** Closes the papers of letters to the residence: returned or withdrawn. */
    void unshare(Viewer viewer, Collection<UUID> letters) {
        List<UUID> kept = kept(viewer, letters);
        if (!kept.isEmpty()) {
            papers.shareWithResidence(viewer, kept, null);
        }
    }

    /**
     * Keeps the acknowledgement, a second stored paper, which the workplace may read at once.
     *
     * @param signer null leaves post and name to the pen
     */
    void keepAcknowledgement(
            Viewer viewer,
            Letter letter,
            @Nullable String where,
            AcknowledgementText.@Nullable Contact contact,
            @Nullable Signer signer,
            LocalDate on) {
        Row row =
                rows(viewer, List.of(letter.id())).stream().findFirst().orElseThrow(NotFound::new);
        List<Unit> ward = units.above(viewer.scope(), row.toNo());
        UUID kept =
                papers.keep(
                        viewer,
                        new NewPaper(
                                new AcknowledgementText(
                                        PaperText.Issuer.of(ward),
                                        on,
                                        units.require(viewer.scope(), row.fromNo()).committeeName(),
                                        row.number(),
                                        row.issuedOn(),
                                        row.personIn(ward),
                                        on,
                                        where,
                                        contact,
                                        signer == null
                                                ? PaperText.Signature.byHand()
                                                : new PaperText.Signature(
                                                        signer.post(), signer.name())),
                                row.toNo(),
                                row.workNo(),
                                row.toNo(),
                                row.memberId(),
                                rulebooks.on(on).reference()));
        db.update(viewer.scope(), KEEP_ACKNOWLEDGEMENT, "id", letter.id(), "paper", kept);
    }

    private List<Unit> above(Viewer viewer, int unitNo, Map<Integer, List<Unit>> known) {
        return known.computeIfAbsent(unitNo, no -> units.above(viewer.scope(), no));
    }

    /** The rulebook a letter was made under, in the words the issuing committee uses today. */
    private Rulebook rulebook(Viewer viewer, String reference, LocalDate on) {
        Rulebook made = rulebooks.byReference(reference).orElseThrow(NotFound::new);
        return rulebooks.local(viewer.scope(), made, on, viewer.unitNo());
    }

    private List<Row> rows(Viewer viewer, Collection<UUID> letters) {
        return db.list(
                viewer.scope(),
                LETTERS,
                IntroductionPaper::row,
                "ids",
                letters.toArray(UUID[]::new));
    }

    private static Row row(ResultSet row) throws SQLException {
        LocalDate birth = row.getObject("birth", LocalDate.class);
        String sex = row.getString("sex");
        PaperText.Person person =
                new PaperText.Person(
                        row.getString("full_name"),
                        sex == null ? null : "FEMALE".equals(sex) ? "Nữ" : "Nam",
                        birth == null
                                ? null
                                : new PartialDate(
                                        birth,
                                        PartialDate.Precision.valueOf(
                                                row.getString("birth_precision"))),
                        row.getObject("admitted", LocalDate.class),
                        row.getObject("official", LocalDate.class),
                        workCell(row.getString("work_cell"), row.getString("from_name")),
                        row.getString("residence_address"));
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getBoolean("exempt"),
                row.getString("rulebook"),
                row.getInt("from_no"),
                row.getInt("work_no"),
                row.getInt("to_no"),
                row.getObject("paper_id", UUID.class),
                row.getString("wish_cell"),
                person);
    }

    /** "Chi bộ Khoa Dược, Đảng bộ Bệnh viện"; a cell that introduces itself stands alone. */
    private static String workCell(String cell, String from) {
        return cell.equals(from) ? cell : cell + ", " + from;
    }
}
