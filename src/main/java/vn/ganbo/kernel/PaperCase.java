package vn.ganbo.kernel;

import java.util.Optional;
import java.util.UUID;

/** A capability that keeps papers says to which of its cases a paper belongs. A bean. */
public interface PaperCase {
    /** The path of the case's page, or empty where it is not the viewer's. One statement. */
    Optional<String> path(Viewer viewer, UUID paper);
}
