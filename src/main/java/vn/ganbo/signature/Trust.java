package vn.ganbo.signature;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/**
 * What an office trusts on a day: certificates of issuers, and their revocation lists. Lists that
 * are not in force any more are none (DECISIONS 25).
 */
record Trust(List<X509Certificate> anchors, List<X509CRL> lists) {
    Trust {
        anchors = List.copyOf(anchors);
        lists = List.copyOf(lists);
    }

    /** What a list says about a certificate. */
    enum Standing {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    /** What of these is in force at a moment. */
    static Trust at(
            Instant now, Collection<X509Certificate> anchors, Collection<X509CRL> revocationLists) {
        return new Trust(
                anchors.stream()
                        .filter(Certificates::issues)
                        .filter(c -> isIn(now, c.getNotBefore(), c.getNotAfter()))
                        .toList(),
                revocationLists.stream().filter(list -> inForce(list, now)).toList());
    }

    private static boolean inForce(X509CRL list, Instant now) {
        Date next = list.getNextUpdate();
        return next != null && isIn(now, list.getThisUpdate(), next);
    }

    private static boolean isIn(Instant now, Date from, Date to) {
        return !now.isBefore(from.toInstant()) && !now.isAfter(to.toInstant());
    }

    /** Whether a certificate stands on a list of its issuer. */
    Standing standing(X509Certificate certificate, X509Certificate issuer) {
        Standing found = Standing.UNKNOWN;
        for (X509CRL list : lists) {
            if (isOf(list, issuer) && RevocationScope.covers(list, certificate)) {
                if (list.isRevoked(certificate)) {
                    return Standing.REVOKED;
                }
                found = Standing.GOOD;
            }
        }
        return found;
    }

    private static boolean isOf(X509CRL list, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
