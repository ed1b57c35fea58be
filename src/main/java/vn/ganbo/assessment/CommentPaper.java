package vn.ganbo.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.assessment.Comment.CellSigned;
import vn.ganbo.assessment.Comment.CommuneConfirmed;
import vn.ganbo.database.Db;
import vn.ganbo.document.CommentSlipText;
import vn.ganbo.document.NewPaper;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.regulation.Slip;

/** Phiếu nhận xét as a paper: shown before it is signed, stored when it is returned. */
@Component
class CommentPaper {
    /**
     * The person as the register has it; the workplace cell of today where the ward still sees it.
     */
    static final Sql PEOPLE =
            Sql.of(
                    """
                    select c.id, coalesce(m.work_no, c.work_no) as work_no, k.full_name, k.birth,
                           k.birth_precision, k.sex, k.address, c.work_name, w.name as work_cell,
                           c.year, r.number as request_number, r.asked_on
                      from assessment.comment c
                      join liaison.published_contact k on k.id = c.contact_id
                      left join assessment.comment_request r on r.id = c.request_id
                      left join member.published_member m on m.id = c.member_id
                      left join organisation.published_unit w
                             on w.no = coalesce(m.work_no, c.work_no)
                            and (w.valid @> :today::date
                                 or assessment.last_of(w.no, w.valid, :today::date))
                     where c.id = any (:ids::uuid[])
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    private record About(
            UUID id, int workNo, PaperText.Person person, CommentSlipText.Answers answers) {}

    /** The cell and the ward above it (nearest first), for head, address and signature. */
    private record Place(PaperText.Issuer issuer, Unit cell, List<Unit> ward) {}

    private final Db db;
    private final Papers papers;
    private final Units units;
    private final Rulebooks rulebooks;

    CommentPaper(Db db, Papers papers, Units units, Rulebooks rulebooks) {
        this.db = db;
        this.papers = papers;
        this.units = units;
        this.rulebooks = rulebooks;
    }

    /** Draws and stores the slips; workplace and member may read them from now on. */
    List<CommentSteps.HandedOut> keep(Viewer viewer, List<CommuneConfirmed> slips, LocalDate on) {
        Map<UUID, About> people = people(viewer.scope(), slips);
        Map<Integer, Place> places = new HashMap<>();
        List<NewPaper> drawn = new ArrayList<>();
        for (CommuneConfirmed slip : slips) {
            CommentBody body = slip.body();
            About about = Objects.requireNonNull(people.get(body.id()));
            Place place = places.computeIfAbsent(body.cellNo(), no -> place(viewer.scope(), body));
            drawn.add(
                    new NewPaper(
                            text(slip, about.person(), place).answering(about.answers()),
                            body.cellNo(),
                            about.workNo(),
                            body.unitNo(),
                            body.memberId(),
                            body.rulebook()));
        }
        List<UUID> kept = papers.keepAll(viewer, drawn);
        papers.shareWithMember(viewer, kept);
        List<CommentSteps.HandedOut> out = new ArrayList<>();
        for (int i = 0; i < slips.size(); i++) {
            CommuneConfirmed slip = slips.get(i);
            About about = Objects.requireNonNull(people.get(slip.body().id()));
            out.add(new CommentSteps.HandedOut(slip.giveOut(kept.get(i), on), about.workNo()));
        }
        return out;
    }

    /** The slips as they would look, to print for the pen, in this order; never a record. */
    Papers.Selection drafts(Viewer viewer, List<Comment> slips, LocalDate on) {
        Map<UUID, About> people = people(viewer.scope(), slips);
        Map<Integer, Place> places = new HashMap<>();
        return papers.drafts(
                viewer.scope(),
                viewer.unitNo(),
                slips.stream()
                        .map(slip -> {
                            CommentBody body = slip.body();
                            return text(
                                    slip,
                                    Objects.requireNonNull(people.get(body.id())).person(),
                                    places.computeIfAbsent(
                                            body.cellNo(), no -> place(viewer.scope(), body)),
                                    on);
                        })
                        .toList());
    }

    private CommentSlipText text(Comment slip, PaperText.Person person, Place place, LocalDate on) {
        return switch (slip) {
            case Comment.Draft draft ->
                    text(
                            draft.body(),
                            person,
                            place,
                            new Signed(
                                    on,
                                    draft.decision() == null || draft.decision().byCommittee(),
                                    PaperText.Signature.byHand(),
                                    null));
            case CellSigned signed -> text(signed.body(), person, place, signedBy(signed, null));
            case CommuneConfirmed confirmed -> text(confirmed, person, place);
            case Comment.Returned returned -> text(returned.confirmed(), person, place);
        };
    }

    /** Who signed when; the commune's part is null before the confirmation. */
    private record Signed(
            LocalDate on,
            boolean byCommittee,
            PaperText.Signature cell,
            CommentSlipText.@Nullable Confirmation commune) {}

    private CommentSlipText text(CommuneConfirmed slip, PaperText.Person person, Place place) {
        return text(
                slip.body(),
                person,
                place,
                signedBy(
                        slip.signed(),
                        new CommentSlipText.Confirmation(
                                slip.confirmedOn(),
                                signature(slip.body(), Signatory.COMMUNE, slip.confirmer()))));
    }

    private PaperText.Signature signature(CommentBody body, String block, Signer signer) {
        return new PaperText.Signature(
                signer.post(),
                signer.name(),
                rulebooks
                        .byId(body.rulebook())
                        .orElseThrow()
                        .byOrder(Signatory.COMMENT, block, signer.post()));
    }

    private Signed signedBy(CellSigned slip, CommentSlipText.@Nullable Confirmation commune) {
        return new Signed(
                slip.signedOn(),
                slip.decision().byCommittee(),
                signature(slip.body(), Signatory.CELL, slip.signer()),
                commune);
    }

    private CommentSlipText text(
            CommentBody body, PaperText.Person person, Place place, Signed signed) {
        Slip slip = rulebooks.byId(body.rulebook()).orElseThrow().slip(body.form()).orElseThrow();
        List<CommentSlipText.Criterion> criteria =
                slip.criteria().stream()
                        .map(c ->
                                new CommentSlipText.Criterion(
                                        c.number(),
                                        c.text(),
                                        c.options().stream().map(Option::label).toList(),
                                        c.option(body.answers().getOrDefault(c.key(), ""))
                                                .map(Option::label)
                                                .orElse(null)))
                        .toList();
        String speaker = (signed.byCommittee() ? "Chi ủy " : "Bí thư ") + place.cell().name();
        return new CommentSlipText(
                place.issuer(),
                signed.on(),
                new CommentSlipText.Form(
                        slip.title(),
                        slip.subtitle(),
                        slip.opening(),
                        slip.freeText().number(),
                        slip.freeText().label()),
                place.cell().shortName(),
                speaker,
                livingIn(person, place.ward()),
                criteria,
                otherWords(body),
                signed.cell(),
                place.ward().getFirst().committeeName(),
                signed.commune());
    }

    /** Nhận xét khác, and behind it each shortcoming with its suggestion and day. */
    private static @Nullable String otherWords(CommentBody body) {
        List<String> lines = new ArrayList<>();
        if (body.other() != null) {
            lines.add(body.other());
        }
        body.shortcomings().forEach(s -> lines.add(s.sentence()));
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private Map<UUID, About> people(Scope scope, List<? extends Comment> slips) {
        Map<UUID, About> out = new HashMap<>();
        db.list(
                        scope,
                        PEOPLE,
                        CommentPaper::about,
                        "ids",
                        slips.stream().map(s -> s.body().id()).toArray(UUID[]::new))
                .forEach(about -> out.put(about.id(), about));
        return out;
    }

    private Place place(Scope scope, CommentBody body) {
        List<Unit> above = units.aboveHeir(scope, body.cellNo());
        return new Place(
                PaperText.Issuer.of(above),
                above.getFirst(),
                above.stream().dropWhile(unit -> unit.kind() != UnitKind.COMMUNE).toList());
    }

    /** The person, with the whole address in this ward. */
    static PaperText.Person livingIn(PaperText.Person person, List<Unit> ward) {
        return new PaperText.Person(
                person.name(),
                person.sex(),
                person.birth(),
                person.admitted(),
                person.official(),
                person.workCell(),
                PaperText.residence(person.address(), ward));
    }

    private static About about(ResultSet row) throws SQLException {
        LocalDate birth = row.getObject("birth", LocalDate.class);
        String sex = row.getString("sex");
        String cell = row.getString("work_cell");
        String work = row.getString("work_name");
        return new About(
                row.getObject("id", UUID.class),
                row.getInt("work_no"),
                new PaperText.Person(
                        row.getString("full_name"),
                        sex == null ? null : "FEMALE".equals(sex) ? "Nữ" : "Nam",
                        birth == null
                                ? null
                                : new PartialDate(
                                        birth,
                                        PartialDate.Precision.valueOf(
                                                Objects.requireNonNullElse(
                                                        row.getString("birth_precision"), "DAY"))),
                        null,
                        null,
                        cell == null || work.contains(cell) ? work : cell + ", " + work,
                        row.getString("address")),
                new CommentSlipText.Answers(
                        row.getInt("year"),
                        row.getString("request_number"),
                        row.getObject("asked_on", LocalDate.class)));
    }
}
