package vn.ganbo.demo;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The parts that only a demonstration has. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoConfig {
    @Bean
    @Primary
    DemoClock demoClock(@Value("${ganbo.data:data}") Path folder) {
        return DemoClock.in(folder);
    }
}
