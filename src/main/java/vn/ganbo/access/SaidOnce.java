package vn.ganbo.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.WebUtils;
import vn.ganbo.kernel.Tone;
import vn.ganbo.web.Shell;

/**
 * Carries the sentence that says what an act did to the page that follows, in a cookie signed with
 * the session's secret: an act then writes no session and neither does the page. What has no
 * session, or is too long for a cookie, is carried in the session as Spring does it.
 */
final class SaidOnce implements FlashMapManager {
    static final String COOKIE = "GANBO-SAID";

    private static final String NOTICE = "notice";
    private static final Duration KEPT = Duration.ofMinutes(3);

    /** Browsers take 4,096 bytes for a cookie with its name and attributes. */
    private static final int LONGEST = 3500;

    private final CsrfTokenRepository tokens;
    private final SessionFlashMapManager inSession = new SessionFlashMapManager();

    SaidOnce(CsrfTokenRepository tokens) {
        this.tokens = tokens;
    }

    @Override
    public void saveOutputFlashMap(
            FlashMap said, HttpServletRequest request, HttpServletResponse response) {
        @Nullable String sealed = sealed(said, request);
        if (sealed == null || sealed.length() > LONGEST) {
            inSession.saveOutputFlashMap(said, request, response);
        } else {
            set(request, response, sealed, KEPT);
        }
    }

    @Override
    public @Nullable FlashMap retrieveAndUpdate(
            HttpServletRequest request, HttpServletResponse response) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
        boolean page = "GET".equals(request.getMethod());
        @Nullable FlashMap said =
                cookie == null || !page ? null : opened(cookie.getValue(), request);
        if (said == null) {
            return inSession.retrieveAndUpdate(request, response);
        }
        set(request, response, "", Duration.ZERO);
        return said;
    }

    private @Nullable String sealed(FlashMap said, HttpServletRequest request) {
        @Nullable String path = said.getTargetRequestPath();
        @Nullable Mac seal = seal(request);
        if (seal == null
                || path == null
                || said.size() != 1
                || !(said.get(NOTICE) instanceof Shell.Notice notice)) {
            return null;
        }
        byte[] words =
                String.join("\n", path, notice.tone().name(), notice.sentence()).getBytes(UTF_8);
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return text.encodeToString(words) + "." + text.encodeToString(seal.doFinal(words));
    }

    /** Null for what another page shall say, and for what this session did not seal. */
    private @Nullable FlashMap opened(String sealed, HttpServletRequest request) {
        int dot = sealed.indexOf('.');
        byte[] words;
        byte[] shown;
        try {
            words = Base64.getUrlDecoder().decode(sealed.substring(0, Math.max(dot, 0)));
            shown = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
        } catch (IllegalArgumentException e) {
            return null;
        }
        String[] parts = new String(words, UTF_8).split("\n", 3);
        if (!parts[0].equals(request.getRequestURI())) {
            return null;
        }
        @Nullable Mac seal = seal(request);
        if (seal == null || !MessageDigest.isEqual(seal.doFinal(words), shown)) {
            return null;
        }
        FlashMap said = new FlashMap();
        said.put(NOTICE, new Shell.Notice(parts[2], Tone.valueOf(parts[1])));
        return said;
    }

    /** Keyed with what only this session and this program know. */
    private @Nullable Mac seal(HttpServletRequest request) {
        @Nullable CsrfToken token = tokens.loadToken(request);
        if (token == null) {
            return null;
        }
        try {
            Mac seal = Mac.getInstance("HmacSHA256");
            seal.init(new SecretKeySpec(token.getToken().getBytes(UTF_8), seal.getAlgorithm()));
            seal.update(COOKIE.getBytes(UTF_8));
            return seal;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
