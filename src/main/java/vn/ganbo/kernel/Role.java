package vn.ganbo.kernel;

/**
 * What an office may do, held at one organisation for a period; labels in labels.properties
 * (role.*).
 */
public enum Role {
    WORKPLACE_OFFICE,
    WORKPLACE_CELL_SECRETARY,
    RESIDENCE_OFFICE,
    RESIDENCE_CELL_SECRETARY,
    COMMITTEE_MEMBER_IN_CHARGE,
    GROUP_LEADER,
    MEMBER,
    ANALYST,
    ADMINISTRATOR,
    AUDITOR
}
