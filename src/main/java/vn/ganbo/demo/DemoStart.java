package vn.ganbo.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Builds the world at the first start of a demonstration, before the address is announced. */
@Component
@Order(10)
@ConditionalOnProperty("ganbo.demo")
class DemoStart implements ApplicationRunner {
    private final DemoWorld world;

    DemoStart(DemoWorld world) {
        this.world = world;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!world.stands()) {
            world.build();
        }
    }
}
