package vn.ganbo.assessment;

/** Where a request for a comment stands; labels under requestState.* */
enum RequestState {
    SENT,
    TAKEN_UP,
    ANSWERED
}
