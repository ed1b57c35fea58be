package vn.ganbo.installation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.util.encoders.Base32;
import vn.ganbo.kernel.Texts;

/**
 * Khóa công khai of an installation: 32 bytes of Ed25519 (RFC 8032), with which anybody checks what
 * that installation has sealed.
 *
 * @param bytes 32
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its id
public record PublicKey(byte[] bytes) {
    private static final int LENGTH = 32;

    /** Bytes that find a slip of the pen in a key that was typed. */
    private static final int CHECK = 3;

    private static final int ID = 5;

    private static final Pattern BETWEEN = Pattern.compile("[\\s.-]");

    /** Throws for anything but 32 bytes. */
    public PublicKey {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a public key has 32 bytes");
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Eight letters and digits that stand for the key: "Q3ZK7N2A". */
    public String id() {
        return base32(Arrays.copyOf(sha256(bytes), ID));
    }

    /** The key as one reads it out, in groups of four; the last ones are its check. */
    public String written() {
        byte[] all = Arrays.copyOf(bytes, LENGTH + CHECK);
        System.arraycopy(sha256(bytes), 0, all, LENGTH, CHECK);
        return base32(all).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** A key that was typed or pasted; empty where it is not one, or has a slip. */
    public static Optional<PublicKey> read(String typed) {
        String letters =
                BETWEEN.matcher(Texts.clean(typed).toUpperCase(Locale.ROOT)).replaceAll("");
        return unBase32(letters)
                .filter(all -> all.length == LENGTH + CHECK)
                .map(all -> new PublicKey(Arrays.copyOf(all, LENGTH)))
                .filter(key -> key.written().replace(" ", "").equals(letters));
    }

    /** Whether this installation has sealed exactly these bytes. */
    public boolean sealed(byte[] content, byte[] seal) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(bytes));
        signer.update(content, 0, content.length);
        return signer.verifySignature(seal);
    }

    /** Letters and digits of RFC 4648 without the signs at the end. */
    public static String base32(byte[] bytes) {
        return Base32.toBase32String(bytes).replace("=", "");
    }

    /** The bytes of such a text, or empty where it is none. */
    public static Optional<byte[]> unBase32(String text) {
        if (!text.matches("[A-Z2-7]+")) {
            return Optional.empty();
        }
        byte[] bytes = Base32.decode(text + "=".repeat((8 - text.length() % 8) % 8));
        return base32(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
