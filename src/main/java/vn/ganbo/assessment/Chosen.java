package vn.ganbo.assessment;

/** Why somebody is commented on in a round that does not comment on all; labels under chosen.* */
enum Chosen {
    /** The workplace asked. */
    ASKED,
    /** The last slip proposed something or named a shortcoming. */
    NOTED,
    /** Nobody stays longer than the rulebook's years without a comment. */
    OVERDUE,
    /** By lot, with a recorded seed. */
    LOT,
    /** The cell added him for merit or a shortcoming. */
    ADDED
}
