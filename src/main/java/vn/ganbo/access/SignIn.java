package vn.ganbo.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Đăng nhập: checks a name and a password. It looks at everything under the recorded reason
 * "sign-in"; the answer never says which of the two was wrong.
 */
@Service
class SignIn {
    private static final Scope SCOPE = Scope.system("sign-in");

    private final AccountStore accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Viewers viewers;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SignIn(
            AccountStore accounts,
            Attempts attempts,
            Passwords passwords,
            Viewers viewers,
            Facts facts,
            Clock clock,
            PlatformTransactionManager manager) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.viewers = viewers;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** How a sign-in ended. */
    sealed interface Outcome {
        record Welcome(SignedIn signedIn) implements Outcome {}

        /** Name or password: which one is not said. */
        record Wrong() implements Outcome {}

        record Wait(Duration left) implements Outcome {}

        record Locked() implements Outcome {}

        record NoOffice() implements Outcome {}

        /** A one-time password that was not used in time. */
        record TooLate() implements Outcome {}
    }

    /** How names are compared: small letters, no marks, no blanks around. */
    static String folded(String userName) {
        return Texts.folded(userName);
    }

    /**
     * @param office the office to work in, if the person holds it today; else the last one
     */
    Outcome by(String userName, String password, @Nullable UUID office) {
        String name = folded(userName);
        Attempts.Attempt attempt = under(() -> attempts.begin(SCOPE, name));
        if (attempt.delay().isPositive()) {
            return new Outcome.Wait(attempt.delay());
        }
        Optional<AccountStore.Secret> found = under(() -> accounts.byName(SCOPE, name));
        boolean good =
                passwords.matches(password, found.map(AccountStore.Secret::hash).orElse(null));
        if (found.isEmpty() || !good) {
            if (found.isPresent() && attempt.heldUp()) {
                tellHeldUp(found.get().account());
            }
            return new Outcome.Wrong();
        }
        under(() -> {
            attempts.forget(SCOPE, name);
            return true;
        });
        return enter(found.get().account(), office);
    }

    /** Signs in without a password; for the demonstration alone. */
    Outcome demo(UUID person, UUID office) {
        Optional<Account> account = under(() -> accounts.ofPerson(SCOPE, person));
        return account.isEmpty() ? new Outcome.NoOffice() : enter(account.get(), office);
    }

    private Outcome enter(Account account, @Nullable UUID wanted) {
        if (account.locked()) {
            return new Outcome.Locked();
        }
        Instant now = clock.instant();
        if (account.oneTimeUntil() != null && now.isAfter(account.oneTimeUntil())) {
            return new Outcome.TooLate();
        }
        List<Offices.Office> held = viewers.offices(SCOPE, account.personId());
        if (held.isEmpty()) {
            return new Outcome.NoOffice();
        }
        Offices.Office office = choose(held, wanted, account.lastOffice());
        keep(account, office, now);
        return new Outcome.Welcome(
                new SignedIn(account.id(), account.personId(), office.id(), account.stamp()));
    }

    private void keep(Account account, Offices.Office office, Instant now) {
        Viewer viewer = viewers.acting(account.id(), office, SCOPE);
        under(() -> {
            accounts.signedIn(SCOPE, account.id(), office.id(), now);

            facts.tell(
                    viewer,
                    new AccessFacts.SignedInAs(account.id(), office.memberId(), office.title()));
            return true;
        });
    }

    private void tellHeldUp(Account account) {
        under(() -> {
            facts.tell(Viewer.system("sign-in"), new AccessFacts.SignInHeldUp(account.id()));
            return true;
        });
    }

    private static Offices.Office choose(
            List<Offices.Office> held, @Nullable UUID wanted, @Nullable UUID last) {
        return held.stream()
                .filter(o -> o.id().equals(wanted))
                .findFirst()
                .or(() -> held.stream().filter(o -> o.id().equals(last)).findFirst())
                .orElse(held.getFirst());
    }

    private <T> T under(java.util.function.Supplier<T> work) {
        return SCOPE.call(
                () -> java.util.Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    /** Today's date, for pages of this capability. */
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
