package vn.ganbo.member;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.OrganisationImport;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.Packed;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;
import vn.ganbo.spreadsheet.TableWriter;

/** Tệp nhập: a list is sent in, checked, and applied in one transaction when somebody says so. */
@Service
class ImportFiles {
    static final Sql ADD =
            Sql.of(
                    """
                    insert into member.import_file
                           (unit_no, id, account_id, name, kind, state, packed, outcome, at)
                    values (:unit, :id::uuid, :account::uuid, :name, :kind, 'CHECKED', :packed,
                            :outcome::jsonb, :at::timestamptz)
                    """);

    static final Sql ONE =
            Sql.of(
                    """
                    select f.id, f.name, f.kind, f.state, f.packed, f.outcome, f.at
                      from member.import_file f
                     where f.id = :id::uuid
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql LIST =
            Sql.of(
                    """
                    select f.id, f.name, f.kind, f.state, f.at
                      from member.import_file f
                     where f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                     order by f.at desc
                     limit 20
                    """);

    static final Sql APPLIED =
            Sql.of(
                    """
                    update member.import_file f
                       set state = 'APPLIED'
                     where f.id = :id::uuid
                       and f.state = 'CHECKED'
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    /** What a file is and what its check found. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(
            UUID id,
            String name,
            String kind,
            String state,
            byte[] packed,
            Outcome outcome,
            Instant at) {
        boolean applied() {
            return state.equals("APPLIED");
        }
    }

    record Line(UUID id, String name, String kind, String state, Instant at) {}

    private final Db db;
    private final OrganisationImport organisations;
    private final MemberImport members;
    private final JsonMapper json;
    private final Clock clock;

    ImportFiles(
            Db db,
            OrganisationImport organisations,
            MemberImport members,
            JsonMapper json,
            Clock clock) {
        this.db = db;
        this.organisations = organisations;
        this.members = members;
        this.json = json;
        this.clock = clock;
    }

    /** Which lists this office may send in. */
    static List<Layout> layouts(Viewer viewer) {
        return viewer.is(Role.ADMINISTRATOR)
                ? List.of(OrganisationImport.LAYOUT, MemberImport.LAYOUT)
                : List.of(MemberImport.LAYOUT);
    }

    /** Checks a file and keeps it until it is applied. Throws Problems on the field file. */
    @Transactional
    public UUID send(Viewer viewer, String name, byte[] bytes) {
        List<Layout> layouts = layouts(viewer);
        Outcome outcome;
        try (Table table = Table.open(bytes, layouts)) {
            outcome =
                    isMembers(table.headings())
                            ? members.check(viewer, table, _ -> {})
                            : organisations.check(viewer, table);
        }

        UUID id = Ids.next();
        db.update(
                viewer.scope(),
                ADD,
                "unit",
                viewer.unitNo(),
                "id",
                id,
                "account",
                viewer.account(),
                "name",
                name,
                "kind",
                outcome.kind(),
                "packed",
                pack(bytes, layouts),
                "outcome",
                json.writeValueAsString(outcome),
                "at",
                clock.instant().atOffset(ZoneOffset.UTC));
        return id;
    }

    private static boolean isMembers(Headings headings) {
        return headings.layout().kind().equals(MemberImport.LAYOUT.kind());
    }

    private static byte[] pack(byte[] bytes, List<Layout> layouts) {
        try (Table table = Table.open(bytes, layouts)) {
            Packed packed = new Packed(table.headings());
            boolean people = isMembers(table.headings());
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                if (!people || !MemberImport.mustNotBeKept(table.headings(), row)) {
                    packed.add(row);
                }
            }
            return packed.bytes();
        }
    }

    List<Line> list(Viewer viewer) {
        return db.list(
                viewer.scope(),
                LIST,
                row ->
                        new Line(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("kind"),
                                row.getString("state"),
                                row.getTimestamp("at").toInstant()));
    }

    Kept find(Viewer viewer, UUID id) {
        return db.one(
                        viewer.scope(),
                        ONE,
                        row ->
                                new Kept(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("kind"),
                                        row.getString("state"),
                                        row.getBytes("packed"),
                                        json.readValue(row.getString("outcome"), Outcome.class),
                                        row.getTimestamp("at").toInstant()),
                        "id",
                        id)
                .orElseThrow(NotFound::new);
    }

    /** Applies the good rows in one transaction. Refuses a second time. */
    @Transactional
    public Outcome apply(Viewer viewer, UUID id) {
        Kept kept = find(viewer, id);
        if (db.update(viewer.scope(), APPLIED, "id", id) == 0) {
            throw new Refusal("member.import-applied");
        }

        try (Table table = Packed.open(kept.packed(), layouts(viewer))) {
            return isMembers(table.headings())
                    ? members.apply(viewer, table, id, _ -> {})
                    : organisations.apply(viewer, table, id);
        }
    }

    /** The faulty rows as a workbook of the same columns, with the reasons behind them. */
    byte[] faulty(Viewer viewer, UUID id) {
        Kept kept = find(viewer, id);
        Map<Integer, List<Fault>> byRow = new TreeMap<>();
        kept.outcome()
                .faults()
                .forEach(f -> byRow.computeIfAbsent(f.row(), _ -> new ArrayList<>()).add(f));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Table table = Packed.open(kept.packed(), layouts(viewer))) {
            List<String> titles = new ArrayList<>(table.headings().titles());
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < titles.size(); i++) {
                places.putIfAbsent(titles.get(i), i);
            }
            titles.add("Lý do");
            try (TableWriter writer = new TableWriter(out, "Dòng cần sửa", titles)) {
                for (SheetRow row = table.next(); row != null; row = table.next()) {
                    List<Fault> faults = byRow.get(row.number());
                    if (faults != null) {
                        write(writer, row, faults, titles.size() - 1, places);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private static void write(
            TableWriter writer,
            SheetRow row,
            List<Fault> faults,
            int width,
            Map<String, Integer> places) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            texts.add(i < row.cells().size() ? shown(row.cells().get(i)) : "");
        }
        texts.add(
                String.join(
                        " ", faults.stream().map(f -> f.column() + ": " + f.message()).toList()));
        Set<Integer> marked = new java.util.HashSet<>();
        faults.forEach(f -> marked.add(places.getOrDefault(f.column(), width)));
        writer.add(texts, marked);
    }

    private static String shown(SheetCell cell) {
        return cell.text();
    }
}
