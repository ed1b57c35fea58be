package vn.ganbo.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.model.HSSFFormulaParser;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;

/**
 * An .xls workbook of Excel 97 to 2003, read record by record with Apache POI. Formulas are shown
 * and never worked out; macros and pictures are passed over.
 */
final class XlsBook implements Source {
    private final List<BoundSheetRecord> bounds = new ArrayList<>();
    private final List<Page> sheets = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable Letters font;

    /** One sheet as it was read. */
    private static final class Page {
        private final List<SheetRow> rows = new ArrayList<>();
        private final List<Merged.Span> merged = new ArrayList<>();
        private final Set<Integer> hidden = new HashSet<>();
        private String name = "";
    }

    /** Throws {@link vn.ganbo.kernel.Problems} when it cannot be read. */
    XlsBook(byte[] file) {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            if (system.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                remarks.add(Trouble.MACROS);
            }
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(new Reader());
            new HSSFEventFactory().processWorkbookEvents(request, system);
        } catch (EncryptedDocumentException e) {
            throw Trouble.locked();
        } catch (OldExcelFormatException e) {
            throw Trouble.with(
                    "Đây là tệp Excel 5.0 hoặc 95. Mở tệp bằng Excel, chọn Lưu thành, kiểu Sổ làm"
                            + " việc Excel (.xlsx), rồi gửi tệp mới.");
        } catch (Problems e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A file broken on purpose makes POI throw whatever comes to hand.
            throw Trouble.broken();
        }
        if (visible().isEmpty()) {
            throw Trouble.noVisibleSheet();
        }
    }

    private List<Page> visible() {
        List<Page> out = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            BoundSheetRecord bound = i < bounds.size() ? bounds.get(i) : null;
            if (bound == null || !(bound.isHidden() || bound.isVeryHidden())) {
                sheets.get(i).name = bound == null ? "" : Texts.clean(bound.getSheetname());
                out.add(sheets.get(i));
            }
        }
        return out;
    }

    @Override
    public int sheets() {
        return visible().size();
    }

    @Override
    public Sheet sheet(int number) {
        Page page = visible().get(number);
        Iterator<SheetRow> rows = page.rows.iterator();
        return new Sheet(
                page.name,
                new Rows() {
                    private int hidden;

                    @Override
                    public @Nullable SheetRow next() {
                        SheetRow row = rows.hasNext() ? rows.next() : null;
                        hidden += row != null && page.hidden.contains(row.number()) ? 1 : 0;
                        return row;
                    }

                    @Override
                    public int hidden() {
                        return hidden;
                    }

                    @Override
                    public void close() {}
                },
                page.merged,
                font,
                false);
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    private final class Reader implements HSSFListener {
        private final List<Integer> formats = new ArrayList<>();
        private final Map<Integer, String> codes = new HashMap<>();
        private @Nullable SSTRecord strings;
        private int dayShift;
        private long held;
        private @Nullable Page sheet;
        private int row;
        private List<SheetCell> cells = new ArrayList<>();

        @Override
        public void processRecord(Record record) {
            switch (record) {
                case BOFRecord begin -> {
                    sheet = begin.getType() == BOFRecord.TYPE_WORKSHEET ? new Page() : null;
                    if (sheet != null) {
                        sheets.add(sheet);
                    } else if (begin.getType() == BOFRecord.TYPE_CHART && sheets.isEmpty()) {
                        sheets.add(new Page());
                    }
                }
                case BoundSheetRecord bound -> bounds.add(bound);
                case DateWindow1904Record window ->
                        dayShift = window.getWindowing() == 1 ? 1462 : 0;
                case SSTRecord all -> strings = all;
                case FontRecord one -> {
                    Letters written = Sheet.written(one.getFontName());
                    font = written == null ? font : written;
                }
                case FormatRecord format ->
                        codes.put(format.getIndexCode(), format.getFormatString());
                case ExtendedFormatRecord style -> formats.add((int) style.getFormatIndex());
                case RowRecord line -> {
                    if (sheet != null && line.getZeroHeight()) {
                        sheet.hidden.add(line.getRowNumber() + 1);
                    }
                }
                case MergeCellsRecord ranges -> merge(ranges);
                case CellValueRecordInterface cell -> put(cell);
                default -> {}
            }
            if (record.getSid() == org.apache.poi.hssf.record.EOFRecord.sid) {
                end();
            }
        }

        private void merge(MergeCellsRecord ranges) {
            for (int i = 0; sheet != null && i < ranges.getNumAreas(); i++) {
                CellRangeAddress range = ranges.getAreaAt(i);
                if (range.getLastRow() > range.getFirstRow()) {
                    sheet.merged.add(
                            new Merged.Span(
                                    range.getFirstColumn(),
                                    range.getFirstRow() + 1,
                                    range.getLastRow() + 1));
                }
            }
        }

        private void put(CellValueRecordInterface cell) {
            if (sheet == null) {
                return;
            }
            if (cell.getRow() != row - 1) {
                end();
                row = cell.getRow() + 1;
            }
            SheetCell read = read(cell);
            if (read.isEmpty()) {
                return;
            }
            held += read.text().length();
            if (held > Limits.TEXT) {
                throw Trouble.tooMuch();
            }
            if (cell.getColumn() >= Limits.COLUMNS) {
                throw Trouble.tooManyColumns(row);
            }
            while (cells.size() < cell.getColumn()) {
                cells.add(SheetCell.EMPTY);
            }
            if (cells.size() == cell.getColumn()) {
                cells.add(read);
            } else {
                cells.set(cell.getColumn(), read);
            }
        }

        private void end() {
            if (sheet != null && !cells.isEmpty()) {
                sheet.rows.add(new SheetRow(row, cells));
            }
            cells = new ArrayList<>();
            row = 0;
        }

        private SheetCell read(CellValueRecordInterface cell) {
            return switch (cell) {
                case LabelSSTRecord label ->
                        strings == null
                                ? SheetCell.EMPTY
                                : SheetCell.text(
                                        strings.getString(label.getSSTIndex()).getString());
                case org.apache.poi.hssf.record.LabelRecord label ->
                        SheetCell.text(label.getValue());
                case NumberRecord number -> number(number.getValue(), number.getXFIndex());
                case FormulaRecord formula ->
                        new SheetCell(SheetCell.Kind.FORMULA, formula(formula));
                case BoolErrRecord truth ->
                        truth.isError()
                                ? new SheetCell(
                                        SheetCell.Kind.ERROR,
                                        FormulaError.forInt(truth.getErrorValue()).getString())
                                : new SheetCell(
                                        SheetCell.Kind.BOOLEAN,
                                        truth.getBooleanValue() ? "TRUE" : "FALSE");
                default -> SheetCell.EMPTY;
            };
        }

        private SheetCell number(double value, int style) {
            int format = style < formats.size() ? formats.get(style) : 0;
            String code = codes.get(format);
            boolean date =
                    code == null
                            ? DateFormats.isBuiltIn(String.valueOf(format))
                            : DateFormats.isDate(code);
            LocalDate day = date ? SheetCell.dayOf(value + dayShift) : null;
            return day == null ? SheetCell.number(value) : SheetCell.date(day);
        }

        /** As it was typed, where it names no other sheet; else only that it is one. */
        private static String formula(FormulaRecord formula) {
            try {
                return HSSFFormulaParser.toFormulaString(null, formula.getParsedExpression());
            } catch (RuntimeException e) {
                return "…";
            }
        }
    }
}
