package vn.ganbo.meeting;

/** What happens with an opinion; labels under opinionState.* */
public enum OpinionState {
    HEARD,
    PASSED_ON,
    SETTLED
}
