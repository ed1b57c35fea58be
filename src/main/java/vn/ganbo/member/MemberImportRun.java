package vn.ganbo.member;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.RegisterIntake;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberImportStore.Known;
import vn.ganbo.member.MemberImportStore.Wanted;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.Table;

/**
 * One pass over one list. A thread of its own reads and checks rows while this one asks and writes
 * the database, some thousand rows at a time, so that no list fills the memory.
 */
final class MemberImportRun {
    private final MemberImportStore store;
    private final MatchStore matches;
    private final RegisterIntake registers;
    private final Scope scope;
    private final LocalDate today;
    private final @Nullable Writing writing;
    private final IntConsumer progress;
    private final Table table;
    private final MemberImportUnits units;
    private final int listUnit;
    private final boolean namesCell;
    private final boolean tellsOfficial;

    private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
    private final List<Fault> notes = Collections.synchronizedList(new ArrayList<>());
    private final List<UUID> created = new ArrayList<>();
    private final List<Integer> createdAt = new ArrayList<>();
    private final List<UUID> changed = new ArrayList<>();
    private final List<UUID> exempt = new ArrayList<>();
    private final List<String> grounds = new ArrayList<>();
    private final Set<String> withoutCard = new HashSet<>();
    private final List<RegisterIntake.Line> lines = new ArrayList<>();
    private final Map<UUID, Integer> matched = new HashMap<>();
    private int unchanged;

    /** What is written with every row. */
    record Writing(Viewer viewer, UUID importId, String rulebook) {}

    /** What became of the rows, and who is new or different. */
    record Result(Outcome outcome, List<UUID> touched) {}

    /**
     * @param chosen the unit of the whole list where its rows name none; 0 for the highest in sight
     */
    MemberImportRun(
            MemberImportStore store,
            MatchStore matches,
            RegisterIntake registers,
            Scope scope,
            LocalDate today,
            @Nullable Writing writing,
            IntConsumer progress,
            Table table,
            int chosen) {
        this.store = store;
        this.matches = matches;
        this.registers = registers;
        this.scope = scope;
        this.today = today;
        this.writing = writing;
        this.progress = progress;
        this.table = table;
        units = store.units(scope);
        listUnit = chosen > 0 ? chosen : units.highest();
        namesCell = table.headings().place("cell") >= 0;
        tellsOfficial = table.headings().place("official") >= 0;
    }

    /** Reads and, where that was asked for, writes the list. */
    Result run() {
        Headings headings = table.headings();
        boolean register = headings.layout().equals(MemberImportRow.REGISTER);
        MemberImportReader reader =
                new MemberImportReader(headings, units, today, listUnit, faults, notes);
        MemberImportParser.Counts counts;
        try (MemberImportParser parser = new MemberImportParser(table, reader, faults)) {
            List<MemberImportRow> rows = parser.next();
            while (!rows.isEmpty()) {
                if (register) {
                    takeRegister(rows);
                } else {
                    take(rows);
                }
                progress.accept(parser.rowsSoFar());
                rows = parser.next();
            }
            counts = parser.counts();
        }
        if (writing != null) {
            finish(writing, headings);
        }
        faults.sort(Comparator.comparingInt(Fault::row));
        notes.sort(Comparator.comparingInt(Fault::row));
        List<UUID> touched = new ArrayList<>(created);
        touched.addAll(changed);
        Outcome outcome =
                new Outcome(
                        headings.layout().kind(),
                        counts.rows(),
                        created.size() + changed.size() + unchanged,
                        created.size(),
                        changed.size(),
                        unchanged,
                        counts.dropped(),
                        faults,
                        notes);
        return new Result(outcome, touched);
    }

    private void take(List<MemberImportRow> rows) {
        List<String> cards = new ArrayList<>();
        List<MemberImportRow> noCard = new ArrayList<>();
        for (MemberImportRow row : rows) {
            if (row.cardNo() != null) {
                cards.add(row.cardNo());
            } else {
                noCard.add(row);
            }
        }
        Map<String, Known> known = new HashMap<>();
        for (Known member : store.known(scope, cards)) {
            known.put(key(member.row()), member);
        }
        Map<Integer, Meant> noCards = meantWithoutCard(noCard);
        Set<String> elsewhere = elsewhere(cards, known);
        Chunk chunk = new Chunk();
        for (MemberImportRow row : rows) {
            String card = row.cardNo();
            Meant meant = noCards.getOrDefault(row.row(), Meant.NOBODY);
            Known member = card == null ? meant.who() : known.get(card);
            if (card == null && !withoutCard.add(key(row))) {
                fault(
                        row,
                        "name",
                        "Trùng họ tên, ngày sinh và chi bộ với một dòng trên. Ghi số thẻ.");
            } else if (!meant.asked().isEmpty()) {
                ask(row, meant.asked());
            } else if (isPutToACommittee(row, member)) {
                fault(row, "cell", units.notACell(row.unitNo()));
            } else if (member != null) {
                merge(chunk, member, row);
            } else if (card != null && elsewhere.contains(card)) {
                fault(
                        row,
                        "card",
                        "Số thẻ này đã có trong chương trình, ở đơn vị ngoài phạm vi của bạn. Kiểm tra"
                                + " số thẻ, hoặc hỏi quản trị.");
            } else {
                chunk.add(namesCell || units.isCell(row.unitNo()) ? row : withoutCell(row));
            }
        }
        chunk.write();
    }

    /**
     * Who a row without a card is about: somebody, nobody yet, or one of several to be asked of.
     */
    private record Meant(@Nullable Known who, List<Known> asked) {
        static final Meant NOBODY = new Meant(null, List.of());
    }

    private Map<Integer, Meant> meantWithoutCard(List<MemberImportRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Known>> named = named(rows);
        Map<Integer, Meant> out = new HashMap<>();
        Map<MemberImportRow, List<Known>> open = new LinkedHashMap<>();
        for (MemberImportRow row : rows) {
            List<Known> like =
                    named.getOrDefault(Texts.folded(row.fullName()), List.of()).stream()
                            .filter(member -> MemberImportMerge.looksLike(member, row))
                            .toList();
            Known sure = theOnlyOne(row, like);
            if (sure != null) {
                out.put(row.row(), new Meant(sure, List.of()));
            } else if (!like.isEmpty()) {
                open.put(row, like);
            }
        }
        Map<String, String> decided =
                open.isEmpty()
                        ? Map.of()
                        : matches.decided(
                                scope,
                                open.keySet().stream().map(MemberImportRun::question).toList());
        open.forEach((row, like) -> out.put(row.row(), answered(decided.get(question(row)), like)));
        return out;
    }

    private static Meant answered(@Nullable String decided, List<Known> like) {
        if (MatchStore.NEW.equals(decided)) {
            return Meant.NOBODY;
        }
        return like.stream()
                .filter(member -> member.id().toString().equals(decided))
                .findFirst()
                .map(member -> new Meant(member, List.of()))
                .orElseGet(() -> new Meant(null, like));
    }

    /**
     * Of the same cell, or of any where the list names none: who was kept without a card from such
     * a row, or the only one born on the same day.
     */
    private @Nullable Known theOnlyOne(MemberImportRow row, List<Known> like) {
        List<Known> here =
                like.stream()
                        .filter(member -> !namesCell || member.row().unitNo() == row.unitNo())
                        .toList();
        Optional<Known> same =
                here.stream().filter(member -> key(member.row()).equals(key(row))).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        return here.size() == 1 && MemberImportMerge.sameDay(here.getFirst(), row)
                ? here.getFirst()
                : null;
    }

    private Map<String, List<Known>> named(List<MemberImportRow> rows) {
        Map<String, List<Known>> known = new HashMap<>();
        for (Known member : store.knownByName(scope, rows)) {
            known.computeIfAbsent(Texts.folded(member.row().fullName()), _ -> new ArrayList<>())
                    .add(member);
        }
        return known;
    }

    /** Who stands there already, because a list named no cell, goes on standing there. */
    private boolean isPutToACommittee(MemberImportRow row, @Nullable Known member) {
        return namesCell
                && !units.isCell(row.unitNo())
                && (member == null || member.row().unitNo() != row.unitNo());
    }

    private MemberImportRow withoutCell(MemberImportRow row) {
        String sentence = "Danh sách không ghi chi bộ; tạm ghi ở " + units.name(listUnit) + ".";
        notes.add(
                new Fault(
                        row.row(), MemberImportRow.LAYOUT.title("cell"), Fault.REVIEW + sentence));
        return row.withReview(sentence);
    }

    private void takeRegister(List<MemberImportRow> rows) {
        Map<String, List<Known>> known = named(rows);
        Set<UUID> present =
                registers.present(
                        scope,
                        known.values().stream().flatMap(List::stream).map(Known::id).toList());
        Chunk chunk = new Chunk();
        Map<Integer, List<Known>> alike = new HashMap<>();
        List<String> questions = new ArrayList<>();
        for (MemberImportRow row : rows) {
            List<Known> like =
                    known.getOrDefault(Texts.folded(row.fullName()), List.of()).stream()
                            .filter(member -> MemberImportMerge.mayBe(member, row, units))
                            .toList();
            alike.put(row.row(), like);
            if (like.size() > 1) {
                questions.add(question(row));
            }
        }
        Map<String, String> decided =
                questions.isEmpty() ? Map.of() : matches.decided(scope, questions);
        for (MemberImportRow row : rows) {
            List<Known> like =
                    meant(decided.get(question(row)), alike.getOrDefault(row.row(), List.of()));
            if (like.size() > 1) {
                ask(row, like);
            } else if (like.size() == 1) {
                takeKnown(chunk, like.getFirst(), row, present);
            } else if (!withoutCard.add(key(row))) {
                fault(row, "name", "Trùng họ tên, ngày sinh và nơi công tác với một dòng trên.");
            } else {
                lines.add(line(chunk.add(row), row.unitNo(), row));
            }
        }
        chunk.write();
    }

    private void takeKnown(Chunk chunk, Known member, MemberImportRow row, Set<UUID> present) {
        if (isMeantTwice(member, row)) {
            return;
        }
        boolean fresh = !present.contains(member.id());
        Wanted wanted = MemberImportMerge.under(member, row, fresh);
        chunk.merge(member, wanted, fresh);
        if (fresh) {
            lines.add(line(member.id(), member.row().unitNo(), row));
        }
    }

    private boolean isMeantTwice(Known member, MemberImportRow row) {
        Integer before = matched.putIfAbsent(member.id(), row.row());
        if (before != null) {
            fault(row, "name", "Cùng một người với dòng " + before + ". Bỏ một dòng.");
        }
        return before != null;
    }

    /** Those whom a person has not ruled out. */
    private static List<Known> meant(@Nullable String decided, List<Known> like) {
        if (decided == null || like.size() < 2) {
            return like;
        }
        if (decided.equals(MatchStore.NEW)) {
            return List.of();
        }
        List<Known> chosen =
                like.stream().filter(member -> member.id().toString().equals(decided)).toList();
        return chosen.isEmpty() ? like : chosen;
    }

    /** By what a row of a register is known again, without saying any of it. */
    private static String question(MemberImportRow row) {
        MemberImportRow.Entry entry = row.entry();
        String told =
                String.join(
                        "|",
                        Texts.folded(row.fullName()),
                        row.birth() == null ? "" : row.birth().shown(),
                        row.admitted() == null ? "" : row.admitted().toString(),
                        row.phone() == null ? "" : row.phone(),
                        entry == null ? "" : Integer.toString(entry.from()));
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Who of several is meant nobody may guess: it is asked. */
    private void ask(MemberImportRow row, List<Known> like) {
        List<Fault.Answer> answers = new ArrayList<>();
        for (Known member : like) {
            MemberImportRow is = member.row();
            answers.add(
                    new Fault.Answer(
                            member.id().toString(),
                            is.fullName()
                                    + (is.birth() == null ? "" : ", " + is.birth().shown())
                                    + (is.cardNo() == null ? "" : ", thẻ " + is.cardNo())
                                    + ", "
                                    + units.name(is.unitNo())));
        }
        answers.add(new Fault.Answer(MatchStore.NEW, "Người khác, ghi mới"));
        faults.add(
                new Fault(
                        row.row(),
                        MemberImportRow.LAYOUT.title("name"),
                        several(like),
                        question(row),
                        answers));
    }

    private String several(List<Known> like) {
        return "Có "
                + like.size()
                + " người trong chương trình khớp với dòng này, ở "
                + String.join(
                        " và ",
                        like.stream().map(member -> units.name(member.row().unitNo())).toList())
                + ". Chọn đúng người; lần sau gặp lại dòng này chương trình nhớ.";
    }

    private static RegisterIntake.Line line(UUID member, int workNo, MemberImportRow row) {
        MemberImportRow.Entry entry = Objects.requireNonNull(row.entry());
        return new RegisterIntake.Line(
                member,
                entry.from(),
                workNo,
                entry.ward(),
                entry.cell(),
                entry.letterNumber(),
                entry.letterDate(),
                entry.received(),
                entry.start(),
                entry.end(),
                entry.remark(),
                entry.exempt(),
                entry.midYear(),
                entry.yearEnd());
    }

    /** Cards that somebody has whom the viewer does not see. */
    private Set<String> elsewhere(List<String> cards, Map<String, Known> known) {
        List<String> open = cards.stream().filter(card -> !known.containsKey(card)).toList();
        return open.isEmpty() ? Set.of() : new HashSet<>(store.taken(scope, open));
    }

    private void merge(Chunk chunk, Known member, MemberImportRow row) {
        Optional<String[]> refusal = MemberImportMerge.refusal(member, row, namesCell, units);
        if (refusal.isPresent()) {
            fault(row, refusal.get()[0], refusal.get()[1]);
            return;
        }
        if (row.cardNo() == null && isMeantTwice(member, row)) {
            return;
        }
        chunk.merge(member, MemberImportMerge.over(member, row), false);
    }

    /** Card number, or cell, name and birth where there is none. */
    private static String key(MemberImportRow row) {
        return row.cardNo() != null
                ? row.cardNo()
                : row.unitNo() + "|" + Texts.folded(row.fullName()) + "|" + row.birth();
    }

    private void fault(MemberImportRow row, String column, String sentence) {
        faults.add(new Fault(row.row(), MemberImportRow.LAYOUT.title(column), sentence));
    }

    /** Rows of members that hang on them, in one statement each: their policy looks members up. */
    private void finish(Writing to, Headings headings) {
        if (!created.isEmpty()) {
            store.place(
                    scope,
                    to.importId,
                    created.toArray(UUID[]::new),
                    createdAt.toArray(Integer[]::new));
        }
        store.exempt(scope, to.importId, to.rulebook, exempt, grounds);
        if (!lines.isEmpty()) {
            int year = MemberImportRegisterReader.yearOf(headings.above(), today.getYear());
            registers.keep(to.viewer, to.importId, year, to.rulebook, lines);
        }
    }

    /** What some thousand rows ask to be written. */
    private final class Chunk {
        private final List<Wanted> added = new ArrayList<>();
        private final List<Wanted> altered = new ArrayList<>();
        private final List<Wanted> atWork = new ArrayList<>();

        UUID add(MemberImportRow row) {
            UUID id = Ids.next();
            Wanted wanted = new Wanted(id, 1, row, row.status(tellsOfficial, today).name());
            added.add(wanted);
            atWork.add(wanted);
            created.add(id);
            createdAt.add(row.unitNo());
            ground(wanted);
            return id;
        }

        /** With {@code otherwise} where something besides the member's own row changes. */
        void merge(Known member, Wanted wanted, boolean otherwise) {
            boolean differs = MemberImportMerge.differs(member, wanted);
            boolean work = MemberImportMerge.differsAtWork(member, wanted);
            boolean newlyExempt = wanted.row().exempt() != null;
            if (differs || work || newlyExempt || otherwise) {
                if (differs || work || newlyExempt) {
                    altered.add(wanted);
                }
                changed.add(wanted.id());
                if (work) {
                    atWork.add(wanted);
                }
                ground(wanted);
            } else {
                unchanged++;
            }
        }

        private void ground(Wanted wanted) {
            String ground = wanted.row().exempt();
            if (ground != null) {
                exempt.add(wanted.id());
                grounds.add(ground);
            }
        }

        void write() {
            if (writing != null) {
                store.add(scope, writing.importId, added);
                store.change(scope, writing.importId, altered);
                store.atWork(scope, atWork);
            }
        }
    }
}
