package vn.ganbo.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import vn.ganbo.database.TestDatabase;

/** The whole product with a small invented world, for the browser. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.level.root=warn",
            "ganbo.demo=true",
            "ganbo.demo.members=150",
            "ganbo.data=target/journey-data-${surefire.forkNumber:1}"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@interface DemoTest {}
