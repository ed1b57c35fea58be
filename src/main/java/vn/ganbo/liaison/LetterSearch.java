package vn.ganbo.liaison;

import java.util.Locale;
import vn.ganbo.kernel.Texts;

/**
 * What is looked for among letters: a name without diacritics, its initials, or a number such as
 * 142 or 142-GGT/ĐU, or the code of a file on the national portal.
 */
record LetterSearch(String typed) {

    private String plain() {
        return Texts.folded(typed).replace("\\", "").replace("%", "").replace("_", "");
    }

    boolean asked() {
        return !plain().isEmpty();
    }

    /** Patterns for the folded name; none for everybody. */
    String[] names() {
        return Texts.patterns(typed);
    }

    String initials() {
        return plain();
    }

    /** The whole code of a file on the national portal. */
    String code() {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** A pattern for the number; matches nothing when no figure comes first. */
    String number() {
        String figures = typed.strip().replaceFirst("^0*(\\d*).*$", "$1");
        return figures.isEmpty() ? "" : figures + "-%";
    }
}
