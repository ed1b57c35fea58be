package vn.ganbo.member;

import java.util.Locale;

/** Names as they are written on papers: "NGUYỄN THỊ ƯNG" and "nguyễn thị ưng" are one name. */
final class MemberImportNames {
    private MemberImportNames() {}

    /** With a capital for each word, where all or none of its letters are capitals. */
    static String proper(String name) {
        String[] words = name.split(" ", -1);
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT)) && words.length > 1;
        StringBuilder out = new StringBuilder(name.length());
        for (String word : words) {
            if (!out.isEmpty()) {
                out.append(' ');
            }
            if (word.isEmpty()) {
                continue;
            }
            int first = word.offsetByCodePoints(0, 1);
            String rest = word.substring(first);
            out.append(word.substring(0, first).toUpperCase(Locale.ROOT))
                    .append(shouted ? rest.toLowerCase(Locale.ROOT) : rest);
        }
        return out.toString();
    }
}
