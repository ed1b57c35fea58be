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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.document.AcknowledgementText;
import vn.ganbo.document.IntroductionText;
import vn.ganbo.document.NewPaper;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Signer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
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
                           f.name as from_name, t.name as to_name, k.name as wish_cell,
                           co.name as commune, co.province
                      from liaison.introduction i
                      join member.published_member m on m.id = i.member_id
                      join organisation.published_unit w on w.no = i.work_no and w.valid @> :today::date
                      join organisation.published_unit f on f.no = i.from_no and f.valid @> :today::date
                      join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
                      left join organisation.published_unit k
                             on k.code = m.residence_wish_code and k.valid @> :today::date
                      left join organisation.published_commune co on co.code = m.residence_commune
                     where i.id = any (:ids::uuid[])
                       and ((i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                            or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange))
                     order by i.number
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
            String fromName,
            String toName,
            @Nullable String wishCell,
            PaperText.Person person) {}

    private final Db db;
    private final Papers papers;
    private final Units units;
    private final Rulebooks rulebooks;

    IntroductionPaper(Db db, Papers papers, Units units, Rulebooks rulebooks) {
        this.db = db;
        this.papers = papers;
        this.units = units;
        this.rulebooks = rulebooks;
    }

    /** Keeps the letters as papers of the workplace; returns the people they introduce. */
    List<UUID> keepLetters(Viewer viewer, Collection<UUID> letters, Signer signer, LocalDate on) {
        List<Row> rows = rows(viewer, letters);
        Map<Integer, PaperText.Issuer> issuers = new HashMap<>();
        PaperText.Signature signature = new PaperText.Signature(signer.post(), signer.name());
        List<NewPaper> drawn = new ArrayList<>();
        for (Row row : rows) {
            PaperText.Issuer issuer =
                    issuers.computeIfAbsent(row.fromNo(), no -> issuer(viewer, no));
            drawn.add(
                    new NewPaper(
                            new IntroductionText(
                                    issuer,
                                    row.number(),
                                    row.issuedOn(),
                                    new PaperText.Addressee(
                                            committee(row.toName()), null, row.wishCell()),
                                    rulebooks
                                            .byReference(row.rulebook())
                                            .orElseThrow(NotFound::new)
                                            .citation(),
                                    row.person(),
                                    row.exempt(),
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

    /** Closes a letter's paper to the residence: returned or withdrawn. */
    void unshare(Viewer viewer, Letter letter) {
        if (letter.paperId() != null) {
            papers.shareWithResidence(viewer, List.of(letter.paperId()), null);
        }
    }

    /** Keeps the acknowledgement, a second stored paper, which the workplace may read at once. */
    void keepAcknowledgement(
            Viewer viewer, Letter letter, ContactStore.Place place, String where, LocalDate on) {
        Row row =
                rows(viewer, List.of(letter.id())).stream().findFirst().orElseThrow(NotFound::new);
        UUID kept =
                papers.keep(
                        viewer,
                        new NewPaper(
                                new AcknowledgementText(
                                        issuer(viewer, row.toNo()),
                                        on,
                                        committee(row.fromName()),
                                        row.number(),
                                        row.issuedOn(),
                                        row.person(),
                                        on,
                                        place.cellNo() == null ? null : where,
                                        new PaperText.Signature("Bí thư", null)),
                                row.toNo(),
                                row.workNo(),
                                row.toNo(),
                                row.memberId(),
                                row.rulebook()));
        db.update(viewer.scope(), KEEP_ACKNOWLEDGEMENT, "id", letter.id(), "paper", kept);
    }

    private List<Row> rows(Viewer viewer, Collection<UUID> letters) {
        return db.list(
                viewer.scope(),
                LETTERS,
                IntroductionPaper::row,
                "ids",
                letters.toArray(UUID[]::new));
    }

    private PaperText.Issuer issuer(Viewer viewer, int unitNo) {
        List<Unit> above = units.above(viewer.scope(), unitNo);
        Unit unit = above.stream().findFirst().orElseThrow(NotFound::new);
        Unit superior = above.size() > 1 ? above.get(1) : unit;
        String place =
                unit.kind() == UnitKind.COMMUNE
                        ? unit.name().replaceFirst("^Đảng bộ (phường|xã|đặc khu) ", "")
                        : above.getLast().name().replaceFirst("^Đảng bộ (tỉnh|thành phố) ", "");
        return new PaperText.Issuer(
                superior.name(), unit.committeeName(), PaperText.Organ.COMMITTEE, place);
    }

    private static String committee(String unitName) {
        return unitName.startsWith("Đảng bộ ")
                ? "Đảng ủy " + unitName.substring("Đảng bộ ".length())
                : unitName;
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
                        row.getString("work_cell") + ", " + row.getString("from_name"),
                        address(row));
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
                row.getString("from_name"),
                row.getString("to_name"),
                row.getString("wish_cell"),
                person);
    }

    private static @Nullable String address(ResultSet row) throws SQLException {
        String address = row.getString("residence_address");
        String commune = row.getString("commune");
        if (commune == null) {
            return address;
        }
        String where = lowerFirst(commune) + ", " + lowerFirst(row.getString("province"));
        return address == null ? where : lowerFirst(address) + ", " + where;
    }

    private static String lowerFirst(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toLowerCase(java.util.Locale.forLanguageTag("vi"))
                        + words.substring(1);
    }
}
