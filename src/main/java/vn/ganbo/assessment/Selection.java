package vn.ganbo.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.regulation.Norms;

/**
 * Whom to comment on where the rulebook does not ask for all: those the workplace asks for, those
 * whose last slip noted merit or a shortcoming, those whose turn it is, and of the rest a share by
 * lot. The same people, seed and rulebook give the same choice, so that anybody can check it.
 */
final class Selection {
    private Selection() {}

    /**
     * Somebody on the register.
     *
     * @param asked the workplace asked for the year
     * @param noted the slip of the year before proposed something or named a shortcoming
     * @param lastYear the year of the last slip, or null
     * @param since the year in which the person came onto the register
     */
    record Candidate(
            UUID member, boolean asked, boolean noted, @Nullable Integer lastYear, int since) {
        /** Years without a comment, the year in question included. */
        int unasked(int year) {
            return year - (lastYear == null ? since - 1 : lastYear);
        }
    }

    /** Who is chosen and why; who is not is absent. In the order of the candidates. */
    static Map<UUID, Chosen> choose(
            List<Candidate> candidates, int year, Norms.Targeted rule, long seed) {
        Map<UUID, Chosen> out = new LinkedHashMap<>();
        List<Candidate> rest = new ArrayList<>();
        for (Candidate one : candidates) {
            if (one.asked()) {
                out.put(one.member(), Chosen.ASKED);
            } else if (one.noted()) {
                out.put(one.member(), Chosen.NOTED);
            } else if (one.unasked(year) > rule.unaskedYears()) {
                out.put(one.member(), Chosen.OVERDUE);
            } else {
                rest.add(one);
            }
        }
        int drawn = Math.ceilDiv(rest.size() * rule.samplePercent(), 100);
        rest.stream()
                .sorted(Comparator.comparing(one -> lot(seed, one.member())))
                .limit(drawn)
                .forEach(one -> out.put(one.member(), Chosen.LOT));
        return out;
    }

    /** The person's lot: SHA-256 of the seed and the id, so that no list order weighs. */
    private static String lot(long seed, UUID member) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            (seed + ":" + member)
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
