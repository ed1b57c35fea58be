package vn.ganbo.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Does not read a large file from somebody who is not signed in: files are held in memory, and who
 * signs in again has to choose the file again anyway.
 */
class UnsignedUpload extends OncePerRequestFilter {
    /** Bytes of a form that is read from anybody, so that what was typed can be given back. */
    private static final long FORM = 1 << 20;

    private final SessionEnded ended;

    UnsignedUpload(SessionEnded ended) {
        this.ended = ended;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        long length = request.getContentLengthLong();
        boolean large =
                type != null && type.startsWith("multipart/") && (length < 0 || length > FORM);
        if (large && SessionContext.signedIn(request) == null) {
            ended.showUnread(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
