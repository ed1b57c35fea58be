package vn.ganbo.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** The page of a failure, also for those that never reached a page of ours (/error). */
@Controller
class FailurePage implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);

    private final ObjectProvider<ShellMaker> shells;
    private final Assets assets;
    private final boolean demo;

    FailurePage(
            ObjectProvider<ShellMaker> shells,
            Assets assets,
            @Value("${ganbo.demo:false}") boolean demo) {
        this.shells = shells;
        this.assets = assets;
        this.demo = demo;
    }

    @RequestMapping(
            path = "/error",
            method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView error(HttpServletRequest request) {
        @Nullable Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        @Nullable HttpStatus found = code instanceof Integer n ? HttpStatus.resolve(n) : null;
        HttpStatus status = found == null ? HttpStatus.NOT_FOUND : found;
        if (status == HttpStatus.FORBIDDEN || status == HttpStatus.UNAUTHORIZED) {
            status = HttpStatus.NOT_FOUND;
        }
        Failure failure = Failure.of(request, status);
        if (status.is5xxServerError()) {
            String number = Failures.number();
            @Nullable Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            LOG.error("{}: outside any page", number, thrown instanceof Throwable t ? t : null);
            failure = failure.withNumber(number);
        }
        return of(request, failure);
    }

    ModelAndView of(HttpServletRequest request, Failure failure) {
        return new ModelAndView(
                "web/failure",
                Map.of("shell", shell(request), "failure", failure),
                failure.status());
    }

    /** A page can be said even when the shell cannot be made, such as without a database. */
    private Shell shell(HttpServletRequest request) {
        try {
            @Nullable ShellMaker maker = shells.getIfAvailable();
            if (maker != null) {
                return maker.of(request);
            }
        } catch (RuntimeException e) {
            LOG.warn("a failure is shown without its shell", e);
        }
        return bare(request.getRequestURI(), demo, assets);
    }

    static Shell bare(String path, boolean demo, Assets assets) {
        return new Shell(
                null, List.of(), List.of(), path, demo, "_csrf", "", null, 0, assets, link -> true);
    }
}
