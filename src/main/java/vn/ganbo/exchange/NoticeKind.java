package vn.ganbo.exchange;

import java.util.Arrays;
import java.util.List;

/**
 * What a committee tells the other about a member (Regulation 213, Art. 3.5 and 4.5); labels under
 * noticeKind.*
 */
public enum NoticeKind {
    POST(Direction.TO_RESIDENCE),
    TRANSFER(Direction.TO_RESIDENCE),
    COMMENDATION(Direction.TO_RESIDENCE),
    DISCIPLINE(Direction.TO_RESIDENCE),
    RETIREMENT(Direction.TO_RESIDENCE),
    LONG_ABSENCE(Direction.TO_RESIDENCE),
    ABSENCES(Direction.TO_WORKPLACE),
    PRAISE(Direction.TO_WORKPLACE),
    /** The signed opinion of the cell committee, after the person was heard. */
    SHORTCOMING(Direction.TO_WORKPLACE),
    HELP(Direction.TO_WORKPLACE);

    private final Direction direction;

    NoticeKind(Direction direction) {
        this.direction = direction;
    }

    /** Which way it goes. */
    public Direction direction() {
        return direction;
    }

    /** Whether the person is heard, and the cell committee decides, before it is signed. */
    boolean heardFirst() {
        return this == SHORTCOMING;
    }

    /** The kinds that go this way. */
    static List<NoticeKind> going(Direction direction) {
        return Arrays.stream(values()).filter(kind -> kind.direction == direction).toList();
    }
}
