package vn.ganbo.document;

/** How papers lie on the sheets of a batch; labels under printLayout.* */
public enum PrintLayout {
    /** One paper on a sheet of A4. */
    A4,
    /** Two papers beside each other, each of the size of A5, on a sheet of A4. */
    TWO_ON_A4;

    /** Papers on one sheet. */
    int onSheet() {
        return this == A4 ? 1 : 2;
    }
}
