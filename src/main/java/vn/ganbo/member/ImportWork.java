package vn.ganbo.member;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.access.Viewers;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.ImportStore.Listed;
import vn.ganbo.organisation.OrganisationImport;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.Packed;
import vn.ganbo.spreadsheet.Table;

/**
 * Checks and applies lists: short ones while the browser waits, long ones one after the other in
 * the background, where their row in the database says how far they have come. What a restart
 * interrupts was rolled back and is done again.
 */
@Component
@ConditionalOnWebApplication
class ImportWork {
    /** Rows that a browser waits for. */
    private static final int SHORT = 3_000;

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    private final ImportStore store;
    private final ImportFaultStore faults;
    private final OrganisationImport organisations;
    private final MemberImport members;
    private final Viewers viewers;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("imports").factory());

    ImportWork(
            ImportStore store,
            ImportFaultStore faults,
            OrganisationImport organisations,
            MemberImport members,
            Viewers viewers,
            Clock clock,
            PlatformTransactionManager manager) {
        this.store = store;
        this.faults = faults;
        this.organisations = organisations;
        this.members = members;
        this.viewers = viewers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.aside = new TransactionTemplate(manager);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void check(Viewer viewer, UUID id) {
        start(viewer, id, false);
    }

    void apply(Viewer viewer, UUID id) {
        start(viewer, id, true);
    }

    /**
     * Takes an applied list back.
     *
     * @return how many members are as before; empty where that goes on in the background
     * @throws Refusal of a short list, when something has been built on it
     */
    OptionalInt undo(Viewer viewer, UUID id) {
        Listed file = store.one(viewer, id).orElseThrow(NotFound::new);
        if (file.rows() > SHORT) {
            background.execute(() -> undoneAside(viewer, file));
            return OptionalInt.empty();
        }
        return OptionalInt.of(undone(viewer, file));
    }

    private int undone(Viewer viewer, Listed file) {
        try {
            return viewer.call(
                    () -> Objects.requireNonNull(transaction.execute(_ -> takeBack(viewer, file))));
        } catch (Refusal e) {
            fail(viewer, file, Labels.say("refusal." + e.key(), e.words()));
            throw e;
        } catch (RuntimeException e) {
            LOG.error("undoing import {} failed", file.id(), e);
            fail(
                    viewer,
                    file,
                    "Chương trình gặp lỗi; chưa hoàn tác gì. Báo quản trị mã " + file.id() + ".");
            throw e;
        }
    }

    /** The page tells of a refusal; nobody waits for it here. */
    private void undoneAside(Viewer viewer, Listed file) {
        try {
            undone(viewer, file);
        } catch (Refusal e) {
            LOG.info("undoing import {} was refused: {}", file.id(), e.key());
        }
    }

    private int takeBack(Viewer viewer, Listed file) {
        int count = members.takeBack(viewer, file.id(), progress(viewer, file));
        store.takenBack(viewer.scope(), file.id());
        return count;
    }

    private void fail(Viewer viewer, Listed file, String sentence) {
        viewer.scope().run(() -> store.fail(viewer.scope(), file.id(), sentence));
    }

    /**
     * What was under way when the program stopped was rolled back and is done again, for whoever
     * still holds the office; what a second restart interrupts waits for somebody to look at it.
     */
    @EventListener(ApplicationStartedEvent.class)
    void resume() {
        Scope scope = Scope.system("imports that a restart interrupted");
        for (ImportStore.Interrupted work : store.interrupted(scope)) {
            Optional<Viewer> viewer =
                    work.resumed() || work.accountId() == null
                            ? Optional.empty()
                            : viewers.again(work.accountId(), work.officeId());
            if (viewer.isEmpty()) {
                store.giveUp(
                        scope,
                        work.id(),
                        "Chương trình đã khởi động lại trong lúc đang làm; chưa dòng nào được ghi."
                                + " Bấm lại để làm tiếp.");
            } else {
                store.resume(scope, work.id());
                resume(viewer.get(), work);
            }
        }
    }

    private void resume(Viewer viewer, ImportStore.Interrupted work) {
        Listed file = store.one(viewer, work.id()).orElseThrow(NotFound::new);
        background.execute(
                work.work().equals("UNDO")
                        ? () -> undoneAside(viewer, file)
                        : () ->
                                viewer.scope()
                                        .run(() ->
                                                guarded(
                                                        viewer,
                                                        file,
                                                        work.work().equals("APPLY"))));
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }

    private void start(Viewer viewer, UUID id, boolean apply) {
        Listed file = store.one(viewer, id).orElseThrow(NotFound::new);
        if (file.rows() <= SHORT) {
            viewer.scope().run(() -> guarded(viewer, file, apply));
        } else {
            background.execute(() -> viewer.scope().run(() -> guarded(viewer, file, apply)));
        }
    }

    private void guarded(Viewer viewer, Listed file, boolean apply) {
        try {
            transaction.executeWithoutResult(_ -> work(viewer, file, apply));
        } catch (Problems e) {
            store.fail(
                    viewer.scope(),
                    file.id(),
                    String.join(" ", e.byField().values().stream().flatMap(List::stream).toList()));
        } catch (DataIntegrityViolationException e) {
            LOG.warn("import {} met another change: {}", file.id(), e.getClass().getSimpleName());
            store.fail(
                    viewer.scope(),
                    file.id(),
                    "Trong lúc ghi có người vừa thay đổi danh sách đảng viên hoặc tổ chức; chưa dòng"
                            + " nào được ghi. Bấm lại.");
        } catch (RuntimeException e) {
            LOG.error("import {} failed", file.id(), e);
            broken(viewer, file);
        } catch (Error e) {
            broken(viewer, file);
            throw e;
        }
    }

    private void broken(Viewer viewer, Listed file) {
        store.fail(
                viewer.scope(),
                file.id(),
                "Chương trình gặp lỗi; chưa dòng nào được ghi. Báo quản trị mã " + file.id() + ".");
    }

    private void work(Viewer viewer, Listed file, boolean apply) {
        byte[] content = store.content(viewer, file.id()).orElseThrow(NotFound::new);
        IntConsumer progress = progress(viewer, file);
        Outcome outcome;
        try (Table table = Packed.open(content, Imports.LAYOUTS)) {
            outcome = run(viewer, file, table, apply, progress);
            faults.replace(viewer, file.id(), table.headings(), outcome);
            Imports.faultyRows(
                    content, outcome.faults(), rows -> faults.faultyRows(viewer, file.id(), rows));
        }
        store.finish(viewer.scope(), file.id(), outcome, apply ? clock.instant() : null);
    }

    /** Writes how far it has come, of a long list, while the work itself is not committed. */
    private IntConsumer progress(Viewer viewer, Listed file) {
        return file.rows() <= SHORT
                ? _ -> {}
                : seen ->
                        aside.executeWithoutResult(
                                _ -> store.seen(viewer.scope(), file.id(), seen));
    }

    private Outcome run(
            Viewer viewer, Listed file, Table table, boolean apply, IntConsumer progress) {
        if (!file.ofOrganisations()) {
            return apply
                    ? members.apply(viewer, table, file.id(), file.listUnit(), progress)
                    : members.check(viewer, table, file.listUnit(), progress);
        }
        return apply
                ? organisations.apply(viewer, table, file.id())
                : organisations.check(viewer, table);
    }
}
