package vn.ganbo.spreadsheet;

import java.io.IOException;
import java.util.List;

/** A file told from its bytes: its visible sheets, and what is worth telling about it. */
interface Source {
    int sheets();

    /** A visible sheet, from 0. */
    Sheet sheet(int number) throws IOException;

    /** Sentences about what is in the file and is not read. */
    List<String> remarks();

    /** What a workbook of ours that comes back is recognised by; empty for other files. */
    default String id() {
        return "";
    }

    /** Throws {@link vn.ganbo.kernel.Problems} when the file is no table. */
    static Source of(byte[] file) throws IOException {
        return switch (FileKind.of(file)) {
            case XLSX -> new XlsxBook(file);
            case XLS -> new XlsBook(file);
            case TEXT -> new CsvFile(file);
        };
    }
}
