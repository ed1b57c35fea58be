package vn.ganbo.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Makes what every page has around its content; implemented by access. No interceptor sees the
 * pages of failures, so those ask here.
 */
@FunctionalInterface
public interface ShellMaker {
    Shell of(HttpServletRequest request);
}
