package vn.ganbo.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Typed;

/**
 * Đề nghị sửa hồ sơ: the member says what is wrong, the office approves or refuses field by field.
 * Until then the record stays as it is.
 */
@Service
class Corrections {
    private final Members members;
    private final MemberStore records;
    private final CorrectionStore store;
    private final Facts facts;
    private final Clock clock;

    Corrections(
            Members members, MemberStore records, CorrectionStore store, Facts facts, Clock clock) {
        this.members = members;
        this.records = records;
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The member proposes. Throws {@link Problems} when nothing differs or something cannot be
     * taken.
     */
    @Transactional
    void propose(Viewer viewer, UUID member, Typed typed) {
        MemberFile file = members.file(viewer.scope(), member).orElseThrow(NotFound::new);
        RecordChange change = form(viewer, file, typed).read();
        Map<String, String> after = RecordFields.byName(change, records.communes(viewer.scope()));
        List<CorrectionStore.Field> fields = new ArrayList<>();
        for (RecordFields.Field now : RecordFields.of(file)) {
            String wanted = after.getOrDefault(now.name(), "");
            if (!wanted.equals(now.value())) {
                fields.add(new CorrectionStore.Field(now.name(), now.value(), wanted, null, null));
            }
        }
        if (fields.isEmpty()) {
            throw Problems.of("", "Chưa có ô nào khác với hồ sơ. Sửa ô cần đổi rồi gửi.");
        }
        UUID id = Ids.next();

        store.propose(viewer.scope(), id, clock.instant(), fields);

        facts.tell(viewer, new MemberFacts.CorrectionProposed(id, member, fields.size()));
    }

    /**
     * The office decides on every field; what is approved goes into the record.
     *
     * @param verdicts one for each field
     */
    @Transactional
    void decide(Viewer viewer, UUID correction, List<CorrectionStore.Verdict> verdicts) {
        CorrectionStore.Correction open =
                store.find(viewer.scope(), correction).orElseThrow(NotFound::new);
        MemberFile file = members.file(viewer.scope(), open.memberId()).orElseThrow(NotFound::new);
        Map<String, String> approved = approved(viewer, correction, verdicts);

        if (!store.decide(viewer.scope(), correction, clock.instant(), verdicts)) {
            throw new Refusal("member.correction-decided");
        }
        if (!approved.isEmpty()) {
            members.change(
                    viewer, file.id(), file.version(), merged(viewer, file, approved).read());
        }

        facts.tell(
                viewer,
                new MemberFacts.CorrectionDecided(
                        correction, file.id(), approved.size(), verdicts.size()));
    }

    private Map<String, String> approved(
            Viewer viewer, UUID correction, List<CorrectionStore.Verdict> verdicts) {
        Map<String, String> out = new LinkedHashMap<>();
        for (CorrectionStore.Field field : store.fields(viewer.scope(), correction)) {
            for (CorrectionStore.Verdict verdict : verdicts) {
                if (verdict.approved() && verdict.field().equals(field.field())) {
                    out.put(field.field(), field.after());
                }
            }
        }
        return out;
    }

    /** The record as it is now with the approved fields in place. */
    private RecordForm merged(Viewer viewer, MemberFile file, Map<String, String> approved) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (RecordFields.Field now : RecordFields.of(file)) {
            values.put(now.name(), List.of(approved.getOrDefault(now.name(), now.value())));
        }
        return form(viewer, file, new Typed(values, Map.of()));
    }

    private RecordForm form(Viewer viewer, MemberFile file, Typed typed) {
        return new RecordForm(
                typed,
                LocalDate.now(clock),
                file.residenceCommune(),
                records.communes(viewer.scope()));
    }
}
