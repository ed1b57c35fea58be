package vn.ganbo.web;

/**
 * Which part of a long list is shown.
 *
 * @param page from 1
 * @param size rows a page
 * @param total rows in all
 */
public record Pager(int page, int size, long total) {
    /** A page that exists, whatever was typed into the address: between 1 and the last. */
    public static Pager of(int asked, int size, long total) {
        int last = (int) Math.max(1, (total + size - 1) / size);
        return new Pager(Math.clamp(asked, 1, last), size, total);
    }

    public long first() {
        return total == 0 ? 0 : (page - 1L) * size + 1;
    }

    public long last() {
        return Math.min(total, (long) page * size);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Rows to leave out, for SQL. */
    public long offset() {
        return (page - 1L) * size;
    }

    /** The address of another page of the same list. */
    String at(String link, int other) {
        return link + (link.contains("?") ? "&" : "?") + "page=" + other;
    }
}
