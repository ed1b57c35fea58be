package vn.ganbo.member;

import java.util.UUID;

/** A fact after which a member's Party life goes on in another cell: letters follow. */
public interface WorkMoved {
    /** Whose. */
    UUID member();
}
