package vn.ganbo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ganbo.kernel.Texts;

/**
 * Gives everybody behind it the typed text in one form (law 12): NFC, without NUL, without halves
 * of letters. No page need think of it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class PlainText extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Plain(request), response);
    }

    private static final class Plain extends HttpServletRequestWrapper {
        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            @Nullable String typed = super.getParameter(name);
            return typed == null ? null : Texts.plain(typed);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return plain(super.getParameterValues(name));
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, typed) -> all.put(name, plain(typed)));
            return Collections.unmodifiableMap(all);
        }

        private static String @Nullable [] plain(String @Nullable [] typed) {
            if (typed == null) {
                return null;
            }
            String[] out = new String[typed.length];
            for (int i = 0; i < typed.length; i++) {
                out[i] = Texts.plain(typed[i]);
            }
            return out;
        }
    }
}
