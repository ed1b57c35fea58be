package vn.ganbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Spring compares a path that holds a key with every pattern of the program, one after the other;
 * here only with those that begin with the same word. Where not exactly one of them fits (none, a
 * second one, another method), Spring decides as ever.
 */
@Configuration(proxyBeanMethods = false)
class LiteralFirst {
    @Bean
    WebMvcRegistrations requestMappings() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Mapping();
            }
        };
    }

    private static final class Mapping extends RequestMappingHandlerMapping {
        private record Route(RequestMappingInfo info, HandlerMethod method) {}

        /** The routes under each first word; under "" those that may begin with any. */
        private volatile Map<String, List<Route>> byWord = Map.of();

        @Override
        public void afterPropertiesSet() {
            super.afterPropertiesSet();
            Map<String, List<Route>> routes = new HashMap<>();
            getHandlerMethods()
                    .forEach((info, method) -> {
                        for (String pattern : info.getPatternValues()) {
                            routes.computeIfAbsent(literal(pattern), _ -> new ArrayList<>())
                                    .add(new Route(info, method));
                        }
                    });
            byWord = routes;
        }

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(
                String path, HttpServletRequest request) throws Exception {
            @Nullable Route only = null;
            @Nullable RequestMappingInfo fitting = null;
            if (!byWord.containsKey("")) {
                for (Route route : byWord.getOrDefault(word(path), List.of())) {
                    @Nullable RequestMappingInfo fits = getMatchingMapping(route.info(), request);
                    if (fits != null && only != null) {
                        return super.lookupHandlerMethod(path, request);
                    }
                    if (fits != null) {
                        only = route;
                        fitting = fits;
                    }
                }
            }
            if (only == null || fitting == null) {
                return super.lookupHandlerMethod(path, request);
            }
            request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.method());
            handleMatch(fitting, path, request);
            return only.method();
        }

        private static String literal(String pattern) {
            String word = word(pattern);
            return word.contains("{") || word.contains("*") ? "" : word;
        }

        /** What stands between the first stroke and the second one, the stroke kept: never "". */
        private static String word(String path) {
            int end = path.indexOf('/', 1);
            return end < 0 ? path : path.substring(0, end);
        }
    }
}
