package vn.ganbo.assessment;

/**
 * What a workplace asks a comment for; labels under requestPurpose.*. The yearly assessment is
 * answered by the round's slip where there is one.
 */
public enum RequestPurpose {
    ASSESSMENT,
    PERSONNEL,
    REWARD,
    DISCIPLINE,
    TRAINING,
    OTHER
}
