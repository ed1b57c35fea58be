package vn.ganbo.meeting;

/** What an opinion is about; labels under opinionTopic.* */
public enum OpinionTopic {
    SECURITY,
    ENVIRONMENT,
    CULTURE,
    LIVELIHOOD,
    GOVERNMENT,
    PARTY,
    OTHER
}
