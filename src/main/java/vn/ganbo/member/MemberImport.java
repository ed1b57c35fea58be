package vn.ganbo.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.RegisterIntake;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.Letters;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;

/**
 * Nhập danh sách đảng viên: writes a workplace's list of members. Members are recognised by their
 * card number, those without one by name, birth and cell; an equal row changes nothing, an empty
 * cell takes nothing away. Rows for secret posts are counted and dropped before anything of them is
 * kept.
 */
@Service
public class MemberImport {
    /** The columns of the list. */
    public static final Layout LAYOUT = MemberImportRow.LAYOUT;

    /** The columns of a residence's register. */
    public static final Layout REGISTER = MemberImportRow.REGISTER;

    /** People that one statement takes out. */
    private static final int SOME = 1_000;

    private final MemberImportStore store;
    private final MatchStore matches;
    private final RegisterIntake registers;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    MemberImport(
            MemberImportStore store,
            MatchStore matches,
            RegisterIntake registers,
            Rulebooks rulebooks,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.matches = matches;
        this.registers = registers;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Whether a row must not be kept anywhere, not even until its list is applied.
     *
     * @param row as it stands in the file; where its letters are not told yet, it is read in all
     *     ways
     */
    static boolean mustNotBeKept(Headings headings, SheetRow row) {
        if (!headings.letters().contains(Letters.UNKNOWN)) {
            return MemberImportSecret.refusal(headings, headings.read(row)).isPresent();
        }
        return Letters.ASKED.stream()
                .map(letters ->
                        headings.with(
                                headings.layout(),
                                headings.places(),
                                Collections.nCopies(row.cells().size(), letters)))
                .anyMatch(read -> MemberImportSecret.refusal(read, read.read(row)).isPresent());
    }

    /**
     * What would become of each row; writes nothing.
     *
     * @param unit the unit of the whole list where its rows name none; 0 for the highest in sight
     * @param progress takes the number of rows looked at, now and then
     */
    @Transactional
    public Outcome check(Viewer viewer, Table table, int unit, IntConsumer progress) {
        return new MemberImportRun(
                        store,
                        matches,
                        registers,
                        viewer.scope(),
                        today(),
                        null,
                        progress,
                        table,
                        unit)
                .run()
                .outcome();
    }

    /**
     * Writes the good rows and leaves one fact. A row whose cell is outside the viewer's scope is a
     * fault.
     *
     * @param importId kept with every new row
     * @param unit the unit of the whole list where its rows name none; 0 for the highest in sight
     * @param progress takes the number of rows looked at, now and then
     */
    @Transactional
    public Outcome apply(
            Viewer viewer, Table table, UUID importId, int unit, IntConsumer progress) {
        store.alone(viewer.scope());
        String rulebook = rulebooks.on(today()).reference();
        MemberImportRun.Writing writing = new MemberImportRun.Writing(viewer, importId, rulebook);
        MemberImportRun.Result result =
                new MemberImportRun(
                                store,
                                matches,
                                registers,
                                viewer.scope(),
                                today(),
                                writing,
                                progress,
                                table,
                                unit)
                        .run();
        Outcome outcome = result.outcome();

        facts.tell(
                viewer,
                new ImportFacts.MembersImported(
                        importId,
                        result.touched(),
                        outcome.accepted(),
                        outcome.created(),
                        outcome.changed()));
        return outcome;
    }

    /**
     * Undoes an applied list: who was new is gone, who was changed is as before.
     *
     * @param progress takes the number of people taken back, now and then
     * @return how many members are as before
     * @throws Refusal when something has been built on it: a later change, a letter, a meeting
     */
    @Transactional
    public int takeBack(Viewer viewer, UUID importId, IntConsumer progress) {
        store.alone(viewer.scope());
        try {
            List<UUID> moved = registers.takeBack(viewer, importId);
            int count = store.takeBack(viewer.scope(), importId, moved);
            int gone = SOME;
            while (gone == SOME) {
                gone = store.takeBackNewcomers(viewer.scope(), importId, SOME);
                count += gone;
                progress.accept(count);
            }

            facts.tell(viewer, new ImportFacts.ImportTakenBack(importId, count));
            return count;
        } catch (DataIntegrityViolationException e) {
            throw new Refusal("member.import-built-on");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
