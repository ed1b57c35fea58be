package vn.ganbo.spreadsheet;

/** How much of a file is read before it is refused. */
final class Limits {
    /** Columns of a table. */
    static final int COLUMNS = 256;

    /** Rows of a sheet, as in Excel. */
    static final int ROWS = 1_048_576;

    /** Files inside an .xlsx file. */
    static final int PARTS = 1_000;

    /** Bytes of all inflated parts: the largest province written without care takes a third. */
    static final long INFLATED = 200L << 20;

    /** A file may inflate to this many times its size once it is above {@link #INNOCENT}. */
    static final int RATIO = 150;

    static final long INNOCENT = 64L << 20;

    /** Bytes of the parts that are held in memory: shared strings and styles. */
    static final long HELD = 64L << 20;

    /** Bytes of a sheet that is looked through once more for merged cells: those merged by hand. */
    static final int MERGED = 8 << 20;

    /** Bytes of one XML tag. */
    static final int TAG = 64 << 10;

    /**
     * Characters of all cells of a table, four times those of the largest province: a small file
     * can name one long text a million times.
     */
    static final long TEXT = 128L << 20;

    private Limits() {}
}
