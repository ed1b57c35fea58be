package vn.ganbo.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.access.AccessFacts.AccountAct;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Tài khoản: opened, reset and locked by the administrators of a subtree. An administrator handles
 * only persons all of whose offices lie within the own scope: otherwise a ward could take over the
 * account of somebody who also holds an office of the province.
 */
@Service
public class Accounts {
    private static final Scope CHECK = Scope.system("whose offices an administrator may handle");
    private static final Scope OWN = Scope.system("own password");
    private static final Duration ONE_TIME = Duration.ofDays(7);

    private final AccountStore accounts;
    private final Offices offices;
    private final Passwords passwords;
    private final Facts facts;
    private final ObjectProvider<History> history;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Accounts(
            AccountStore accounts,
            Offices offices,
            Passwords passwords,
            Facts facts,
            ObjectProvider<History> history,
            Clock clock,
            PlatformTransactionManager manager) {
        this.accounts = accounts;
        this.offices = offices;
        this.passwords = passwords;
        this.facts = facts;
        this.history = history;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /**
     * Opens an account and returns its one-time password, good for seven days, kept nowhere.
     * Refuses a person who has one, a user name that is taken ({@link Problems} on userName), and
     * (not found) a person with an office outside the viewer's scope.
     */
    public String open(Viewer viewer, UUID person, String userName) {
        List<Offices.Office> held = handled(viewer, person);
        String name = Texts.clean(userName);
        String problem = Passwords.userNameProblem(name);
        if (!problem.isEmpty()) {
            throw Problems.of("userName", problem);
        }
        if (accounts.ofPerson(CHECK, person).isPresent()) {
            throw new Refusal("access.has-account");
        }
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        AccountStore.NewAccount account =
                new AccountStore.NewAccount(
                        Ids.next(),
                        person,
                        held.getFirst().unitNo(),
                        name,
                        hash,
                        true,
                        clock.instant().plus(ONE_TIME));
        in(
                viewer.scope(),
                () -> {
                    if (!accounts.add(viewer.scope(), account, clock.instant())) {
                        throw Problems.of(
                                "userName",
                                "Tên đăng nhập này đã có người dùng; thử thêm năm sinh, ví dụ: "
                                        + name
                                        + "1985.");
                    }
                    tell(viewer, account.id(), held, AccountAct.OPENED);
                });
        return password;
    }

    /** Gives a new one-time password and ends the account's sessions. Throws {@link Conflict}. */
    String reset(Viewer viewer, UUID person, int version) {
        List<Offices.Office> held = handled(viewer, person);
        Account account = require(viewer, person, version);
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        Instant until = clock.instant().plus(ONE_TIME);
        in(
                viewer.scope(),
                () -> {
                    if (!accounts.setPassword(
                            viewer.scope(), account, hash, until, clock.instant())) {
                        throw changed(viewer.scope(), account.id());
                    }
                    tell(viewer, account.id(), held, AccountAct.PASSWORD_RESET);
                });
        return password;
    }

    /** Locks the account and ends its sessions, or opens it again. Throws {@link Conflict}. */
    void lock(Viewer viewer, UUID person, int version, boolean locked) {
        List<Offices.Office> held = handled(viewer, person);
        Account account = require(viewer, person, version);
        if (account.id().equals(viewer.account())) {
            throw new Refusal("access.own-account");
        }
        in(
                viewer.scope(),
                () -> {
                    Instant now = clock.instant();
                    if (!accounts.setLock(viewer.scope(), account, locked ? now : null, now)) {
                        throw changed(viewer.scope(), account.id());
                    }
                    tell(
                            viewer,
                            account.id(),
                            held,
                            locked ? AccountAct.LOCKED : AccountAct.UNLOCKED);
                });
    }

    /**
     * Sets the own password after the present one was given. Throws {@link Problems}.
     *
     * @return the account's new stamp, for the session that goes on
     */
    int changeOwn(UUID id, String present, String next, String repeated) {
        Account account = accounts.byId(OWN, id).orElseThrow(NotFound::new);
        if (!passwords.matches(present, accounts.hash(OWN, id).orElse(null))) {
            throw Problems.of("presentPassword", "Mật khẩu hiện tại chưa đúng.");
        }
        @Nullable String weak = passwords.problem(next, repeated, account.userName());
        if (weak != null) {
            throw Problems.of("password", weak);
        }
        if (next.equals(present)) {
            throw Problems.of("password", "Mật khẩu mới phải khác mật khẩu hiện tại.");
        }
        String hash = passwords.hash(next);
        in(
                OWN,
                () -> {
                    if (!accounts.setPassword(OWN, account, hash, null, clock.instant())) {
                        throw changed(OWN, account.id());
                    }
                    facts.tell(
                            Viewer.system("own password"),
                            new AccessFacts.AccountChanged(
                                    account.id(), null, AccountAct.PASSWORD_CHANGED));
                });
        return account.stamp() + 1;
    }

    /** Demonstration alone: an account without a password for an invented person. */
    void ensureForDemo(UUID person, UUID office) {
        Scope scope = Scope.system("demonstration");
        if (accounts.ofPerson(scope, person).isPresent()) {
            return;
        }
        UUID id = Ids.next();
        int unitNo =
                offices.find(scope, office).map(Offices.Office::unitNo).orElseThrow(NotFound::new);
        in(
                scope,
                () ->
                        accounts.add(
                                scope,
                                new AccountStore.NewAccount(
                                        id, person, unitNo, "demo-" + id, null, false, null),
                                clock.instant()));
    }

    /** The offices of a person whom the viewer may handle; never empty. Else not found. */
    List<Offices.Office> handled(Viewer viewer, UUID person) {
        List<Offices.Office> held = offices.ofPersons(CHECK, List.of(person), LocalDate.now(clock));
        if (held.isEmpty() || !held.stream().allMatch(o -> viewer.scope().sees(o.unitNo()))) {
            throw new NotFound();
        }
        return held;
    }

    private Account require(Viewer viewer, UUID person, int version) {
        Account account = accounts.ofPerson(viewer.scope(), person).orElseThrow(NotFound::new);
        if (account.version() != version) {
            throw changed(viewer.scope(), account.id());
        }
        return account;
    }

    /** Who changed the account last, and when: the fact that was told with that change. */
    private Conflict changed(Scope scope, UUID id) {
        Instant at = accounts.byId(scope, id).orElseThrow(NotFound::new).changedAt();
        @Nullable History told = history.getIfAvailable();
        return (told == null ? List.<History.Line>of() : told.ofThing(scope, id))
                .stream()
                        .min(Comparator.comparing(line -> Duration.between(at, line.at()).abs()))
                        .map(line -> new Conflict(line.who(), line.at()))
                        .orElseGet(() -> new Conflict(Labels.of(Role.ADMINISTRATOR), at));
    }

    private void tell(Viewer viewer, UUID account, List<Offices.Office> held, AccountAct act) {
        facts.tell(
                viewer, new AccessFacts.AccountChanged(account, held.getFirst().memberId(), act));
    }

    private void in(Scope scope, Runnable work) {
        scope.run(() -> transaction.executeWithoutResult(_ -> work.run()));
    }
}
