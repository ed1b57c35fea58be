package vn.ganbo.access;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;

/** Makes a viewer of what the session keeps, every time from the tables as they are today. */
@Component
public class Viewers {
    private static final Scope SCOPE = Scope.system("session");

    private final AccountStore accounts;
    private final Offices offices;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Viewers(
            AccountStore accounts,
            Offices offices,
            Units units,
            Clock clock,
            PlatformTransactionManager manager) {
        this.accounts = accounts;
        this.offices = offices;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        transaction.setReadOnly(true);
    }

    /** Empty when the account was locked, got a new password, or the office has ended. */
    Optional<Present> of(SignedIn signedIn) {
        return SCOPE.call(() -> requireNonNull(transaction.execute(_ -> read(signedIn))));
    }

    /**
     * For work that outlives its session: who holds the office today. Empty when the account was
     * locked or the office has ended.
     */
    public Optional<Viewer> again(UUID account, UUID office) {
        return SCOPE.call(() ->
                requireNonNull(
                        transaction.execute(_ ->
                                accounts.byId(SCOPE, account)
                                        .filter(a -> !a.locked())
                                        .flatMap(a -> holding(a, office)))));
    }

    private Optional<Viewer> holding(Account account, UUID office) {
        return offices(SCOPE, account.personId()).stream()
                .filter(o -> o.id().equals(office))
                .findFirst()
                .map(o -> acting(account, o, scopeOf(o)));
    }

    private Optional<Present> read(SignedIn signedIn) {
        Optional<Account> account =
                accounts.byId(SCOPE, signedIn.account())
                        .filter(a -> !a.locked() && a.stamp() == signedIn.stamp());
        if (account.isEmpty()) {
            return Optional.empty();
        }
        List<Offices.Office> held = offices(SCOPE, signedIn.person());
        return held.stream()
                .filter(o -> o.id().equals(signedIn.office()))
                .findFirst()
                .map(o ->
                        new Present(
                                signedIn,
                                acting(account.get(), o, scopeOf(o)),
                                held,
                                account.get().mustChange()));
    }

    /** The offices of today by which a person can work. */
    List<Offices.Office> offices(Scope scope, UUID person) {
        return offices.of(scope, person, LocalDate.now(clock)).stream()
                .filter(o -> o.role() != Role.MEMBER || o.memberId() != null)
                .toList();
    }

    Viewer acting(Account account, Offices.Office office, Scope scope) {
        return new Viewer(
                account.id(),
                account.personId(),
                office.personName(),
                office.id(),
                office.role(),
                new Viewer.Unit(office.unitId(), office.unitNo(), office.unitName()),
                scope);
    }

    /** A member sees the own rows; every other office its unit's subtree. */
    Scope scopeOf(Offices.Office office) {
        UUID member = office.memberId();
        if (office.role() == Role.MEMBER && member != null) {
            return Scope.self(member);
        }
        return units.scopeOf(SCOPE, office.unitNo(), LocalDate.now(clock));
    }
}
