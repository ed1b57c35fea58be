package vn.ganbo.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/**
 * Việc dài of one capability: runs that {@link LongWork} works off part by part. Each part is kept
 * before the next is begun, and what is kept says what is still to be done.
 */
public interface LongRuns {
    /**
     * Does the next part of a run in one transaction; the last call finishes the run.
     *
     * @param first whether this is the first part since the run began or went on
     * @return whether there may be more
     */
    boolean work(Viewer viewer, UUID run, boolean first);

    /** Keeps why a run has stopped. */
    void stopped(Scope scope, UUID run, String why);

    /** What the program stopped in the midst of. */
    List<Interrupted> unfinished(Scope scope);

    /** Keeps that a run goes on after a restart. */
    void resumed(Scope scope, UUID run);

    /** What a reader of a stopped run need not fear for: "Các giấy đã ký giữ nguyên." */
    String kept();

    /**
     * A run that a restart interrupted.
     *
     * @param resumed whether it has gone on after a restart before
     */
    record Interrupted(
            UUID id, @Nullable UUID accountId, @Nullable UUID officeId, boolean resumed) {}
}
