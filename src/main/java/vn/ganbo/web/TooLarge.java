package vn.ganbo.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ganbo.kernel.Labels;

/**
 * Turns away a file that is too large before anything reads it: the CSRF check would find no token
 * in a body that the server refuses to read, and would say the wrong thing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class TooLarge extends OncePerRequestFilter {
    private final TemplateEngine templates;
    private final Assets assets;
    private final DataSize limit;

    TooLarge(
            TemplateEngine templates,
            Assets assets,
            @Value("${spring.servlet.multipart.max-request-size:51MB}") DataSize limit) {
        this.templates = templates;
        this.assets = assets;
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String type = request.getContentType();
        if (type == null
                || !type.startsWith("multipart/")
                || request.getContentLengthLong() <= limit.toBytes()) {
            chain.doFilter(request, response);
            return;
        }
        HttpStatus status = HttpStatus.CONTENT_TOO_LARGE;
        Failure failure =
                Failure.of(
                        request,
                        status,
                        Labels.of("failure.413"),
                        Labels.of("failure.413.advice"),
                        List.of());
        StringOutput page = new StringOutput();
        templates.render(
                "web/failure.jte",
                Map.of(
                        "shell",
                        FailurePage.bare(request.getRequestURI(), false, assets),
                        "failure",
                        failure),
                page);
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.getWriter().write(page.toString());
    }
}
