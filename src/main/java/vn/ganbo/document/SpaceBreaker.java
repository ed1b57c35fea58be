package vn.ganbo.document;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Lines break after spaces only: never inside 19/05/2010, 213-QĐ/TW or 1247/36/18B. */
final class SpaceBreaker implements FSTextBreaker {
    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    /** The next place where a line may end, or -1. */
    @Override
    public int next() {
        if (at >= text.length()) {
            return -1;
        }
        at++;
        while (at < text.length() && !(isSpace(at - 1) && !isSpace(at))) {
            at++;
        }
        return at;
    }

    private boolean isSpace(int index) {
        return Character.isWhitespace(text.charAt(index));
    }
}
