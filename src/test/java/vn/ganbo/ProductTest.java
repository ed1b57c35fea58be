package vn.ganbo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import vn.ganbo.database.TestDatabase;

/**
 * The whole product on a random port; all such tests share one application context and database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.level.root=warn",
            "ganbo.demo=false",
            "ganbo.installation-key=Z2FuLWJvLXRlc3QtaW5zdGFsbGF0aW9uLWtleS0wMDE=",
            "ganbo.personal-id-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
        })
@ContextConfiguration(initializers = {TestDatabase.class, TestClock.class})
public @interface ProductTest {}
