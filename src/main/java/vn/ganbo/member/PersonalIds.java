package vn.ganbo.member;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.ganbo.database.PrivateFile;
import vn.ganbo.kernel.Refusal;

/**
 * Số định danh cá nhân at rest: AES-GCM under a key that lies outside the database, in
 * GANBO_PERSONAL_ID_KEY (32 bytes in Base64) or, with the embedded database, in a file of the data
 * folder that only the program's user reads. Each ciphertext is bound to its member.
 */
@Component
class PersonalIds {
    /** What stands on pages for a number that cannot be read. */
    static final String HIDDEN = "••• ••• ••• •••";

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String given;
    private final boolean external;
    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] key;

    PersonalIds(
            @Value("${ganbo.personal-id-key:}") String given,
            @Value("${ganbo.database.url:}") String url,
            @Value("${ganbo.data:data}") Path folder) {
        this.given = given;
        this.external = !url.isEmpty();
        this.file = folder.resolve("personal-id.key");
    }

    /** Refuses when no key has been set for a database of the office's own. */
    byte[] sealed(UUID member, String digits) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] body =
                    cipher(Cipher.ENCRYPT_MODE, member, nonce)
                            .doFinal(digits.getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.allocate(NONCE + body.length).put(nonce).put(body).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number in clear. Refuses when it was written under another key. */
    String opened(UUID member, byte[] sealed) {
        try {
            byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
            byte[] body =
                    cipher(Cipher.DECRYPT_MODE, member, nonce)
                            .doFinal(sealed, NONCE, sealed.length - NONCE);
            return new String(body, StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new Refusal("member.personal-id-unreadable");
        }
    }

    /** The last three digits, or none where the key does not fit. */
    String masked(UUID member, byte[] sealed) {
        try {
            String digits = opened(member, sealed);
            return "••• ••• ••• " + digits.substring(Math.max(0, digits.length() - 3));
        } catch (Refusal e) {
            return HIDDEN;
        }
    }

    /** The same for the same number, and nothing to whom the key is unknown. */
    String mark(String digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derived("mark"), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, UUID member, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(derived("seal"), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(member.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /** One key for sealing and another for marks, so that neither tells of the other. */
    private byte[] derived(String use) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key(), "HmacSHA256"));
        return mac.doFinal(use.getBytes(StandardCharsets.US_ASCII));
    }

    private synchronized byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = given.isEmpty() ? ofFile() : decoded(given);
            key = known;
        }
        return known;
    }

    private byte[] ofFile() {
        if (external) {
            throw new Refusal("member.personal-id-no-key");
        }
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY];
                random.nextBytes(fresh);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(fresh));
            }
            return decoded(Files.readString(file).strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] decoded(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != KEY) {
            throw new IllegalStateException(
                    "GANBO_PERSONAL_ID_KEY, or personal-id.key in the data folder, is not 32 bytes in Base64");
        }
        return bytes;
    }
}
