package vn.ganbo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Spring compares a path that holds a key with every pattern of the program, one after the other;
 * most differ in their first words, and those are told apart here before anything is taken apart.
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
        private final Map<RequestMappingInfo, String> literals = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo info, HttpServletRequest request) {
            String path = request.getRequestURI();
            boolean coded = path.indexOf('%') >= 0;
            return coded || path.startsWith(literals.computeIfAbsent(info, Mapping::literal))
                    ? super.getMatchingMapping(info, request)
                    : null;
        }

        /** What every path of the mapping begins with. */
        private static String literal(RequestMappingInfo info) {
            if (info.getPatternValues().size() != 1) {
                return "";
            }
            String pattern = info.getPatternValues().iterator().next();
            int variable = pattern.indexOf('{');
            int any = pattern.indexOf('*');
            int end = variable < 0 ? pattern.length() : variable;
            return pattern.substring(0, any < 0 ? end : Math.min(any, end));
        }
    }
}
