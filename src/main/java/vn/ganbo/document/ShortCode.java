package vn.ganbo.document;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.ganbo.kernel.Texts;

/**
 * Mã tra cứu: ten digits and two that check them (ISO 7064 MOD 97-10), by which a paper is found
 * where nothing can be scanned. A key to look something up, not a secret.
 */
public final class ShortCode {
    /** How many codes there are. */
    static final long COUNT = 10_000_000_000L;

    private static final int LENGTH = 12;
    private static final int MODULUS = 97;
    private static final Pattern BETWEEN = Pattern.compile("[\\s.-]");

    private ShortCode() {}

    /** The code of a number from 0 to {@link #COUNT}, less one. */
    static String of(long number) {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("no code for " + number);
        }
        long check = MODULUS + 1 - number * 100 % MODULUS;
        return "%010d%02d".formatted(number, check);
    }

    /** The twelve digits of what was typed, in fours or not; empty where a digit is wrong. */
    public static Optional<String> read(String typed) {
        String digits = BETWEEN.matcher(Texts.clean(typed)).replaceAll("");
        boolean good =
                digits.length() == LENGTH
                        && digits.matches("[0-9]+")
                        && Long.parseLong(digits) % MODULUS == 1;
        return good ? Optional.of(digits) : Optional.empty();
    }

    /** "4821 0937 5169". */
    public static String written(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
