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
import vn.ganbo.database.Db;
import vn.ganbo.document.CommentRequestText;
import vn.ganbo.document.NewPaper;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Forms;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;

/** Phiếu xin ý kiến as a stored paper, which both committees read. */
@Component
class RequestPaper {
    static final Sql PEOPLE =
            Sql.of(
                    """
                    select m.id, m.full_name, m.sex, m.birth, m.birth_precision, m.admitted, m.official,
                           w.name as work_cell, k.work_name, k.address, k.ward_no,
                           cell.name as cell
                      from member.published_member m
                      join liaison.published_contact k on k.member_id = m.id and k.valid @> :today::date
                      join organisation.published_unit w
                        on w.no = m.work_no
                       and (w.valid @> :today::date
                            or assessment.last_of(w.no, w.valid, :today::date))
                      left join organisation.published_unit cell
                             on cell.no = k.cell_no
                            and (cell.valid @> :today::date
                                 or assessment.last_of(cell.no, cell.valid, :today::date))
                     where m.id = any (:members::uuid[])
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    private record About(UUID id, PaperText.Person person, int wardNo, @Nullable String cell) {}

    private final Db db;
    private final Papers papers;
    private final Units units;
    private final Rulebooks rulebooks;

    RequestPaper(Db db, Papers papers, Units units, Rulebooks rulebooks) {
        this.db = db;
        this.papers = papers;
        this.units = units;
        this.rulebooks = rulebooks;
    }

    /** Draws and stores the requests, in their order. */
    List<UUID> keep(
            Viewer viewer,
            int fromNo,
            List<RequestStore.NewRequest> asked,
            Requests.Ask ask,
            Signer signer,
            LocalDate on) {
        Map<UUID, About> people = new HashMap<>();
        db.list(
                        viewer.scope(),
                        PEOPLE,
                        RequestPaper::about,
                        "members",
                        asked.stream().map(r -> r.person().memberId()).toArray(UUID[]::new))
                .forEach(about -> people.put(about.id(), about));
        Rulebook book = rulebooks.on(viewer.scope(), on, viewer.unitNo());
        PaperText.Issuer issuer = PaperText.Issuer.of(units.above(viewer.scope(), fromNo));
        Map<Integer, List<Unit>> wards = new HashMap<>();
        List<NewPaper> drawn = new ArrayList<>();
        for (RequestStore.NewRequest request : asked) {
            About about = Objects.requireNonNull(people.get(request.person().memberId()));
            List<Unit> ward =
                    wards.computeIfAbsent(about.wardNo(), no -> units.above(viewer.scope(), no));
            drawn.add(
                    new NewPaper(
                            new CommentRequestText(
                                    issuer,
                                    request.number(),
                                    on,
                                    PaperText.Addressee.of(ward, about.cell()),
                                    book.citation(),
                                    CommentPaper.livingIn(about.person(), ward),
                                    ask.purpose().onPaper(ask.year()),
                                    book.requireWording(Forms.COMMENT_REQUEST),
                                    ask.due(),
                                    new PaperText.Signature(signer.post(), signer.name()),
                                    new CommentRequestText.Ask(ask.purpose().name(), ask.year())),
                            fromNo,
                            request.person().workNo(),
                            request.person().unitNo(),
                            request.person().memberId(),
                            book.reference()));
        }
        return papers.keepAll(viewer, drawn);
    }

    private static About about(ResultSet row) throws SQLException {
        LocalDate birth = row.getObject("birth", LocalDate.class);
        String sex = row.getString("sex");
        String cell = row.getString("work_cell");
        String work = row.getString("work_name");
        return new About(
                row.getObject("id", UUID.class),
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
                        row.getObject("admitted", LocalDate.class),
                        row.getObject("official", LocalDate.class),
                        work.contains(cell) ? work : cell + ", " + work,
                        row.getString("address")),
                row.getInt("ward_no"),
                row.getString("cell"));
    }
}
