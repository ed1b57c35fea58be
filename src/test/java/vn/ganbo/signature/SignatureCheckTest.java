package vn.ganbo.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.junit.jupiter.api.Test;

/** Which signed files an office accepts, and why it does not accept the others. */
class SignatureCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final TrialAuthority AUTHORITY = new TrialAuthority("Chứng thực Sông Ngàn", NOW);
    private static final SigningKey PERSON = AUTHORITY.holder("Lường Thị Mỷ");
    private static final SigningKey ORGANISATION = AUTHORITY.holder(Sheets.ISSUER);
    private static final byte[] LETTER = Sheets.letter();
    private static final byte[] ONE = PERSON.sign(LETTER, NOW);
    private static final byte[] TWO = ORGANISATION.sign(ONE, NOW);

    @Test
    void a_letter_signed_by_the_person_and_the_organisation_is_valid() {
        Verdict verdict = check(TWO, LETTER);

        assertThat(verdict.objection()).isNull();
        assertThat(verdict.number()).isEqualTo(Sheets.NUMBER);
        assertThat(verdict.issuer()).isEqualTo(Sheets.ISSUER);
        assertThat(verdict.signers())
                .extracting(Verdict.Signer::name, Verdict.Signer::time, Verdict.Signer::valid)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Lường Thị Mỷ", NOW, true),
                        org.assertj.core.groups.Tuple.tuple(Sheets.ISSUER, NOW, true));
    }

    @Test
    void one_signature_is_enough_and_none_is_not() {
        assertThat(check(ONE, LETTER).valid()).isTrue();
        assertThat(check(LETTER, LETTER).objection()).isEqualTo(Objection.UNSIGNED);
    }

    @Test
    void a_changed_byte_is_seen() {
        byte[] changed = TWO.clone();
        changed[LETTER.length / 2] ^= 1;

        assertThat(check(changed).objection()).isEqualTo(Objection.CHANGED);
    }

    @Test
    void a_changed_byte_makes_it_another_file_than_the_stored_paper() {
        byte[] changed = TWO.clone();
        changed[LETTER.length / 2] ^= 1;

        assertThat(check(changed, LETTER).objection()).isEqualTo(Objection.ANOTHER_FILE);
    }

    @Test
    void text_added_behind_the_signatures_is_seen() {
        assertThat(check(Sheets.withText(TWO)).objection())
                .isEqualTo(Objection.ADDED_AFTER_SIGNING);
        assertThat(check(Sheets.withHiddenText(TWO)).objection())
                .isEqualTo(Objection.ADDED_AFTER_SIGNING);
    }

    @Test
    void text_added_between_two_signatures_is_seen_though_the_last_one_covers_all() {
        for (byte[] added :
                List.of(
                        Sheets.withText(ONE),
                        Sheets.withHiddenText(ONE),
                        Sheets.withAnnotation(ONE),
                        Sheets.withField(ONE))) {
            Verdict verdict = check(ORGANISATION.sign(added, NOW));

            assertThat(verdict.objection()).isEqualTo(Objection.ADDED_AFTER_SIGNING);
            assertThat(verdict.signers())
                    .extracting(Verdict.Signer::valid)
                    .containsExactly(false, true);
        }
    }

    @Test
    void text_added_before_the_first_signature_is_seen_beside_the_stored_paper() {
        for (byte[] added :
                List.of(
                        Sheets.withText(LETTER),
                        Sheets.withHiddenText(LETTER),
                        Sheets.withAnnotation(LETTER),
                        Sheets.withField(LETTER))) {
            byte[] signed = PERSON.sign(added, NOW);

            assertThat(check(signed).valid()).isTrue();
            assertThat(check(signed, LETTER).objection()).isEqualTo(Objection.ADDED_AFTER_SIGNING);
        }
    }

    @Test
    void another_attachment_added_between_two_signatures_is_seen() {
        byte[] added =
                Sheets.changed(
                        ONE,
                        document ->
                                document.getDocumentCatalog()
                                        .getCOSObject()
                                        .setName("PageMode", "UseAttachments"));

        assertThat(check(ORGANISATION.sign(added, NOW)).objection())
                .isEqualTo(Objection.ADDED_AFTER_SIGNING);
    }

    @Test
    void bytes_behind_the_end_are_seen() {
        assertThat(check(Arrays.copyOf(TWO, TWO.length + 40)).objection())
                .isEqualTo(Objection.BYTES_AFTER_THE_END);
    }

    @Test
    void an_unknown_signer_is_not_accepted() {
        SigningKey stranger = new TrialAuthority("Chứng thực lạ", NOW).holder("Người lạ");

        assertThat(check(stranger.sign(LETTER, NOW), LETTER).objection())
                .isEqualTo(Objection.UNKNOWN_SIGNER);
        Verdict between = check(ORGANISATION.sign(stranger.sign(LETTER, NOW), NOW), LETTER);
        assertThat(between.objection()).isEqualTo(Objection.UNKNOWN_SIGNER);
        assertThat(between.signers())
                .extracting(Verdict.Signer::valid)
                .containsExactly(false, true);
    }

    @Test
    void an_expired_certificate_is_not_accepted_nor_one_that_has_not_begun() {
        assertThat(check(AUTHORITY.holder("Hết hạn", -90, -10).sign(LETTER, NOW)).objection())
                .isEqualTo(Objection.EXPIRED_CERTIFICATE);
        assertThat(
                        check(
                                        AUTHORITY
                                                .holder("Hết hạn từ đó", -90, -10)
                                                .sign(LETTER, AUTHORITY.days(-30)))
                                .objection())
                .isEqualTo(Objection.EXPIRED_SINCE_SIGNING);
        assertThat(check(AUTHORITY.holder("Chưa đến hạn", 10, 90).sign(LETTER, NOW)).objection())
                .isEqualTo(Objection.CERTIFICATE_NOT_YET_VALID);
    }

    @Test
    void without_a_revocation_list_in_force_nothing_is_valid() {
        assertThat(check(TWO, List.of()).objection()).isEqualTo(Objection.REVOCATION_UNKNOWN);
        assertThat(check(TWO, List.of(AUTHORITY.list(-5))).objection())
                .isEqualTo(Objection.REVOCATION_UNKNOWN);
        assertThat(Objection.REVOCATION_UNKNOWN.words()).isEqualTo("revocation unknown");
    }

    @Test
    void a_revoked_certificate_is_not_accepted() {
        assertThat(check(TWO, List.of(AUTHORITY.list(30, PERSON.certificate()))).objection())
                .isEqualTo(Objection.REVOKED_CERTIFICATE);
    }

    @Test
    void a_list_that_somebody_else_made_counts_for_nothing() {
        TrialAuthority namesake = new TrialAuthority("Chứng thực Sông Ngàn", NOW);

        assertThat(check(TWO, List.of(namesake.list(30))).objection())
                .isEqualTo(Objection.REVOCATION_UNKNOWN);
    }

    @Test
    void a_list_of_issuers_alone_says_nothing_of_signers() {
        IssuingDistributionPoint issuers =
                new IssuingDistributionPoint(null, false, true, null, false, false);

        assertThat(check(TWO, List.of(AUTHORITY.list(30, issuers))).objection())
                .isEqualTo(Objection.REVOCATION_UNKNOWN);
    }

    @Test
    void what_stands_in_two_places_is_compared_in_both() throws IOException {
        byte[] first = Sheets.twoPagesWithOneContent();
        byte[] later =
                Sheets.changed(
                        first,
                        document -> {
                            PDStream another = new PDStream(document);
                            another.getCOSObject().setNeedToBeUpdated(true);
                            document.getPage(1).setContents(another);
                            document.getPage(1).getCOSObject().setNeedToBeUpdated(true);
                        });

        try (PDDocument before = Loader.loadPDF(first);
                PDDocument after = Loader.loadPDF(later);
                PDDocument again = Loader.loadPDF(first)) {
            assertThat(Additions.harmless(before, first.length, after, Set.of())).isFalse();
            assertThat(Additions.harmless(before, first.length, again, Set.of())).isTrue();
        }
    }

    @Test
    void the_certificate_of_a_signer_is_no_anchor() {
        Trust trust = Trust.at(NOW, List.of(PERSON.certificate()), List.of(AUTHORITY.list(30)));

        assertThat(new SignatureCheck(trust, NOW).check(ONE).objection())
                .isEqualTo(Objection.UNKNOWN_SIGNER);
    }

    @Test
    void a_foreign_file_says_its_printed_number_and_no_issuer() {
        Verdict verdict = check(PERSON.sign(Sheets.foreign(), NOW));

        assertThat(verdict.valid()).isTrue();
        assertThat(verdict.number()).isEqualTo("12-CV/ĐU");
        assertThat(verdict.issuer()).isNull();
        assertThat(check(PERSON.sign(Sheets.foreign(), NOW), LETTER).objection())
                .isEqualTo(Objection.ANOTHER_FILE);
    }

    @Test
    void what_is_no_pdf_or_half_of_one_is_said_so() {
        assertThat(check("Kính gửi".getBytes(StandardCharsets.UTF_8)).objection())
                .isEqualTo(Objection.NOT_A_PDF);
        assertThat(check("%PDF-1.7 hỏng".getBytes(StandardCharsets.UTF_8)).objection())
                .isEqualTo(Objection.UNREADABLE);
        assertThat(check(Arrays.copyOf(TWO, TWO.length - 500)).valid()).isFalse();
    }

    @Test
    void a_page_as_large_as_a_field_is_not_drawn() {
        byte[] large =
                Sheets.changed(
                        Sheets.foreign(),
                        document ->
                                document.getPage(0).setMediaBox(new PDRectangle(14_000, 14_000)));

        assertThat(check(PERSON.sign(large, NOW)).objection()).isEqualTo(Objection.UNREADABLE);
    }

    private static Verdict check(byte[] file) {
        return check(file, List.of(AUTHORITY.list(30)));
    }

    private static Verdict check(byte[] file, List<X509CRL> lists) {
        Trust trust = Trust.at(NOW, List.of(AUTHORITY.certificate()), lists);
        return new SignatureCheck(trust, NOW).check(file);
    }

    private static Verdict check(byte[] file, byte[] stored) {
        Trust trust = Trust.at(NOW, List.of(AUTHORITY.certificate()), List.of(AUTHORITY.list(30)));
        return new SignatureCheck(trust, NOW).check(file, stored);
    }
}
