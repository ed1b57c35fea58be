package vn.ganbo.assessment;

/** Where a comment slip stands; labels under commentState.* */
public enum CommentState {
    DRAFT,
    CELL_SIGNED,
    COMMUNE_CONFIRMED,
    RETURNED
}
