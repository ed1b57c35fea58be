package vn.ganbo.assessment;

/** What the workplace did about a proposal; labels under followUpOutcome.* */
enum FollowUpOutcome {
    COMMENDED,
    NOTED,
    REMINDED,
    REFERRED,
    NO_GROUND
}
