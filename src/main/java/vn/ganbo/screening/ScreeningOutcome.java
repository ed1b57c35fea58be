package vn.ganbo.screening;

import org.jspecify.annotations.Nullable;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.regulation.ScreeningGround;

/**
 * How a case may end; labels under screeningOutcome.* Expulsion is a discipline and is not decided
 * here: such a case goes to the inspection commission.
 */
public enum ScreeningOutcome {
    KEPT(null),
    STRIKE_OFF(MemberStatus.STRUCK_OFF),
    LEAVE(MemberStatus.LEFT),
    TO_INSPECTION(null);

    private final @Nullable MemberStatus status;

    ScreeningOutcome(@Nullable MemberStatus status) {
        this.status = status;
    }

    /** What the member is afterwards, or null: as before. */
    @Nullable MemberStatus status() {
        return status;
    }

    /**
     * Whether a case of this ground can end so: who asked to leave leaves, others are struck off.
     */
    boolean of(ScreeningGround ground) {
        return switch (this) {
            case KEPT, TO_INSPECTION -> true;
            case LEAVE -> ground == ScreeningGround.OWN_REQUEST;
            case STRIKE_OFF -> ground != ScreeningGround.OWN_REQUEST;
        };
    }
}
