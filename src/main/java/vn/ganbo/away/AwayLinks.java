package vn.ganbo.away;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.away.AwayFacts.ContactStep;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Đường dẫn báo tin: the cell sends it by message, the member taps once. It works without signing
 * in, therefore only once, for some days, and it answers nothing about anybody. What help is needed
 * can be written along.
 */
@Service
public class AwayLinks {
    static final int DAYS = 14;
    private static final int BYTES = 32;

    private final AwayLinkStore store;
    private final AwayContactStore contacts;
    private final Facts facts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AwayLinks(AwayLinkStore store, AwayContactStore contacts, Facts facts, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Makes a link for somebody who is away.
     *
     * @return its token, which is kept nowhere
     * @throws Refusal for somebody who is not away yet or is back: no link would be taken
     */
    @Transactional
    public String make(Viewer viewer, UUID id) {
        AwayContacts.committee(viewer);
        AwayContact of = contacts.find(viewer.scope(), id).orElseThrow(NotFound::new);
        Stamp stamp = Stamp.of(viewer, clock);
        LocalDate until = of.until();
        if (of.since().isAfter(stamp.on()) || (until != null && until.isBefore(stamp.on()))) {
            throw AwayContacts.notAway();
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);

        store.make(viewer.scope(), of, hash(token), stamp.on().plusDays(DAYS), stamp);

        facts.tell(viewer, new ContactStep(id, ContactStep.LINK_MADE, of.memberId()));
        return token;
    }

    /**
     * Takes the sign of life, and what help is needed; false where the link was used, has run out,
     * or never was.
     *
     * @param help what the cell is asked to help with, or an empty text
     * @throws Problems on {@code help} where it is too long; the link stays good
     */
    @Transactional
    public boolean use(Viewer viewer, String token, String help) {
        boolean asked = AwayContacts.check(help, "");
        Stamp stamp = Stamp.of(viewer, clock);
        Optional<AwayLinkStore.Used> used = store.use(viewer.scope(), hash(token), stamp);
        used.ifPresent(of -> {
            if (asked) {
                contacts.ask(
                        viewer.scope(),
                        of.away(),
                        Texts.clean(help),
                        new Stamp(stamp.instant(), stamp.on(), stamp.unitNo(), "đường dẫn"));
            }
            facts.tell(
                    viewer,
                    new ContactStep(
                            of.applicationId(),
                            asked ? ContactStep.HELP_ASKED : ContactStep.CHECKED_IN,
                            of.memberId()));
        });
        return used.isPresent();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
