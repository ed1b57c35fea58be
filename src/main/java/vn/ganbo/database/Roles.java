package vn.ganbo.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The roles of the database (DECISIONS 1): owner migrates and owns, app runs the program and owns
 * nothing, sealer seals the log, finder is the definer of the name search and never signs in.
 */
final class Roles {
    private static final List<String> WITH_LOGIN = List.of("owner", "app", "sealer");

    private Roles() {}

    /** Makes the roles where they are missing and sets their passwords; run by a superuser. */
    static void prepare(Connection superuser, UnaryOperator<String> password) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            for (String role : WITH_LOGIN) {
                if (!exists(superuser, role)) {
                    statement.execute(
                            "create role "
                                    + role
                                    + " login nosuperuser nocreatedb nocreaterole nobypassrls");
                }
                statement.execute(
                        "alter role "
                                + role
                                + " password '"
                                + password.apply(role).replace("'", "''")
                                + "'");
            }
            if (!exists(superuser, "finder")) {
                statement.execute("create role finder nologin bypassrls");
            }
            statement.execute("grant finder to owner");
            statement.execute("alter role app set statement_timeout = '60s'");
        }
    }

    /** Leaves in the database only what the roles need; run by a superuser inside it. */
    static void closeDatabase(Connection superuser) throws SQLException {
        String database = superuser.getCatalog();
        try (Statement statement = superuser.createStatement()) {
            statement.execute("revoke all on database " + database + " from public");
            statement.execute("grant connect, temporary on database " + database + " to app");
            statement.execute("grant connect on database " + database + " to sealer");
            statement.execute("revoke all on schema public from public");
            statement.execute("grant usage on schema public to app, sealer, finder");
            statement.execute("grant usage, create on schema public to owner");
        }
    }

    /** The same as statements to be run by hand on a server that is not ours. */
    static String script(String database) {
        return """
        create role owner login password '…';
        create role app login password '…';
        create role sealer login password '…';
        create role finder nologin bypassrls;
        grant finder to owner;
        alter role app set statement_timeout = '60s';
        alter database DATABASE owner to owner;
        revoke all on database DATABASE from public;
        grant connect, temporary on database DATABASE to app;
        grant connect on database DATABASE to sealer;
        -- and inside it:
        revoke all on schema public from public;
        grant usage on schema public to app, sealer, finder;
        grant usage, create on schema public to owner;
        """
                .replace("DATABASE", database);
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select 1 from pg_roles where rolname = '" + role + "'")) {
            return found.next();
        }
    }
}
