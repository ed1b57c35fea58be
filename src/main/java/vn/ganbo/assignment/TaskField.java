package vn.ganbo.assignment;

/** Lĩnh vực of a task; labels under taskField.* */
public enum TaskField {
    FRONT,
    SECURITY,
    ENVIRONMENT,
    ECONOMY,
    CULTURE,
    PARTY,
    NEIGHBOURHOOD,
    OTHER
}
