package vn.ganbo.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet, one after the other. */
interface Rows extends Closeable {
    Rows NONE =
            new Rows() {
                @Override
                public @Nullable SheetRow next() {
                    return null;
                }

                @Override
                public void close() {}
            };

    /** The next row that is not blank, or null at the end. */
    @Nullable SheetRow next() throws IOException;

    /** How many of the rows given so far are hidden, or filtered away. */
    default int hidden() {
        return 0;
    }
}
