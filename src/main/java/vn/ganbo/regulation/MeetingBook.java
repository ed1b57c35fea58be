package vn.ganbo.regulation;

import java.time.LocalDate;

/**
 * What holds for meetings attended from afar (Hướng dẫn 03-HD/TW).
 *
 * @param permission whether a committee above has to allow it
 * @param counts whether taking part from afar is attendance
 * @param ballot what must not be done online, in words
 */
public record MeetingBook(
        String id,
        int version,
        String code,
        String title,
        String citation,
        LocalDate from,
        Basis basis,
        boolean permission,
        Basis permissionBasis,
        boolean counts,
        Basis countsBasis,
        String ballot,
        Basis ballotBasis) {

    /** As records name it: "03-hd-tw/1". */
    public String reference() {
        return id + "/" + version;
    }
}
