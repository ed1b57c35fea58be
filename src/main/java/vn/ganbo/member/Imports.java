package vn.ganbo.member;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.ImportFaultStore.Line;
import vn.ganbo.member.ImportStore.Listed;
import vn.ganbo.member.ImportStore.Upload;
import vn.ganbo.organisation.OrganisationImport;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.Letters;
import vn.ganbo.spreadsheet.MarkedBook;
import vn.ganbo.spreadsheet.Packed;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;

/**
 * Nhập từ bảng tính: takes a list in, checks it, lets faults be mended, applies it. Of the file
 * only the rows are kept, without those that must not be kept, and not longer than seven days.
 */
@Service
@ConditionalOnWebApplication
class Imports {
    static final List<Layout> LAYOUTS =
            List.of(OrganisationImport.LAYOUT, MemberImport.LAYOUT, MemberImport.REGISTER);
    static final int DAYS_KEPT = 7;

    private static final int LONGEST_NAME = 120;
    private static final int ROWS_AT_ONCE = 2_000;
    private static final int FAULTY = 200_000;

    private final ImportStore store;
    private final ImportFaultStore faults;
    private final ImportMappings mappings;
    private final ImportWork work;
    private final Matches matches;
    private final Clock clock;

    Imports(
            ImportStore store,
            ImportFaultStore faults,
            ImportMappings mappings,
            ImportWork work,
            Matches matches,
            Clock clock) {
        this.store = store;
        this.faults = faults;
        this.matches = matches;
        this.mappings = mappings;
        this.work = work;
        this.clock = clock;
    }

    /** The lists that this viewer may send. */
    static List<Layout> layouts(Viewer viewer) {
        return viewer.is(Role.ADMINISTRATOR) ? LAYOUTS : List.of(MemberImport.LAYOUT);
    }

    /**
     * Takes a list in and checks it, at once when it is short.
     *
     * @throws Problems on the field file when it cannot be read, or is not for this office
     */
    UUID upload(Viewer viewer, String fileName, byte[] file) {
        forgetOld();
        Optional<UUID> mended = mended(viewer, file);
        if (mended.isPresent()) {
            return mended.get();
        }
        Upload upload = pack(viewer, fileName, file);

        store.add(viewer, upload, clock.instant());

        if (!upload.doubtful()) {
            work.check(viewer, upload.id());
        }
        return upload.id();
    }

    /**
     * Of a workbook that was given back with its faults only the faulty rows are read again, into
     * the list that still waits for them. Empty for any other file, and once the list is written.
     */
    private Optional<UUID> mended(Viewer viewer, byte[] file) {
        try (Table table = Table.look(file, LAYOUTS)) {
            Optional<Listed> waiting =
                    idOf(table)
                            .flatMap(id -> store.one(viewer, id))
                            .filter(list -> list.state() == ImportState.CHECKED);
            if (waiting.isEmpty() || waiting.get().work() != null) {
                return Optional.empty();
            }
            Listed list = waiting.get();
            Set<Integer> faulty = faults.faultyRowNumbers(viewer.scope(), list.id());
            int rowColumn = table.headings().titles().indexOf(MarkedBook.ROW_TITLE);
            Map<Integer, Map<Integer, String>> typed = new HashMap<>();
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                int number = numberOf(row, rowColumn);
                if (faulty.contains(number)) {
                    typed.put(number, texts(row, list.titles(), table.headings()));
                }
            }
            correct(viewer, list.id(), list.version(), typed);
            return Optional.of(list.id());
        }
    }

    private static Optional<UUID> idOf(Table table) {
        try {
            return table.id().isEmpty()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(table.id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int numberOf(SheetRow row, int rowColumn) {
        String said = row.cell(rowColumn).text();
        return rowColumn >= 0 && said.matches("\\d{1,7}") ? Integer.parseInt(said) : row.number();
    }

    private static Map<Integer, String> texts(
            SheetRow row, List<String> titles, Headings returned) {
        Map<Integer, String> out = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            boolean there = i < returned.titles().size() && !returned.isOwn(i);
            if (there || !titles.get(i).equals(Headings.SECTION)) {
                out.put(i, ImportText.shown(row.cell(i)));
            }
        }
        return out;
    }

    /** The list, as far as it has come. Throws {@link NotFound}. */
    Listed require(Viewer viewer, UUID id) {
        return store.one(viewer, id).orElseThrow(NotFound::new);
    }

    /**
     * Puts typed texts in the place of cells and checks the list again.
     *
     * @param typed row number to column of the sheet, from 0, to text
     * @return whether anything was different
     */
    boolean correct(Viewer viewer, UUID id, int version, Map<Integer, Map<Integer, String>> typed) {
        return correct(viewer, id, version, typed, Map.of());
    }

    /**
     * The same, and keeps who is meant by rows that fit several members.
     *
     * @param meant row number to the chosen answer
     */
    boolean correct(
            Viewer viewer,
            UUID id,
            int version,
            Map<Integer, Map<Integer, String>> typed,
            Map<Integer, String> meant) {
        Listed file = require(viewer, id);
        boolean decided = !meant.isEmpty() && matches.decide(viewer, id, meant);
        byte[] content = store.content(viewer, id).orElseThrow(Imports::done);
        Correction correction = new Correction(typed);
        byte[] corrected = correction.of(content);
        if (!correction.changed && !decided) {
            return false;
        }
        claim(viewer, file, version, "CHECK", corrected, correction.dropped);

        work.check(viewer, id);
        return true;
    }

    /**
     * What was typed, and the same for the other faulty rows whose cell of that column says the
     * same wrong thing; names are everybody's own.
     */
    Map<Integer, Map<Integer, String>> alike(
            Viewer viewer, UUID id, Map<Integer, Map<Integer, String>> typed) {
        int name = require(viewer, id).namePlace();
        List<Line> lines =
                faults.lines(viewer.scope(), id, false, 0, FAULTY).stream()
                        .filter(line -> line.place() >= 0 && line.place() != name)
                        .toList();
        Map<Wrong, String> said = new HashMap<>();
        Map<Integer, Map<Integer, String>> out = new HashMap<>();
        typed.forEach((row, cells) -> out.put(row, new HashMap<>(cells)));
        for (Line line : lines) {
            Wrong wrong = Wrong.of(line);
            String now = typed.getOrDefault(line.row(), Map.of()).get(line.place());
            if (now != null && !now.equals(wrong.text)) {
                said.putIfAbsent(wrong, now);
            }
        }
        for (Line line : lines) {
            Wrong wrong = Wrong.of(line);
            String now = typed.getOrDefault(line.row(), Map.of()).get(line.place());
            if (said.containsKey(wrong) && (now == null || now.equals(wrong.text))) {
                out.computeIfAbsent(line.row(), _ -> new HashMap<>())
                        .put(line.place(), said.get(wrong));
            }
        }
        return out;
    }

    /** A wrong text in a column, whatever the row. */
    private record Wrong(int place, String text) {
        static Wrong of(Line line) {
            return new Wrong(line.place(), Texts.clean(line.cell(line.place())));
        }
    }

    /** Writes the good rows, in one transaction. Refuses when there are none. */
    void apply(Viewer viewer, UUID id, int version) {
        Listed file = require(viewer, id);
        if (file.state() == ImportState.APPLIED) {
            throw done();
        }
        if (file.state() != ImportState.CHECKED || file.accepted() == 0) {
            throw new Refusal("member.import-nothing-good");
        }
        claim(viewer, file, version, "APPLY", null, 0);

        work.apply(viewer, id);
    }

    /**
     * Undoes an applied list, a long one in the background.
     *
     * @return how many members are as before; empty where that is still under way
     * @throws Refusal when something has been built on it
     */
    OptionalInt undo(Viewer viewer, UUID id, int version) {
        Listed file = require(viewer, id);
        if (file.copiesDeleted()) {
            throw new Refusal("member.import-copies-deleted");
        }
        if (file.ofOrganisations() || !store.claimUndoing(viewer.scope(), id, version)) {
            throw new Conflict("một cửa sổ khác của văn phòng", clock.instant());
        }
        return work.undo(viewer, id);
    }

    /** Gives the list up. An applied one stays in the list of imports. */
    void remove(Viewer viewer, UUID id) {
        require(viewer, id);
        if (store.remove(viewer, id) == 0) {
            throw done();
        }
    }

    private void claim(
            Viewer viewer,
            Listed file,
            int version,
            String what,
            byte @Nullable [] content,
            int lost) {
        if (!store.claim(viewer.scope(), file.id(), version, what, content, lost)) {
            throw new Conflict("một cửa sổ khác của văn phòng", clock.instant());
        }
    }

    private static Refusal done() {
        return new Refusal("member.import-already-applied");
    }

    private void forgetOld() {
        store.forgetOld(
                Scope.system("imports older than seven days"),
                clock.instant().minus(Duration.ofDays(DAYS_KEPT)));
    }

    /**
     * Keeps which column is which, remembers it for lists of this shape, and checks the list.
     *
     * @param said key of the layout's column to column of the sheet, from 0
     * @param letters how the columns in old letters are read
     * @param listUnit the unit of the whole list, 0 where its rows name theirs
     * @param sheets of a list from several sheets, those whose rows are wanted
     */
    void map(
            Viewer viewer,
            UUID id,
            int version,
            Layout layout,
            Map<String, Integer> said,
            Letters letters,
            int listUnit,
            Set<String> sheets) {
        refuseForeign(viewer, layout);
        Listed file = require(viewer, id);
        byte[] content = store.content(viewer, id).orElseThrow(Imports::done);
        Repacked repacked;
        try (Table table = Packed.open(content, LAYOUTS)) {
            List<Letters> columns =
                    table.headings().letters().stream()
                            .map(old -> old == Letters.UNICODE ? old : letters)
                            .toList();
            if (sheets.isEmpty() && table.headings().titles().contains(Headings.SHEET)) {
                throw Problems.of("sheet", "Chưa chọn trang tính nào. Chọn ít nhất một trang.");
            }
            repacked = repack(table, table.headings().with(layout, said, columns), sheets);
        }
        mappings.remember(viewer, repacked.headings, listUnit);
        if (!store.map(
                viewer.scope(),
                file,
                version,
                repacked.headings,
                repacked.content,
                repacked.dropped,
                repacked.leftOut,
                listUnit)) {
            throw new Conflict("một cửa sổ khác của văn phòng", clock.instant());
        }

        work.check(viewer, id);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Repacked(
            Headings headings, byte[] content, int rows, int dropped, int leftOut) {}

    /**
     * Packs the rows under these headings, without those that must not be kept.
     *
     * @param sheets those whose rows are wanted; empty for all
     */
    private static Repacked repack(Table table, Headings headings, Set<String> sheets) {
        Packed packed = new Packed(headings);
        int sheet = sheets.isEmpty() ? -1 : headings.titles().indexOf(Headings.SHEET);
        int rows = 0;
        int dropped = 0;
        int leftOut = 0;
        for (SheetRow row = table.nextAsWritten(); row != null; row = table.nextAsWritten()) {
            rows++;
            if (sheet >= 0 && !sheets.contains(row.cell(sheet).text())) {
                leftOut++;
            } else if (!isTree(headings.layout()) && MemberImport.mustNotBeKept(headings, row)) {
                dropped++;
            } else {
                packed.add(row);
            }
        }
        return new Repacked(headings, packed.bytes(), rows, dropped, leftOut);
    }

    private static void refuseForeign(Viewer viewer, Layout layout) {
        if (viewer.is(Role.ADMINISTRATOR)) {
            return;
        }
        if (isTree(layout)) {
            throw Problems.of(
                    "file",
                    "Đây là danh sách tổ chức đảng. Việc nhập cây tổ chức do quản trị làm: gửi"
                            + " tệp này cho quản trị.");
        }
        if (layout.equals(MemberImport.REGISTER)) {
            throw Problems.of(
                    "file",
                    "Đây là sổ theo dõi của nơi cư trú: trong sổ có đảng viên của nhiều nơi công tác,"
                            + " nên do quản trị nhập. Gửi tệp này cho quản trị.");
        }
    }

    private Upload pack(Viewer viewer, String fileName, byte[] file) {
        try (Table table = Table.look(file, LAYOUTS)) {
            refuseForeign(viewer, table.headings().layout());
            Optional<ImportMappings.Known> known = mappings.known(viewer, table.headings());
            Headings headings = known.map(ImportMappings.Known::headings).orElse(table.headings());
            Repacked repacked = repack(table, headings, Set.of());
            if (repacked.rows == 0) {
                throw Problems.of(
                        "file", "Dưới dòng tiêu đề không có dòng nào. Chọn lại tệp cần nhập.");
            }
            String name = withoutFolders(fileName);
            name = name.substring(Math.max(0, name.length() - LONGEST_NAME));
            return new Upload(
                    Ids.next(),
                    name,
                    headings,
                    repacked.content,
                    repacked.rows - repacked.dropped,
                    repacked.dropped,
                    !headings.sure() || !headings.complete() || table.sheets().size() > 1,
                    remarks(viewer, table.remarks(), fingerprint(file)),
                    known.map(ImportMappings.Known::listUnit).orElse(0),
                    fingerprint(file));
        }
    }

    private List<String> remarks(Viewer viewer, List<String> ofTheFile, String fingerprint) {
        List<String> out = new ArrayList<>(ofTheFile);
        store.before(viewer, fingerprint)
                .ifPresent(before ->
                        out.add(
                                "Chính tệp này đã được gửi lúc "
                                        + Show.moment(before.uploadedAt())
                                        + (before.appliedAt() == null
                                                ? ", chưa ghi."
                                                : " và đã ghi vào sổ; ghi lần nữa chỉ thay đổi"
                                                        + " những gì khác đi từ đó.")));
        return out;
    }

    private static String fingerprint(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some browsers send the whole path, and others send what they like. */
    private static String withoutFolders(String fileName) {
        int end = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
        return fileName.substring(end + 1);
    }

    private static boolean isTree(Layout layout) {
        return layout.kind().equals(OrganisationImport.LAYOUT.kind());
    }

    /** Gives the rows that have a fault, from packed ones, some thousand at a time. */
    static void faultyRows(byte[] content, List<Fault> faults, Consumer<List<SheetRow>> taker) {
        Set<Integer> numbers = new HashSet<>();
        faults.forEach(fault -> numbers.add(fault.row()));
        List<SheetRow> some = new ArrayList<>();
        try (Table table = Packed.open(content, LAYOUTS)) {
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                if (numbers.contains(row.number())) {
                    some.add(row);
                }
                if (some.size() == ROWS_AT_ONCE) {
                    taker.accept(some);
                    some = new ArrayList<>();
                }
            }
        }
        if (!some.isEmpty()) {
            taker.accept(some);
        }
    }

    private static final class Correction {
        private final Map<Integer, Map<Integer, String>> typed;
        private boolean changed;
        private int dropped;

        Correction(Map<Integer, Map<Integer, String>> typed) {
            this.typed = typed;
        }

        byte[] of(byte[] content) {
            try (Table table = Packed.open(content, LAYOUTS)) {
                Packed packed = new Packed(table.headings().inUnicode());
                for (SheetRow row = table.next(); row != null; row = table.next()) {
                    SheetRow now = corrected(row);
                    if (!isTree(table.headings().layout())
                            && MemberImport.mustNotBeKept(table.headings().inUnicode(), now)) {
                        dropped++;
                    } else {
                        packed.add(now);
                    }
                }
                return packed.bytes();
            }
        }

        private SheetRow corrected(SheetRow row) {
            Map<Integer, String> cells = typed.get(row.number());
            if (cells == null) {
                return row;
            }
            List<SheetCell> out = new ArrayList<>(row.cells());
            cells.forEach((column, text) -> {
                while (out.size() <= column) {
                    out.add(SheetCell.EMPTY);
                }
                if (!ImportText.shown(out.get(column)).equals(text)) {
                    out.set(column, SheetCell.text(text));
                    changed = true;
                }
            });
            return new SheetRow(row.number(), out);
        }
    }
}
