package vn.ganbo.away;

/** Where a request for help stands; labels under helpState.* */
enum HelpState {
    OPEN,
    TAKEN,
    DONE
}
