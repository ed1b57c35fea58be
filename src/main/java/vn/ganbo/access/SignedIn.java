package vn.ganbo.access;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * What the session keeps: keys only, no personal data. Account and office are looked up again on
 * every request.
 *
 * @param stamp of the account at sign-in; a new password or a lock makes it old
 */
record SignedIn(UUID account, UUID person, UUID office, int stamp)
        implements Principal, Serializable {
    @Serial private static final long serialVersionUID = 1;

    /** Key in the session. */
    static final String KEY = "ganbo.signed-in";

    @Override
    public String getName() {
        return account.toString();
    }

    SignedIn in(UUID otherOffice) {
        return new SignedIn(account, person, otherOffice, stamp);
    }
}
