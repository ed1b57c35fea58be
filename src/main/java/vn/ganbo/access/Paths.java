package vn.ganbo.access;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Paths that came in from outside and shall be gone to. */
final class Paths {
    private Paths() {}

    /** A path of this program, with no host, no scheme, nothing that a browser reads as one. */
    static boolean ours(@Nullable String path) {
        if (path == null
                || !path.startsWith("/")
                || path.startsWith("//")
                || path.contains("\\")
                || path.length() > 2000
                || path.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && uri.equals(uri.normalize());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The path part alone. */
    static String withoutQuery(String path) {
        int end = path.indexOf('?');
        return end < 0 ? path : path.substring(0, end);
    }
}
