package vn.ganbo.regulation;

/** What a member is exempt from; labels under exemptionKind.*. */
public enum ExemptionKind {
    /** Introduced, but need not come to the residence's meetings. */
    MEETINGS,
    /** Not introduced to a residence at all. */
    INTRODUCTION
}
