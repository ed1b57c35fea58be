package vn.ganbo.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;

/**
 * Một thời gian: membership, status, workplace or residence from a day on, with its decision.
 *
 * @param since the first day, or null where it is not known
 * @param until the last day, or null while it lasts
 * @param place the unit or the address
 */
record Period(
        UUID id,
        PeriodKind kind,
        @Nullable MemberStatus status,
        @Nullable String place,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String paperNo,
        @Nullable LocalDate paperDate,
        @Nullable String paperIssuer,
        boolean withdrawn) {

    String what() {
        MemberStatus of = status;
        String at = place;
        return of != null ? Labels.of(of) : at != null ? at : Labels.of(kind);
    }

    String time() {
        LocalDate last = until;
        return (since == null ? "" : Show.date(since))
                + (last == null ? " đến nay" : " đến hết " + Show.date(last));
    }

    String paper() {
        String number = paperNo == null ? "" : "số " + paperNo;
        String day = paperDate == null ? "" : " ngày " + Show.date(paperDate);
        return (number + day + (paperIssuer == null ? "" : ", " + paperIssuer)).strip();
    }

    /** A placement is moved on by the next one and is never withdrawn. */
    boolean mayWithdraw() {
        return !withdrawn && kind != PeriodKind.WORKPLACE;
    }
}
