package vn.ganbo.forum;

import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** What a topic is; labels under topicKind. */
enum TopicKind {
    /** Somebody asks; the cell committee sees to it that there is an answer. */
    QUESTION,
    /** Somebody shares what worked. */
    EXPERIENCE,
    /** What the cell or the ward makes known to its members. */
    NEWS;

    /** News are the offices' own. */
    boolean mayBeWrittenBy(Viewer viewer) {
        return this != NEWS || !viewer.is(Role.MEMBER);
    }
}
