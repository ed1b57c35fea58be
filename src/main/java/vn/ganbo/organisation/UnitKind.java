package vn.ganbo.organisation;

/** Loại tổ chức: where a unit may stand in the tree; labels under unitKind.* */
public enum UnitKind {
    PROVINCE,
    COMMUNE,
    GRASSROOTS,
    SECTION,
    CELL,
    GROUP
}
