package vn.ganbo.kernel;

import java.util.Optional;
import java.util.UUID;

/** Cuộc họp sắp tới ở nơi cư trú, for what is told of a member by capabilities below meetings. */
public interface NextMeeting {
    /**
     * When and where.
     *
     * @param time "19 giờ 30, thứ Năm, 20/05/2027"
     */
    record Next(String time, String place) {
        /** Both in one line. */
        public String words() {
            return time + ", tại " + place;
        }
    }

    /** Empty while none is planned, or where the person need not come. */
    Optional<Next> of(Scope scope, UUID member);
}
