package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import vn.ganbo.web.ShellMaker;

/**
 * Puts the shell around a page that is about to be drawn, after the act behind it. Acts that lead
 * on, files and papers have none, so nothing is counted for their menu.
 */
final class ShellInterceptor implements HandlerInterceptor {
    private static final String SHELL = "shell";

    private final ShellMaker shells;

    ShellInterceptor(ShellMaker shells) {
        this.shells = shells;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page == null || page.getModel().containsKey(SHELL)) {
            return;
        }
        String view = page.getViewName();
        if (view != null && !view.startsWith("redirect:") && !view.startsWith("forward:")) {
            page.addObject(SHELL, shells.of(request));
        }
    }
}
