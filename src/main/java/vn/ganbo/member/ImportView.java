package vn.ganbo.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;
import vn.ganbo.member.ImportFaultStore.Line;
import vn.ganbo.member.ImportStore.Listed;
import vn.ganbo.organisation.Unit;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Part;
import vn.ganbo.web.Step;
import vn.ganbo.web.Typed;

/**
 * The page of one list.
 *
 * @param faults one line a fault, with the cell to be mended
 * @param cellPlace the column of the Party cell, from 0, or -1
 * @param cells what may be typed there; empty where nothing is wrong with it
 * @param notes what was taken and is worth a look
 * @param first the first rows as the program reads them
 */
record ImportView(
        Listed file,
        Typed typed,
        List<Mendable> faults,
        int cellPlace,
        List<Choice> cells,
        Pager faultPages,
        List<Line> notes,
        long noteCount,
        List<String> firstTitles,
        List<List<String>> first) {
    private static final int LONGEST_NAME = 40;
    private static final int MOST_CELLS = 400;

    /**
     * A fault with its cell.
     *
     * @param name who or what the row is about, as the file says
     * @param field name of the input, or null where the table has no such column
     * @param value what the cell says
     * @param answers who may be meant, where a person is to say it
     */
    record Mendable(
            int row,
            String name,
            String column,
            @Nullable String field,
            String value,
            String message,
            List<Choice> answers) {

        boolean isIn(int place) {
            return field != null && place >= 0 && field.endsWith("-" + place);
        }

        static Mendable of(Line line, Listed file) {
            String name = line.cell(file.namePlace());
            boolean mendable =
                    file.state() != ImportState.APPLIED
                            && line.place() >= 0
                            && !line.cells().isEmpty();
            return new Mendable(
                    line.row(),
                    name.isEmpty() ? "(trống)" : brief(name),
                    line.column(),
                    mendable ? "o" + line.row() + "-" + line.place() : null,
                    line.cell(line.place()),
                    line.message(),
                    line.answers().stream()
                            .map(answer -> Choice.of(answer.value(), answer.label()))
                            .toList());
        }
    }

    /**
     * Cells to be offered, by a name that only one of them has, else by their code; not too many.
     */
    static List<Choice> cells(Collection<Unit> below) {
        List<Unit> cells = MemberPages.cells(below);
        Map<String, Long> names =
                cells.stream().collect(Collectors.groupingBy(Unit::name, Collectors.counting()));
        return cells.size() > MOST_CELLS
                ? List.of()
                : cells.stream()
                        .map(cell ->
                                names.getOrDefault(cell.name(), 0L) == 1
                                        ? Choice.of(cell.name(), cell.code())
                                        : Choice.of(cell.code(), cell.name()))
                        .toList();
    }

    /** Whether the fault is one of the Party cell, for which some are offered. */
    boolean offersCells(Mendable fault) {
        return !cells.isEmpty() && fault.isIn(cellPlace);
    }

    private static String brief(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    /** Titles of the recognised columns shown in the sample of the first rows. */
    static List<String> titles(Headings headings) {
        return headings.layout().columns().stream()
                .filter(column -> headings.place(column.key()) >= 0)
                .filter(column -> !column.key().equals("ordinal"))
                .limit(6)
                .map(Layout.Column::title)
                .toList();
    }

    static List<String> sample(Headings headings, SheetRow row) {
        List<String> out = new ArrayList<>();
        for (Layout.Column column : headings.layout().columns()) {
            int place = headings.place(column.key());
            if (place >= 0 && !column.key().equals("ordinal") && out.size() < 6) {
                out.add(ImportText.shown(row.cell(place)));
            }
        }
        return out;
    }

    String things() {
        return file.ofOrganisations() ? "tổ chức đảng" : "đảng viên";
    }

    boolean working() {
        return file.work() != null;
    }

    boolean applied() {
        return file.state() == ImportState.APPLIED;
    }

    boolean takenBack() {
        return file.state() == ImportState.TAKEN_BACK;
    }

    /** Whether the check did not come to its end, so that it is to be begun again. */
    boolean stopped() {
        return file.state() == ImportState.FAILED;
    }

    boolean mayApply() {
        return !working()
                && file.state() == ImportState.CHECKED
                && file.accepted() > 0
                && !changesNothing();
    }

    /** Whether every good row says what the program has already. */
    boolean changesNothing() {
        return !working()
                && file.state() == ImportState.CHECKED
                && file.accepted() > 0
                && file.unchanged() == file.accepted();
    }

    boolean mayMend() {
        return !working() && !applied() && !takenBack() && !faults.isEmpty();
    }

    /** Whether what the list wrote is being taken back. */
    boolean undoing() {
        return "UNDO".equals(file.work());
    }

    String title() {
        if (undoing()) {
            return "Đang hoàn tác";
        }
        if (applied()) {
            return "Đã ghi " + Show.number(file.accepted()) + " " + things();
        }
        if (takenBack()) {
            return "Đã hoàn tác";
        }
        if (working()) {
            return "APPLY".equals(file.work()) ? "Đang ghi vào sổ" : "Đang kiểm tra";
        }
        return "Kiểm tra trước khi ghi";
    }

    String lead() {
        String rows = Show.number(file.rows() + file.dropped()) + " dòng";
        return file.state() == ImportState.CHECKED || applied()
                ? rows
                        + " · "
                        + Show.number(file.accepted())
                        + " dòng tốt · "
                        + Show.number(file.rejected())
                        + " dòng cần sửa"
                : rows;
    }

    /** How far the work under way has come. */
    List<Part> progress() {
        return List.of(Part.of(file.seen(), Math.max(1, file.rows()), vn.ganbo.kernel.Tone.ACT));
    }

    String progressWords() {
        return (undoing() ? "Đã trả lại " : "Đã xem ")
                + Show.number(file.seen())
                + " trong "
                + Show.number(file.rows())
                + " dòng";
    }

    List<Step> steps() {
        String found =
                file.columnsFound()
                        + " / "
                        + (file.columnsFound() + file.columnsMissing().size())
                        + " cột nhận ra";
        String faulty =
                file.rejected() == 0
                        ? "Không có dòng nào cần sửa"
                        : Show.number(file.rejected()) + " dòng cần sửa";
        Step chosen = Step.done("1 Chọn tệp", "Tiêu đề ở dòng " + file.headingRow());
        Step matched = Step.done("2 Ghép cột", found);
        if (applied() || takenBack()) {
            return List.of(
                    chosen,
                    matched,
                    Step.done("3 Kiểm tra, sửa", faulty),
                    Step.done(
                            "4 Ghi vào sổ",
                            file.appliedAt() == null ? null : Show.moment(file.appliedAt())));
        }
        if (working()) {
            boolean writing = "APPLY".equals(file.work());
            return List.of(
                    chosen,
                    matched,
                    writing
                            ? Step.done("3 Kiểm tra, sửa", faulty)
                            : Step.now("3 Kiểm tra, sửa", "đang kiểm tra"),
                    writing
                            ? Step.now("4 Ghi vào sổ", "đang ghi")
                            : Step.later("4 Ghi vào sổ", null));
        }
        return List.of(
                chosen,
                matched,
                Step.now("3 Kiểm tra, sửa", faulty),
                Step.later("4 Ghi vào sổ", "Một lần, tất cả các dòng tốt"));
    }

    String applyWords() {
        return "Ghi "
                + Show.number(file.accepted())
                + (file.rejected() == 0 ? " dòng" : " dòng tốt");
    }
}
