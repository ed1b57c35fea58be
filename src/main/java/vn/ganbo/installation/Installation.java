package vn.ganbo.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.ganbo.database.PrivateFile;

/**
 * Khóa của bản cài đặt: seals what its papers say of themselves. The key lies outside the database,
 * in GANBO_INSTALLATION_KEY (32 bytes in Base64) or, with the embedded database, in a file of the
 * data folder that only the program's user reads. An installation with a database of its own and
 * without that variable has no key: its papers carry no mark.
 */
@Component
public class Installation {
    private static final int KEY = 32;

    private final String given;
    private final boolean external;
    private final Path file;
    private final String address;
    private final SecureRandom random = new SecureRandom();
    private boolean looked;
    private @Nullable Keys keys;

    Installation(
            @Value("${ganbo.installation-key:}") String given,
            @Value("${ganbo.database.url:}") String url,
            @Value("${ganbo.data:data}") Path folder,
            @Value("${ganbo.address:}") String address) {
        this.given = given;
        this.external = !url.isEmpty();
        this.file = folder.resolve("installation.key");
        this.address = address.replaceFirst("/+$", "");
    }

    private record Keys(Ed25519PrivateKeyParameters secret, PublicKey open) {}

    /** The key that others check with; empty where this installation has none. */
    public Optional<PublicKey> key() {
        return keys().map(Keys::open);
    }

    /**
     * Where the world finds this program, "https://ganbo.songngan.vn"; empty where it has not been
     * said.
     */
    public String address() {
        return address;
    }

    /**
     * Seals these bytes: 64 bytes, the same for the same ones.
     *
     * @throws IllegalStateException without a key
     */
    public byte[] seal(byte[] content) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, keys().orElseThrow(IllegalStateException::new).secret());
        signer.update(content, 0, content.length);
        return signer.generateSignature();
    }

    /**
     * Something that depends on the number and on the key, and tells neither.
     *
     * @return 63 bits, not negative
     * @throws IllegalStateException without a key
     */
    public long scrambled(String use, long number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            keys().orElseThrow(IllegalStateException::new).secret().getEncoded(),
                            "HmacSHA256"));
            mac.update(use.getBytes(StandardCharsets.US_ASCII));
            byte[] out = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
            return ByteBuffer.wrap(out).getLong() & Long.MAX_VALUE;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Optional<Keys> keys() {
        if (!looked) {
            keys = secret().map(Installation::both).orElse(null);
            looked = true;
        }
        return Optional.ofNullable(keys);
    }

    private static Keys both(byte[] secret) {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(secret);
        return new Keys(key, new PublicKey(key.generatePublicKey().getEncoded()));
    }

    private Optional<byte[]> secret() {
        if (!given.isEmpty()) {
            return Optional.of(decoded(given));
        }
        if (external) {
            return Optional.empty();
        }
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY];
                random.nextBytes(fresh);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(fresh));
            }
            return Optional.of(decoded(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] decoded(String text) {
        byte[] key = Base64.getDecoder().decode(text);
        if (key.length != KEY) {
            throw new IllegalStateException("the installation's key must be 32 bytes in Base64");
        }
        return key;
    }
}
