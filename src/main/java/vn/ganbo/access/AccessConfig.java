package vn.ganbo.access;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.Filter;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.ShellMaker;

/**
 * How requests come in: session, CSRF, the viewer, the table of rights. The other headers are
 * web's.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfig {
    @Bean
    @Order(1)
    SecurityFilterChain pages(
            HttpSecurity http, CsrfTokenRepository tokens, Viewers viewers, SessionEnded ended) {
        return http.securityContext(c -> c.securityContextRepository(new SessionContext()))
                .csrf(c -> c.csrfTokenRepository(tokens))
                .exceptionHandling(c -> c.accessDeniedHandler(ended))
                .logout(c -> c.disable())
                .requestCache(c -> c.disable())
                .headers(c -> c.defaultsDisabled().cacheControl(withDefaults()))
                .addFilterBefore(new UnsignedUpload(ended), CsrfFilter.class)
                .addFilterAfter(new ViewerFilter(viewers), CsrfFilter.class)
                .build();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    /** After a sign-in: a new session id and a new CSRF token. */
    @Bean
    SessionAuthenticationStrategy freshSession(CsrfTokenRepository tokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(
                        new ChangeSessionIdAuthenticationStrategy(),
                        new CsrfAuthenticationStrategy(tokens)));
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("GANBO");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /** Stands between Spring Session and its table (docs/decisions/0050). */
    @Bean
    static BeanPostProcessor quietSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository stored
                        ? new QuietSessions(stored)
                        : bean;
            }
        };
    }

    /** One statement at a time: half a session is one that is not signed in. */
    @Bean
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** For everybody else: Spring Boot makes none where there is the one above. */
    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    FilterRegistrationBean<Filter> sessionReadOnce() {
        FilterRegistrationBean<Filter> before =
                new FilterRegistrationBean<>(QuietSessions.aroundRequest());
        before.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return before;
    }

    @Bean
    FlashMapManager flashMapManager(CsrfTokenRepository tokens) {
        return new SaidOnce(tokens);
    }

    /** Nobody is known to Spring Security's own sign-in, which is not used. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("");
        };
    }

    /** The demonstration is for this machine alone (DECISIONS 23). */
    @Bean
    @ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> thisMachineAlone() {
        return factory -> factory.setAddress(InetAddress.getLoopbackAddress());
    }

    @Bean
    WebMvcConfigurer viewerAndRights(
            Rights rights, SessionEnded ended, Clock clock, ShellMaker shells) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RightsInterceptor(rights, ended)).order(-100);
                registry.addInterceptor(new Once(clock)).order(-50);
                registry.addInterceptor(new ShellInterceptor(shells)).order(100);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ViewerArgument());
            }
        };
    }

    /** Gives handlers the signed-in {@link Viewer}, or null where the parameter is nullable. */
    static final class ViewerArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Viewer.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            Present present =
                    Present.of(
                            java.util.Objects.requireNonNull(
                                    request.getNativeRequest(
                                            jakarta.servlet.http.HttpServletRequest.class)));
            if (present != null) {
                return present.viewer();
            }
            if (parameter.isOptional()) {
                return null;
            }
            throw new IllegalStateException("nobody is signed in");
        }
    }
}
