package vn.ganbo.organisation;

/** Loại hình: which side of the liaison a unit stands on; labels under unitSide.* */
public enum UnitSide {
    SUPERIOR,
    RESIDENCE,
    WORKPLACE
}
