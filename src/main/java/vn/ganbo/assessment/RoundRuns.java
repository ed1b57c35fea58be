package vn.ganbo.assessment;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.access.LongRuns;
import vn.ganbo.assessment.RoundRunStore.RoundRunKind;
import vn.ganbo.assessment.RoundRunStore.Run;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.web.Picked;

/**
 * Mở đợt ở nhiều xã, phường; gửi trả phiếu của cả phường: done part by part, each part a whole act
 * with its facts, so that the page can be left and nothing is done twice however often the program
 * stops (docs/decisions/0046).
 */
@Service
public class RoundRuns implements LongRuns {
    /** Wards that a browser waits for. */
    static final int FEW_WARDS = 5;

    /** Wards of a part; their rounds have three thousand slips together. */
    private static final int WARDS = 10;

    /** Slips of a part: each becomes a stored paper. */
    private static final int SLIPS = 100;

    private final RoundRunStore store;
    private final Rounds rounds;
    private final Comments comments;
    private final JsonMapper json;
    private final Clock clock;

    RoundRuns(RoundRunStore store, Rounds rounds, Comments comments, JsonMapper json, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.comments = comments;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Begins to open the rounds of all wards below that have none of that year.
     *
     * @return the run, which waits to be started
     * @throws Problems for the days of a round
     * @throws Refusal when every ward has one
     */
    @Transactional
    UUID open(Viewer viewer, int year, Rounds.Due due) {
        Stamp stamp = Stamp.of(viewer, clock);
        List<Integer> wards = rounds.toOpen(viewer, year, due).stream().map(Unit::no).toList();
        UUID run = Ids.next();
        store.open(viewer, run, year, json.writeValueAsString(due), wards, stamp);
        return run;
    }

    /**
     * Begins to return every slip of the year that the committee has confirmed.
     *
     * @return the run, which waits to be started
     * @throws Problems when there is none
     */
    @Transactional
    UUID giveOut(Viewer viewer, int year) {
        UUID run = Ids.next();
        if (store.giveOut(viewer, run, year, Stamp.of(viewer, clock)) == 0) {
            throw Problems.of("comments", "Không còn phiếu nào chờ gửi trả.");
        }
        return run;
    }

    @Override
    @Transactional
    public boolean work(Viewer viewer, UUID id, boolean first) {
        Run run = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        boolean more =
                run.kind() == RoundRunKind.OPEN ? openSome(viewer, run) : returnSome(viewer, run);
        if (!more) {
            store.finish(viewer.scope(), id, Stamp.of(viewer, clock));
        }
        return more;
    }

    /** A ward that ceased since the run began gets no round; the run ends without it. */
    private boolean openSome(Viewer viewer, Run run) {
        List<Integer> wards = store.nextWards(viewer.scope(), run.id(), WARDS);
        Rounds.Due due = json.readValue(Objects.requireNonNull(run.days()), Rounds.Due.class);
        return rounds.openSome(viewer, wards, run.year(), due).wards() > 0;
    }

    private boolean returnSome(Viewer viewer, Run run) {
        List<Picked> slips = store.nextSlips(viewer.scope(), run.id(), SLIPS);
        if (!slips.isEmpty()) {
            comments.giveOut(viewer, slips);
        }
        return !slips.isEmpty();
    }

    /** Lets a run go on that has stopped. */
    @Transactional
    void goOn(Viewer viewer, UUID id) {
        Run run =
                store.one(viewer.scope(), id)
                        .filter(one -> one.of(viewer))
                        .orElseThrow(NotFound::new);
        if (run.failed() == null) {
            throw new Refusal("assessment.run-not-stopped");
        }
        store.goOn(viewer.scope(), id, false);
    }

    @Override
    public void stopped(Scope scope, UUID run, String why) {
        store.fail(scope, run, why);
    }

    @Override
    public List<Interrupted> unfinished(Scope scope) {
        return store.unfinished(scope);
    }

    @Override
    public void resumed(Scope scope, UUID run) {
        store.goOn(scope, run, true);
    }

    @Override
    public String kept() {
        return "Những gì đã làm giữ nguyên.";
    }
}
