package vn.ganbo.signature;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates a revocation list speaks of (RFC 5280, 5.2.5): a list of a part of them says
 * nothing of the others.
 */
final class RevocationScope {
    private RevocationScope() {}

    /** Whether a certificate that is not on the list is known to be good by it. */
    static boolean covers(X509CRL list, X509Certificate certificate) {
        if (list.getExtensionValue(Extension.deltaCRLIndicator.getId()) != null) {
            return false;
        }
        byte[] part = list.getExtensionValue(Extension.issuingDistributionPoint.getId());
        if (part == null) {
            return true;
        }
        IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(content(part));
        boolean issuer = Certificates.issues(certificate);
        return !point.isIndirectCRL()
                && !point.onlyContainsAttributeCerts()
                && point.getOnlySomeReasons() == null
                && (issuer ? !point.onlyContainsUserCerts() : !point.onlyContainsCACerts())
                && isAt(point.getDistributionPoint(), certificate);
    }

    private static byte[] content(byte[] extension) {
        return ASN1OctetString.getInstance(extension).getOctets();
    }

    /** Whether the certificate names the place of the list, where the list names one. */
    private static boolean isAt(
            @Nullable DistributionPointName place, X509Certificate certificate) {
        if (place == null) {
            return true;
        }
        byte[] named = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        if (named == null || place.getType() != DistributionPointName.FULL_NAME) {
            return false;
        }
        GeneralName[] ofList = GeneralNames.getInstance(place.getName()).getNames();
        return Arrays.stream(CRLDistPoint.getInstance(content(named)).getDistributionPoints())
                .map(DistributionPoint::getDistributionPoint)
                .filter(name -> name != null && name.getType() == DistributionPointName.FULL_NAME)
                .flatMap(name -> Arrays.stream(GeneralNames.getInstance(name.getName()).getNames()))
                .anyMatch(name -> Arrays.asList(ofList).contains(name));
    }
}
