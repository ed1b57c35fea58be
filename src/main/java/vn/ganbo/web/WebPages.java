package vn.ganbo.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The engine that draws pages, and the static files whose addresses carry their content's hash. */
@Configuration(proxyBeanMethods = false)
class WebPages implements WebMvcConfigurer {
    private static final Duration A_YEAR = Duration.ofDays(365);

    /** Templates are compiled into their capability's package, where they see its own types. */
    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "vn.ganbo");
    }

    /** Looked up when asked: the provider itself needs the resource handlers made below. */
    @Bean
    Assets assets(ObjectProvider<ResourceUrlProvider> urls) {
        return path -> {
            @Nullable String versioned = urls.getObject().getForLookupPath(path);
            if (versioned == null) {
                throw new IllegalArgumentException("No such asset: " + path);
            }
            return versioned;
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FormArgument());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/");
        serve(registry, "/**", "classpath:/static/");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LongText()).order(0);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new DayAsTyped());
    }

    private static void serve(ResourceHandlerRegistry registry, String pattern, String location) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** Days come as 23/11/2026 or as browsers send them; an empty field is no day. */
    private static final class DayAsTyped implements Converter<String, @Nullable LocalDate> {
        @Override
        public @Nullable LocalDate convert(String typed) {
            return typed.isBlank() ? null : Days.require(typed);
        }
    }
}
