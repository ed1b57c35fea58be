package vn.ganbo.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Builds the world at the first start of a demonstration, before the address is announced. */
@Component
@Order(10)
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoStart implements ApplicationRunner {
    private final DemoWorld world;
    private final int members;

    /** Without members no world is built: a world of a size is made by {@link Province}. */
    DemoStart(DemoWorld world, @Value("${ganbo.demo.members:600}") int members) {
        this.world = world;
        this.members = members;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (members > 0 && !world.stands()) {
            world.build();
        }
    }
}
