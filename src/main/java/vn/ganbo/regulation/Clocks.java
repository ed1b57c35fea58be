package vn.ganbo.regulation;

import java.time.MonthDay;

/** Kinds of time limits that a rulebook sets, and the keys under which others ask for them. */
public final class Clocks {
    /** Working days for a residence to acknowledge a letter, counted from the day it was sent. */
    public static final String ACKNOWLEDGEMENT_DUE = "acknowledgement_due";

    /** Working days to place an acknowledged member in a cell. */
    public static final String PLACEMENT_DUE = "placement_due";

    /** Working days after a missed day until the superior committee is told. */
    public static final String OVERDUE_TO_SUPERIOR = "overdue_to_superior";

    /** Working days between invitation and meeting. */
    public static final String INVITATION_LEAD = "invitation_lead";

    /** Working days a member has to answer why he was absent, counted from the day of asking. */
    public static final String ABSENCE_ANSWER = "absence_answer";

    /** Working days for the commune to confirm a signed comment. */
    public static final String CONFIRMATION_DUE = "confirmation_due";

    /** Working days to answer a notice of the other committee. */
    public static final String NOTICE_ANSWER = "notice_answer";

    /** Working days to answer an urgent notice of the other committee. */
    public static final String NOTICE_ANSWER_URGENT = "notice_answer_urgent";

    /** Working days after a half-year's last day to send the other committee its sheet. */
    public static final String HALF_SHEET_DUE = "half_sheet_due";

    /** Working days a member has to speak before the committee decides on a shortcoming. */
    public static final String HEARING = "hearing";

    /** Working days for a workplace to answer a proposal that came with a comment. */
    public static final String COMMENT_FOLLOW_UP = "comment_follow_up";

    /** Working days before an exemption's last day on which its end is reminded of. */
    public static final String EXEMPTION_ENDS = "exemption_ends";

    /** The day of the year on which a comment round opens. */
    public static final String COMMENT_WINDOW_OPEN = "comment_window_open";

    /** The day by which workplaces have asked for the yearly comments. */
    public static final String REQUEST_DUE = "request_due";

    /** The day by which the commune's committees have confirmed. */
    public static final String CONFIRMED_DUE = "confirmed_due";

    /** The day by which members should have sent their own report. */
    public static final String SELF_REPORT_DUE = "self_report_due";

    /** The day by which the cell committee has met with the Front work committee. */
    public static final String COLLECTIVE_MEETING_DUE = "collective_meeting_due";

    /** The day by which the cell has signed. */
    public static final String COMMENT_DUE = "comment_due";

    /** The day by which the comment is back at the workplace. */
    public static final String RETURNED_DUE = "returned_due";

    private Clocks() {}

    /**
     * A number of working days, counted from the day after.
     *
     * @param label what it limits, in Vietnamese
     */
    public record WorkingDayClock(String key, String label, int days, Basis basis) {}

    /** A day of every year. */
    public record YearlyDay(String key, String label, MonthDay day, Basis basis) {}
}
