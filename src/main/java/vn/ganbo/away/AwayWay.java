package vn.ganbo.away;

/** How an application reached the cell; labels under awayWay.* */
enum AwayWay {
    PHONE,
    PAPER,
    ORAL
}
