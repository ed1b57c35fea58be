package vn.ganbo.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;

/** Makes a viewer of what the session keeps, every time from the tables as they are today. */
@Component
public class Viewers {
    private static final Scope SCOPE = Scope.system("session");

    private final Offices offices;
    private final Units units;
    private final Clock clock;

    Viewers(Offices offices, Units units, Clock clock) {
        this.offices = offices;
        this.units = units;
        this.clock = clock;
    }

    /** Empty when the account was locked, got a new password, or the office has ended. */
    Optional<Present> of(SignedIn signedIn) {
        LocalDate today = LocalDate.now(clock);
        return SCOPE.call(() ->
                offices.held(SCOPE, signedIn.account(), today)
                        .filter(held -> !held.locked() && held.stamp() == signedIn.stamp())
                        .flatMap(held -> present(signedIn, held, today)));
    }

    private Optional<Present> present(SignedIn signedIn, Offices.Held held, LocalDate today) {
        List<Offices.Office> usable = usable(held.offices());
        return chosen(usable, signedIn.office())
                .map(o ->
                        new Present(
                                signedIn,
                                acting(signedIn.account(), o, scopeOf(o, today, held.tree())),
                                usable,
                                held.mustChange()));
    }

    /**
     * For work that outlives its session: who holds the office today. Empty when the account was
     * locked or the office has ended.
     */
    public Optional<Viewer> again(UUID account, UUID office) {
        LocalDate today = LocalDate.now(clock);
        return SCOPE.call(() ->
                offices.held(SCOPE, account, today)
                        .filter(held -> !held.locked())
                        .flatMap(held ->
                                chosen(usable(held.offices()), office)
                                        .map(o ->
                                                acting(
                                                        account,
                                                        o,
                                                        scopeOf(o, today, held.tree())))));
    }

    /** The offices of today by which a person can work. */
    List<Offices.Office> offices(Scope scope, UUID person) {
        return usable(offices.of(scope, person, LocalDate.now(clock)));
    }

    private static List<Offices.Office> usable(List<Offices.Office> held) {
        return held.stream().filter(o -> o.role() != Role.MEMBER || o.memberId() != null).toList();
    }

    private static Optional<Offices.Office> chosen(List<Offices.Office> usable, UUID office) {
        return usable.stream().filter(o -> o.id().equals(office)).findFirst();
    }

    Viewer acting(UUID account, Offices.Office office, Scope scope) {
        return new Viewer(
                account,
                office.personId(),
                office.personName(),
                office.id(),
                office.role(),
                new Viewer.Unit(office.unitId(), office.unitNo(), office.unitName()),
                scope);
    }

    /** A member sees the own rows; every other office its unit's subtree. */
    private Scope scopeOf(Offices.Office office, LocalDate on, long tree) {
        UUID member = office.memberId();
        if (office.role() == Role.MEMBER && member != null) {
            return Scope.self(member);
        }
        return units.scopeOf(SCOPE, office.unitNo(), on, tree);
    }
}
