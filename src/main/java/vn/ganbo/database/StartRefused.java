package vn.ganbo.database;

/**
 * Why the program does not start on this database, and what helps: two sentences for the console,
 * without a stack trace.
 */
final class StartRefused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final String help;

    StartRefused(String reason, String help) {
        super(reason + " " + help);
        this.reason = reason;
        this.help = help;
    }

    String reason() {
        return reason;
    }

    String help() {
        return help;
    }
}
