package vn.ganbo.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Texts;

/** A workbook: its visible sheets, shared strings and which styles are dates. */
final class XlsxBook implements Source {
    private final Archive archive;
    private final Map<String, String> targets = new HashMap<>();
    private final List<String> sheetParts = new ArrayList<>();
    private final List<String> sheetNames = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private final List<Boolean> dateStyles = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable Letters font;
    private String id = "";
    private boolean from1904;

    /** Throws {@link vn.ganbo.kernel.Problems} when this is no workbook. */
    XlsxBook(byte[] file) {
        archive = new Archive(file);
        requireWorkbook();
        if (archive.names().contains("xl/vbaproject.bin")) {
            remarks.add(Trouble.MACROS);
        }
        if (archive.names().stream().anyMatch(name -> name.startsWith("xl/externallinks/"))) {
            remarks.add(Trouble.LINKS);
        }
        try {
            held("docprops/core.xml", this::properties);
            held("xl/_rels/workbook.xml.rels", this::relation);
            held("xl/workbook.xml", this::workbook);
            held("xl/styles.xml", new Styles());
            held("xl/sharedstrings.xml", this::sharedString);
        } catch (XMLStreamException | IOException e) {
            throw Trouble.broken();
        }
        if (sheetParts.isEmpty()) {
            throw Trouble.noVisibleSheet();
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int sheets() {
        return sheetParts.size();
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public Sheet sheet(int number) {
        String part = sheetParts.get(number);
        InputStream in = archive.open(part).orElseThrow(Trouble::broken);
        try {
            Optional<InputStream> small = archive.glance(part, Limits.MERGED);
            List<Merged.Span> merged =
                    small.isEmpty() ? List.of() : XlsxRows.merged(Markup.open(small.get()));
            return new Sheet(
                    sheetNames.get(number),
                    new XlsxRows(this, Markup.open(in)),
                    merged,
                    font,
                    false);
        } catch (XMLStreamException e) {
            throw Trouble.broken();
        }
    }

    @Nullable String sharedString(int index) {
        return index >= 0 && index < strings.size() ? strings.get(index) : null;
    }

    boolean isDate(int style) {
        return style >= 0 && style < dateStyles.size() && dateStyles.get(style);
    }

    /** Days between the two ways of counting. */
    int dayShift() {
        return from1904 ? 1462 : 0;
    }

    private void requireWorkbook() {
        if (archive.names().contains("xl/workbook.xml")) {
            return;
        }
        if (archive.names().contains("xl/workbook.bin")) {
            throw Trouble.with(
                    "Đây là tệp Excel nhị phân (.xlsb). Mở tệp bằng Excel, chọn Lưu thành, kiểu Sổ"
                            + " làm việc Excel (.xlsx), rồi gửi tệp mới.");
        }
        if (archive.names().contains("word/document.xml")) {
            throw Trouble.with(
                    "Đây là tệp Word, không phải bảng tính. Chép bảng sang Excel, lưu thành .xlsx rồi"
                            + " gửi lại.");
        }
        if (archive.names().contains("content.xml")) {
            throw Trouble.with(
                    "Đây là tệp OpenDocument. Mở tệp, chọn Lưu thành, kiểu Excel (.xlsx), rồi gửi tệp"
                            + " mới.");
        }
        throw Trouble.with(
                "Đây là tệp nén, không phải bảng tính. Giải nén rồi gửi tệp .xlsx bên trong.");
    }

    @FunctionalInterface
    private interface Element {
        void at(XMLStreamReader xml) throws XMLStreamException;
    }

    private void part(String name, Element element) throws XMLStreamException, IOException {
        Optional<InputStream> found = archive.open(name);
        if (found.isEmpty()) {
            return;
        }
        try (InputStream in = found.get()) {
            XMLStreamReader xml = Markup.open(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element.at(xml);
                }
            }
        }
    }

    private void held(String name, Element element) throws XMLStreamException, IOException {
        long[] left = {Limits.HELD};
        part(
                name,
                xml -> {
                    element.at(xml);
                    left[0] = Limits.HELD - xml.getLocation().getCharacterOffset();
                    if (left[0] < 0) {
                        throw Trouble.tooMuch();
                    }
                });
    }

    private void properties(XMLStreamReader xml) throws XMLStreamException {
        if (xml.getLocalName().equals("keywords")) {
            id = MarkedBook.idOf(XlsxText.plain(xml));
        }
    }

    private void relation(XMLStreamReader xml) {
        String id = xml.getAttributeValue(null, "Id");
        String target = xml.getAttributeValue(null, "Target");
        if (id != null && target != null) {
            targets.put(id, target.startsWith("/") ? target : "xl/" + target);
        }
    }

    private void workbook(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "workbookPr" -> {
                String flag = xml.getAttributeValue(null, "date1904");
                from1904 = "1".equals(flag) || "true".equals(flag);
            }
            case "sheet" -> {
                String state = xml.getAttributeValue(null, "state");
                String target = targets.get(relationOf(xml));
                if (target != null && (state == null || state.equals("visible"))) {
                    String name = xml.getAttributeValue(null, "name");
                    sheetParts.add(target);
                    sheetNames.add(name == null ? "" : Texts.clean(name));
                }
            }
            default -> {}
        }
    }

    private static String relationOf(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void sharedString(XMLStreamReader xml) throws XMLStreamException {
        if (xml.getLocalName().equals("si")) {
            String text = XlsxText.until(xml, "si");
            strings.add(text.isEmpty() ? "" : text);
        }
    }

    private final class Styles implements Element {
        private final Map<String, Boolean> formats = new HashMap<>();
        private boolean inCells;

        @Override
        public void at(XMLStreamReader xml) {
            switch (xml.getLocalName()) {
                case "numFmt" -> {
                    String id = xml.getAttributeValue(null, "numFmtId");
                    String code = xml.getAttributeValue(null, "formatCode");
                    if (id != null && code != null) {
                        formats.put(id, DateFormats.isDate(code));
                    }
                }
                case "name" -> {
                    String name = xml.getAttributeValue(null, "val");
                    Letters written = name == null ? null : Sheet.written(name);
                    font = written == null ? font : written;
                }
                case "cellXfs" -> inCells = true;
                case "cellStyles", "dxfs" -> inCells = false;
                case "xf" -> {
                    if (inCells) {
                        dateStyles.add(isDate(xml.getAttributeValue(null, "numFmtId")));
                    }
                }
                default -> {}
            }
        }

        private boolean isDate(@Nullable String id) {
            if (id == null) {
                return false;
            }
            Boolean own = formats.get(id);
            return own != null ? own : DateFormats.isBuiltIn(id);
        }
    }
}
