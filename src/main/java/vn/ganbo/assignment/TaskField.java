package vn.ganbo.assignment;

/** Lĩnh vực of a task; labels under taskField.* */
enum TaskField {
    FRONT,
    SECURITY,
    ENVIRONMENT,
    ECONOMY,
    CULTURE,
    PARTY,
    NEIGHBOURHOOD,
    OTHER
}
