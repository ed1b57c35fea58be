package vn.ganbo.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Typed;

/**
 * Gộp hồ sơ trùng: two records of one person become one, field by field as a person chooses, and
 * two again if that was a mistake. The record that the residence knows goes on; what happened to
 * either stays as it was told.
 */
@Service
class Merges {
    private final Members members;
    private final MemberStore records;
    private final MergeStore store;
    private final PersonalIds personalIds;
    private final MemberTies ties;
    private final Facts facts;
    private final Clock clock;

    Merges(
            Members members,
            MemberStore records,
            MergeStore store,
            PersonalIds personalIds,
            MemberTies ties,
            Facts facts,
            Clock clock) {
        this.members = members;
        this.records = records;
        this.store = store;
        this.personalIds = personalIds;
        this.ties = ties;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Which record goes on, and which is set aside.
     *
     * @param held what is under way with both, so that they cannot be put together yet; else null
     */
    record Plan(MemberFile kept, MemberFile gone, @Nullable String held) {
        /** Both records as they are, by which a form knows whether they changed. */
        String versions() {
            return kept.id() + " " + kept.version() + " " + gone.version();
        }
    }

    /** The record with something under way at a residence goes on, else the older one. */
    Plan plan(Scope scope, UUID first, UUID second) {
        if (first.equals(second)) {
            throw new NotFound();
        }
        List<UUID> both = List.of(first, second);
        Map<UUID, MemberFile> files = new HashMap<>();
        members.files(scope, both).forEach(file -> files.putIfAbsent(file.id(), file));
        MemberFile one = Optional.ofNullable(files.get(first)).orElseThrow(NotFound::new);
        MemberFile other = Optional.ofNullable(files.get(second)).orElseThrow(NotFound::new);
        Map<UUID, String> held = held(scope, files.values());
        boolean oneHeld = held.containsKey(first);
        boolean otherHeld = held.containsKey(second);
        String words = oneHeld && otherHeld ? held.get(first) + " " + held.get(second) : null;
        boolean otherStays = !oneHeld && (otherHeld || second.compareTo(first) < 0);
        return otherStays ? new Plan(other, one, words) : new Plan(one, other, words);
    }

    /** What is under way with each of them; the first thing found says it. */
    private Map<UUID, String> held(Scope scope, Collection<MemberFile> files) {
        Map<UUID, String> held = ties.of(scope, files.stream().map(MemberFile::id).toList());
        for (MemberFile file : files) {
            if (file.resNo() != null) {
                held.putIfAbsent(file.id(), file.fullName() + " đang có tên ở nơi cư trú.");
            }
        }
        return held;
    }

    /**
     * Puts two records together. Refuses while something is under way with both; throws {@link
     * Problems} when a value chosen cannot be taken and a conflict when either record changed
     * meanwhile.
     *
     * @param plan as the form was drawn, with the versions of that time
     * @param choices field to {@code gone} where the value of the record set aside is to stay
     * @param unit where the record set aside stood, in words
     * @param reason how the office knows that it is one person
     * @return the merge, by which it is undone
     */
    @Transactional
    UUID merge(Viewer viewer, Plan plan, Map<String, String> choices, String unit, String reason) {
        if (plan.held() != null) {
            throw new Refusal("member.merge-both-tied", plan.held());
        }
        MemberFile kept = plan.kept();
        MemberFile gone = plan.gone();
        List<MergeStore.Field> fields = fields(kept, gone, choices);
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.field(), List.of(field.afterText())));
        boolean takesId = "gone".equals(choices.get("personalId")) && gone.maskedId() != null;
        if (takesId) {
            byte[] sealed = records.personalId(viewer.scope(), gone.id());
            values.put("personalId", List.of(personalIds.opened(gone.id(), sealed)));
        }
        RecordChange change = read(viewer, values);
        UUID id = Ids.next();

        boolean done =
                store.setAside(
                        viewer.scope(),
                        id,
                        kept,
                        gone,
                        takesId,
                        unit,
                        reason,
                        clock.instant(),
                        viewer.name());
        if (!done) {
            throw members.changed(viewer, gone.id());
        }
        store.addFields(viewer.scope(), id, fields);
        members.change(viewer, kept.id(), kept.version(), change);

        facts.tell(viewer, new MemberFacts.RecordsMerged(id, kept.id(), gone.id()));
        return id;
    }

    /** Gives the record back that was set aside; what was changed since in the other one stays. */
    @Transactional
    void undo(Viewer viewer, UUID merge) {
        Scope scope = viewer.scope();
        MergeStore.Merge done = store.find(scope, merge).orElseThrow(NotFound::new);
        MemberFile kept = members.file(scope, done.keptId()).orElseThrow(NotFound::new);
        Map<String, List<String>> values = new LinkedHashMap<>();
        RecordFields.of(kept).forEach(field -> values.put(field.name(), List.of(field.value())));
        for (MergeStore.Field field : store.fields(scope, merge)) {
            values.computeIfPresent(
                    field.field(),
                    (_, now) ->
                            now.getFirst().equals(field.afterText())
                                    ? List.of(field.keptText())
                                    : now);
        }

        if (done.undoneAt() == null) {
            members.change(viewer, kept.id(), kept.version(), read(viewer, values));
        }
        if (!store.giveBack(scope, merge, clock.instant(), viewer.name())) {
            throw new Refusal("member.merge-undone");
        }

        facts.tell(viewer, new MemberFacts.MergeUndone(merge, kept.id(), done.goneId()));
    }

    /** These two look alike and are two people: they are not proposed again. */
    @Transactional
    void tellApart(Viewer viewer, UUID first, UUID second) {
        if (members.file(viewer.scope(), first).isEmpty()
                || members.file(viewer.scope(), second).isEmpty()) {
            throw new NotFound();
        }

        store.tellApart(viewer.scope(), first, second, clock.instant(), viewer.name());

        facts.tell(viewer, new MemberFacts.ToldApart(first, second));
    }

    private static List<MergeStore.Field> fields(
            MemberFile kept, MemberFile gone, Map<String, String> choices) {
        List<RecordFields.Field> others = RecordFields.of(gone);
        List<MergeStore.Field> out = new ArrayList<>();
        for (RecordFields.Field field : RecordFields.of(kept)) {
            String other = others.get(out.size()).value();
            boolean taken = "gone".equals(choices.get(field.name()));
            out.add(
                    new MergeStore.Field(
                            field.name(), field.value(), other, taken ? other : field.value()));
        }
        return out;
    }

    /** The record with these texts in its fields; a commune that no list knows any longer stays. */
    private RecordChange read(Viewer viewer, Map<String, List<String>> values) {
        String commune = values.getOrDefault("commune", List.of("")).getFirst();
        String code = commune.substring(commune.lastIndexOf('(') + 1).replace(")", "");
        return new RecordForm(
                        new Typed(values, Map.of()),
                        LocalDate.now(clock),
                        code,
                        records.communes(viewer.scope()))
                .read();
    }
}
