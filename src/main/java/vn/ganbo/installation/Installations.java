package vn.ganbo.installation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/** Bản cài đặt khác: whose papers can be checked here, although no network lies between. */
@Service
public class Installations {
    private static final int LONGEST_NAME = 200;

    private final InstallationStore store;
    private final Installation own;
    private final Facts facts;
    private final Clock clock;

    Installations(InstallationStore store, Installation own, Facts facts, Clock clock) {
        this.store = store;
        this.own = own;
        this.facts = facts;
        this.clock = clock;
    }

    /** Those known here, by name. */
    public List<Known> known(Scope scope) {
        return store.known(scope);
    }

    /** The known one whose key has this id. */
    public Optional<Known> find(Scope scope, String keyId) {
        return known(scope).stream().filter(k -> k.key().id().equals(keyId)).findFirst();
    }

    /**
     * Makes another installation known by the key that its administrator has read out or sent.
     *
     * @throws Problems by field (name, key)
     * @throws Refusal for the own key and for one that is known already
     */
    @Transactional
    public Known add(Viewer viewer, String typedName, String typedKey) {
        String name = Texts.clean(typedName);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (name.isEmpty()) {
            problems.add("name", "Cần ghi tên để sau này nhận ra, ví dụ: Đảng bộ tỉnh Sông Ngàn.");
        }
        problems.atMost("name", name, LONGEST_NAME);
        Optional<PublicKey> key = PublicKey.read(typedKey);
        if (key.isEmpty()) {
            problems.add(
                    "key",
                    "Khóa chưa đúng. Chép lại đủ 14 nhóm chữ và số ở trang Bản cài đặt của nơi đó.");
        }
        problems.check();
        PublicKey good = key.orElseThrow();
        if (own.key().filter(k -> k.id().equals(good.id())).isPresent()) {
            throw new Refusal("installation.own-key");
        }
        Optional<Known> there = find(viewer.scope(), good.id());
        if (there.isPresent()) {
            throw new Refusal("installation.known-already", there.get().name());
        }

        Known added = new Known(Ids.next(), name, good, clock.instant(), viewer.name());
        store.add(viewer.scope(), added.id(), name, good, added.since(), added.by());

        facts.tell(viewer, new InstallationFacts.Trusted(added.id(), name, good.id()));
        return added;
    }

    /** From now on papers of that installation cannot be checked here. */
    @Transactional
    public Known drop(Viewer viewer, UUID id) {
        Known gone =
                known(viewer.scope()).stream()
                        .filter(k -> k.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        store.drop(viewer.scope(), id, clock.instant(), viewer.name());

        facts.tell(viewer, new InstallationFacts.TrustEnded(id, gone.name(), gone.key().id()));
        return gone;
    }
}
