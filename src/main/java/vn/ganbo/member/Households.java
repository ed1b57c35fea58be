package vn.ganbo.member;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/**
 * Cùng hộ: families with several members, so that the residence sees when one comes for all. The
 * link counts nobody: each member is asked, marked and commented on alone.
 */
@Service
class Households {
    private final Members members;
    private final HouseholdStore store;
    private final Facts facts;

    Households(Members members, HouseholdStore store, Facts facts) {
        this.members = members;
        this.store = store;
        this.facts = facts;
    }

    /** Who is, or may be, of the family of this member. */
    List<HouseholdStore.Candidate> candidates(Scope scope, MemberSummary member, String typed) {
        return store.candidates(scope, member, store.of(scope, member.id()), typed);
    }

    /**
     * Says who lives with this member from today on; others of the family so far are so no longer,
     * and an empty list takes the member out.
     *
     * @param others members on a register of the viewer's scope
     */
    @Transactional
    void set(Viewer viewer, UUID member, List<UUID> others) {
        Scope scope = viewer.scope();
        MemberSummary summary = members.summary(scope, member).orElseThrow(NotFound::new);
        @Nullable UUID known = store.of(scope, member);
        Set<UUID> touched = new LinkedHashSet<>(others);
        touched.add(member);
        for (HouseholdStore.Candidate candidate :
                known == null
                        ? List.<HouseholdStore.Candidate>of()
                        : store.candidates(scope, summary, known, "")) {
            if (candidate.linked()) {
                touched.add(candidate.id());
            }
        }

        store.leave(scope, List.copyOf(touched));
        if (!others.isEmpty()) {
            List<UUID> family = new ArrayList<>(new LinkedHashSet<>(others));
            family.remove(member);
            family.add(member);
            if (store.link(scope, Ids.next(), family) < family.size()) {
                throw new NotFound();
            }
        }

        facts.tell(viewer, new MemberFacts.HouseholdNoted(member, List.copyOf(touched)));
    }
}
