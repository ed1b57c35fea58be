package vn.ganbo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * Counts what a page asks the database, beyond what every page of the visitor asks: session, office
 * and scope, and the counts of the menu.
 */
public final class PageStatements {
    private static final String PLAINEST = "/password";

    /** What Db runs its statements by; the viewer of each request is read through it, too. */
    private static final String TEMPLATE = "vn.ganbo.database.Db$Kept";

    /** Requests run on these; jobs in the background, such as sealing, run on others. */
    private static final String REQUEST_THREADS = "tomcat-handler-";

    private static final Pattern RUNS =
            Pattern.compile("Executing prepared SQL statement \\[(.*)]", Pattern.DOTALL);
    private static final Pattern MENU_OR_SESSION =
            Pattern.compile("(?i)spring_session|session\\.|desk\\.tally|^select '");

    private PageStatements() {}

    /** The statements that the page runs for this visitor, in order. */
    public static List<String> of(Visitor who, String page) {
        who.get(page);
        List<String> every = run(who, PLAINEST);
        List<String> own = run(who, page);
        every.forEach(own::remove);
        return own;
    }

    private static List<String> run(Visitor who, String page) {
        Logger logger = (Logger) LoggerFactory.getLogger(TEMPLATE);
        ListAppender<ILoggingEvent> lines =
                new ListAppender<>() {
                    @Override
                    protected void append(ILoggingEvent line) {
                        // Otherwise the thread's name is asked for when it is read, of the reader.
                        line.prepareForDeferredProcessing();
                        super.append(line);
                    }
                };
        lines.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(lines);
        try {
            Visitor.Page shown = who.get(page);
            if (shown.status() != 200) {
                throw new AssertionError(page + " answers " + shown.status());
            }
        } finally {
            logger.detachAppender(lines);
            logger.setAdditive(true);
            logger.setLevel(null);
        }
        if (lines.list.isEmpty()) {
            throw new AssertionError("nothing is counted: not even who is there was asked");
        }
        return new java.util.ArrayList<>(
                List.copyOf(lines.list).stream()
                        .filter(line -> line.getThreadName().startsWith(REQUEST_THREADS))
                        .map(line -> RUNS.matcher(line.getFormattedMessage()))
                        .filter(Matcher::matches)
                        .map(run -> run.group(1))
                        .filter(sql -> !MENU_OR_SESSION.matcher(sql).find())
                        .toList());
    }
}
