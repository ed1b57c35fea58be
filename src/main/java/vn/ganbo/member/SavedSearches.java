package vn.ganbo.member;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/** Bộ lọc đã lưu: a filter of the list under a name, for all clerks of the committee. */
@Service
class SavedSearches {
    private static final int LONGEST = 80;

    private final SavedSearchStore store;
    private final Facts facts;

    SavedSearches(SavedSearchStore store, Facts facts) {
        this.store = store;
        this.facts = facts;
    }

    /**
     * Keeps a filter under a name; the same name again replaces the filter.
     *
     * @param query the part of the address behind the question mark
     */
    @Transactional
    void save(Viewer viewer, String typedName, String query) {
        String name = Texts.clean(typedName);
        Problems.Gatherer problems = new Problems.Gatherer();
        problems.atMost("name", name, LONGEST);
        if (name.isEmpty()) {
            problems.add("name", "Ghi tên cho bộ lọc, ví dụ: Chưa có số thẻ.");
        }
        if (query.isEmpty()) {
            problems.add("name", "Chưa lọc gì để lưu. Lọc danh sách trước, rồi đặt tên.");
        }
        problems.check();
        UUID id = Ids.next();

        store.remove(viewer.scope(), viewer.unitNo(), name);
        store.add(viewer.scope(), viewer.unitNo(), new SavedSearchStore.Saved(id, name, query));

        facts.tell(viewer, new MemberFacts.SearchSaved(id));
    }

    @Transactional
    void remove(Viewer viewer, UUID id) {
        if (!store.remove(viewer.scope(), viewer.unitNo(), id)) {
            throw new NotFound();
        }

        facts.tell(viewer, new MemberFacts.SearchRemoved(id));
    }

    List<SavedSearchStore.Saved> of(Viewer viewer) {
        return store.of(viewer.scope(), viewer.unitNo());
    }
}
