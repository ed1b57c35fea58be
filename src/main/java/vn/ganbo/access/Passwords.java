package vn.ganbo.access;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Texts;

/**
 * Mật khẩu: Argon2id with 19 MiB, two passes, one lane (the least that OWASP's password storage
 * cheat sheet asks for), a few at a time, so that many sign-ins at once cannot eat the memory.
 */
@Component
final class Passwords {
    static final int LEAST = 12;
    static final int MOST = 200;

    private static final int SALT = 16;
    private static final int HASH = 32;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final List<String> COMMON =
            List.of("matkhau", "password", "123456", "qwerty", "abcdef", "dangcongsan", "ganbo");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore room;
    private final Duration patience;
    private final Argon2PasswordEncoder encoder;

    /** A hash of no password at all, looked at where there is no account; made without work. */
    private final String nobody;

    @Autowired
    Passwords(@Value("${ganbo.password.memory-kib:19456}") int memory) {
        this(memory, new Semaphore(4), Duration.ofSeconds(10));
    }

    /** With room for as many at once, and as long a wait for it; refuses after that. */
    Passwords(int memory, Semaphore room, Duration patience) {
        this.room = room;
        this.patience = patience;
        encoder = new Argon2PasswordEncoder(SALT, HASH, 1, memory, 2);
        nobody =
                "$argon2id$v=19$m=%d,t=2,p=1$%s$%s"
                        .formatted(memory, randomBytes(SALT), randomBytes(HASH));
    }

    /** In the alphabet of an encoded hash. */
    private String randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    String hash(String password) {
        return java.util.Objects.requireNonNull(
                inRoom(() -> java.util.Objects.requireNonNull(encoder.encode(normal(password)))));
    }

    /** Takes the same time where there is no account or no password. */
    boolean matches(String typed, @Nullable String hash) {
        boolean same = inRoom(() -> encoder.matches(normal(typed), hash == null ? nobody : hash));
        return same && hash != null;
    }

    private <T> T inRoom(Supplier<T> work) {
        try {
            if (!room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal("access.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    /** Four groups of four letters that nobody confuses: 79 bits. */
    String oneTime() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                out.append('-');
            }
            out.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return out.toString();
    }

    /** What is wrong with a new password, as a sentence, or null when it will do. */
    @Nullable String problem(String password, String repeated, String userName) {
        String typed = normal(password);
        int length = typed.codePointCount(0, typed.length());
        if (length < LEAST) {
            return "Mật khẩu cần ít nhất "
                    + LEAST
                    + " ký tự; hiện có "
                    + length
                    + ". Một câu dài dễ nhớ là tốt nhất.";
        }
        if (length > MOST) {
            return "Mật khẩu dài quá " + MOST + " ký tự.";
        }
        if (typed.chars().distinct().count() < 6) {
            return "Mật khẩu lặp lại quá ít ký tự khác nhau; hãy dùng một câu dài dễ nhớ.";
        }
        String folded = Texts.folded(typed).replace(" ", "");
        String name = Texts.folded(userName);
        if (!name.isEmpty() && folded.contains(name)) {
            return "Mật khẩu không được chứa tên đăng nhập.";
        }
        for (String common : COMMON) {
            if (folded.startsWith(common) && folded.length() < common.length() + 8) {
                return "Mật khẩu này dễ đoán; hãy dùng một câu dài mà chỉ đồng chí nhớ.";
            }
        }
        if (!typed.equals(normal(repeated))) {
            return "Hai lần ghi mật khẩu mới chưa giống nhau.";
        }
        return null;
    }

    /** The same letters however the keyboard composed them. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    static String userNameProblem(String userName) {
        String folded = userName.toLowerCase(Locale.ROOT);
        return folded.matches("[a-z0-9][a-z0-9._-]{2,59}")
                ? ""
                : "Tên đăng nhập gồm 3 đến 60 chữ không dấu, chữ số, dấu chấm, gạch; ví dụ: nguyenvanan.";
    }
}
