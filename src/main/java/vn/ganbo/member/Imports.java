package vn.ganbo.member;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.ImportStore.Listed;
import vn.ganbo.member.ImportStore.Upload;
import vn.ganbo.organisation.OrganisationImport;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Layout;
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

    private final ImportStore store;
    private final ImportWork work;
    private final Clock clock;

    Imports(ImportStore store, ImportWork work, Clock clock) {
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Takes a list in and checks it, at once when it is short.
     *
     * @throws Problems on the field file when it cannot be read, or is not for this office
     */
    UUID upload(Viewer viewer, String fileName, byte[] file) {
        forgetOld();
        Upload upload = pack(viewer, fileName, file);

        store.add(viewer, upload, clock.instant());

        work.check(viewer, upload.id());
        return upload.id();
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
        Listed file = require(viewer, id);
        byte[] content = store.content(viewer, id).orElseThrow(Imports::done);
        Correction correction = new Correction(typed);
        byte[] corrected = correction.of(content);
        if (!correction.changed) {
            return false;
        }
        claim(viewer, file, version, "CHECK", corrected, correction.dropped);

        work.check(viewer, id);
        return true;
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

    private static Upload pack(Viewer viewer, String fileName, byte[] file) {
        try (Table table = Table.open(file, LAYOUTS)) {
            Layout layout = table.headings().layout();
            if (isTree(layout) && !viewer.is(Role.ADMINISTRATOR)) {
                throw Problems.of(
                        "file",
                        "Đây là danh sách tổ chức đảng. Việc nhập cây tổ chức do quản trị làm: gửi"
                                + " tệp này cho quản trị.");
            }
            Packed packed = new Packed(table.headings());
            int rows = 0;
            int dropped = 0;
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                rows++;
                if (!isTree(layout) && MemberImport.mustNotBeKept(table.headings(), row)) {
                    dropped++;
                } else {
                    packed.add(row);
                }
            }
            if (rows == 0) {
                throw Problems.of(
                        "file", "Dưới dòng tiêu đề không có dòng nào. Chọn lại tệp cần nhập.");
            }
            String name = withoutFolders(fileName);
            name = name.substring(Math.max(0, name.length() - LONGEST_NAME));
            return new Upload(
                    Ids.next(), name, table.headings(), packed.bytes(), rows - dropped, dropped);
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
                Packed packed = new Packed(table.headings());
                for (SheetRow row = table.next(); row != null; row = table.next()) {
                    SheetRow now = corrected(row);
                    if (!isTree(table.headings().layout())
                            && MemberImport.mustNotBeKept(table.headings(), now)) {
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
