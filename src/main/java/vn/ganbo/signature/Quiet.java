package vn.ganbo.signature;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Where the program is not started by Spring, nobody has said how much the log shall tell. */
final class Quiet {
    private Quiet() {}

    /** Warnings and what is worse, of everybody. */
    static void please() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
