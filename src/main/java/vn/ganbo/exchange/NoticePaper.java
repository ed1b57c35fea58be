package vn.ganbo.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.document.NewPaper;
import vn.ganbo.document.OfficialLetterText;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;

/** Công văn that carries a notice: kept once, readable by both sides and the person. */
@Component
class NoticePaper {
    static final Sql PEOPLE =
            Sql.of(
                    """
                    select m.id, m.full_name, m.sex, m.birth, m.birth_precision, m.residence_address,
                           w.name as work_cell, p.name as work_committee
                      from member.published_member m
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                      left join organisation.published_unit p
                             on p.no = w.parent_no and p.valid @> :today::date
                     where m.id = any (:members::uuid[])
                       and ((m.work_no between :low and :high and m.work_no <@ :scope::int4multirange)
                            or (m.res_no between :low and :high and m.res_no <@ :scope::int4multirange))
                    """);

    private record About(UUID id, PaperText.Person person) {}

    private final Db db;
    private final NoticeStore store;
    private final Papers papers;
    private final Units units;

    NoticePaper(Db db, NoticeStore store, Papers papers, Units units) {
        this.db = db;
        this.store = store;
        this.papers = papers;
        this.units = units;
    }

    /** Draws and stores the letters of notices just sent. */
    void keep(Viewer viewer, List<Notice> notices, LocalDate on) {
        Map<Integer, List<Unit>> above = new HashMap<>();
        Map<UUID, PaperText.Person> people = new HashMap<>();
        db.list(
                        viewer.scope(),
                        PEOPLE,
                        NoticePaper::about,
                        "members",
                        notices.stream().map(Notice::memberId).toArray(UUID[]::new))
                .forEach(about -> people.put(about.id(), about.person()));
        List<NewPaper> drawn = new ArrayList<>();
        for (Notice notice : notices) {
            drawn.add(
                    new NewPaper(
                            text(viewer, notice, people, above, on),
                            notice.fromNo(),
                            notice.workNo(),
                            notice.resNo(),
                            notice.memberId(),
                            notice.rulebook()));
        }
        List<UUID> kept = papers.keepAll(viewer, drawn);
        papers.shareWithMember(viewer, kept);
        store.keepPapers(viewer.scope(), notices.stream().map(Notice::id).toList(), kept);
    }

    private OfficialLetterText text(
            Viewer viewer,
            Notice notice,
            Map<UUID, PaperText.Person> people,
            Map<Integer, List<Unit>> above,
            LocalDate on) {
        return new OfficialLetterText(
                PaperText.Issuer.of(above(viewer, notice.fromNo(), above)),
                Objects.requireNonNull(notice.number()),
                on,
                to(viewer, notice, above),
                "về việc %s của đồng chí %s"
                        .formatted(
                                Labels.of("noticeKind.about." + notice.kind()), notice.fullName()),
                paragraphs(notice),
                living(people.get(notice.memberId()), above(viewer, notice.resNo(), above)),
                new PaperText.Signature(notice.signedPost(), notice.signedBy()));
    }

    private PaperText.Addressee to(Viewer viewer, Notice notice, Map<Integer, List<Unit>> above) {
        int place = notice.direction() == Direction.TO_RESIDENCE ? notice.resNo() : notice.workNo();
        List<Unit> line = above(viewer, place, above);
        List<Unit> committee =
                line.stream()
                        .dropWhile(unit ->
                                unit.kind() == UnitKind.CELL || unit.kind() == UnitKind.GROUP)
                        .toList();
        String cell =
                line.stream()
                        .filter(unit -> unit.kind() == UnitKind.CELL)
                        .map(Unit::name)
                        .findFirst()
                        .orElse(null);
        return committee.isEmpty()
                ? new PaperText.Addressee(line.getFirst().committeeName(), null, null)
                : PaperText.Addressee.of(committee, cell);
    }

    private static List<String> paragraphs(Notice notice) {
        List<String> out = new ArrayList<>();
        Arrays.stream(notice.body().split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(out::add);
        if (notice.kind().heardFirst()) {
            out.add(
                    notice.heard() == null
                            ? "Đảng viên đã được mời trình bày trước ngày %s và chưa có ý kiến."
                                    .formatted(Show.date(notice.hearUntil()))
                            : "Ý kiến của đảng viên, ngày %s: %s"
                                    .formatted(Show.date(notice.heardOn()), notice.heard()));
            out.add(
                    "Chi ủy đã họp ngày %s, có mặt %d, tán thành %d."
                            .formatted(
                                    Show.date(notice.sessionOn()),
                                    notice.sessionPresent(),
                                    notice.sessionAgreed()));
        }
        if (notice.dueOn() != null) {
            out.add(
                    "Đề nghị các đồng chí cho ý kiến trả lời trước hết ngày %s."
                            .formatted(Show.date(notice.dueOn())));
        }
        return out;
    }

    /** With the ward and the province where the person lives. */
    private static PaperText.@Nullable Person living(
            PaperText.@Nullable Person person, List<Unit> residence) {
        return person == null
                ? null
                : new PaperText.Person(
                        person.name(),
                        person.sex(),
                        person.birth(),
                        person.admitted(),
                        person.official(),
                        person.workCell(),
                        PaperText.residence(person.address(), residence));
    }

    private static About about(ResultSet row) throws SQLException {
        LocalDate birth = row.getObject("birth", LocalDate.class);
        String sex = row.getString("sex");
        String committee = row.getString("work_committee");
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
                                                row.getString("birth_precision"))),
                        null,
                        null,
                        row.getString("work_cell") + (committee == null ? "" : ", " + committee),
                        row.getString("residence_address")));
    }

    private List<Unit> above(Viewer viewer, int unitNo, Map<Integer, List<Unit>> known) {
        return known.computeIfAbsent(unitNo, no -> units.above(viewer.scope(), no));
    }
}
