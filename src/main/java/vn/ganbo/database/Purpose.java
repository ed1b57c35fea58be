package vn.ganbo.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database is for, written into it at the first start: the demonstration, where anybody may
 * become anybody, or an office's own work. Neither opens what is the other's (DECISIONS 23).
 */
final class Purpose {
    private static final String TABLE =
            "create table if not exists public.purpose (demo boolean not null)";

    private static final String KEPT = "select p.demo from public.purpose p";

    /** Of a database from before the mark: passwords are set only where an office works. */
    private static final String HAS_ACCOUNTS = "select to_regclass('access.account') is not null";

    private static final String HAS_PASSWORDS =
            "select exists (select from access.account a where a.password_hash is not null)";

    private Purpose() {}

    /** Looks as the owner; throws StartRefused when the database is for the other purpose. */
    static void check(Connection owner, boolean demo) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("set client_min_messages = warning");
            statement.execute(TABLE);
        }
        if (kept(owner, demo) == demo) {
            return;
        }
        throw demo
                ? new StartRefused(
                        "This data folder or database is an office's own, and this start is the"
                                + " demonstration, in which anybody may become anybody.",
                        "Give the demonstration a folder of its own (GANBO_DATA=folder ./run), or start"
                                + " the program for real: java -jar target/ganbo.jar.")
                : new StartRefused(
                        "This data folder or database holds the demonstration's invented people.",
                        "Start it with ./run, or give the office's work a folder or database of its"
                                + " own.");
    }

    private static boolean kept(Connection owner, boolean demo) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(KEPT)) {
            if (found.next()) {
                return found.getBoolean(1);
            }
        }
        boolean mark = demo && !(says(owner, HAS_ACCOUNTS) && says(owner, HAS_PASSWORDS));
        try (PreparedStatement keep =
                owner.prepareStatement("insert into public.purpose (demo) values (?)")) {
            keep.setBoolean(1, mark);
            keep.executeUpdate();
        }
        return mark;
    }

    private static boolean says(Connection owner, String question) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            return found.next() && found.getBoolean(1);
        }
    }
}
