package vn.ganbo.away;

/** How a request went to the place of stay; labels under requestWay.* */
public enum RequestWay {
    POST,
    EMAIL,
    PORTAL
}
