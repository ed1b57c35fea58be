package vn.ganbo.member;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Viewer;

/** Opening somebody's record is a fact: the person can be told who read it. */
@Component
class MemberReads {
    private final Facts facts;

    MemberReads(Facts facts) {
        this.facts = facts;
    }

    @Transactional
    public void note(Viewer viewer, UUID member) {
        facts.tell(viewer, new MemberFacts.MemberRead(member));
    }
}
