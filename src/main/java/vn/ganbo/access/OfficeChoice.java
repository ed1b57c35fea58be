package vn.ganbo.access;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Scope;

/** Remembers the office in which a person works now, for the next sign-in. */
@Service
class OfficeChoice {
    private static final Scope SCOPE = Scope.system("choice of office");

    private final AccountStore accounts;
    private final Viewers viewers;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OfficeChoice(
            AccountStore accounts,
            Viewers viewers,
            Facts facts,
            Clock clock,
            PlatformTransactionManager manager) {
        this.accounts = accounts;
        this.viewers = viewers;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    void keep(Present present, Offices.Office office) {
        SCOPE.run(() -> transaction.executeWithoutResult(_ -> keepNow(present, office)));
    }

    private void keepNow(Present present, Offices.Office office) {
        Account account = accounts.byId(SCOPE, present.signedIn().account()).orElseThrow();

        accounts.signedIn(SCOPE, account.id(), office.id(), clock.instant());

        facts.tell(
                viewers.acting(account.id(), office, SCOPE),
                new AccessFacts.OfficeChosen(account.id(), office.memberId(), office.title()));
    }
}
