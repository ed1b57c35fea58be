package vn.ganbo.access;

import org.springframework.context.ApplicationContext;

/** Stands in front of the console: reads the one-time code that was printed there. */
public final class ConsoleCode {
    private ConsoleCode() {}

    public static String read(ApplicationContext program) {
        return program.getBean(FirstAdministrator.class).announce().orElseThrow();
    }
}
