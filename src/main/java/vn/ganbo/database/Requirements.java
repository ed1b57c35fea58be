package vn.ganbo.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database must offer before migrations touch it: PostgreSQL 15 or newer and the four roles
 * under their own names, because grants and policies name them. The logins may be other roles that
 * are members of {@code owner}, {@code app} and {@code sealer}: rights and policies are inherited.
 */
final class Requirements {
    static final int OLDEST = 15;

    private static final String FOUND =
            """
            select current_setting('server_version_num')::int / 10000 as major,
                   array(select n.name
                           from unnest(array['owner', 'app', 'sealer', 'finder']) as n (name)
                          where not exists (select from pg_roles r where r.rolname = n.name)) as missing,
                   exists (select from pg_roles r where r.rolname = 'finder' and r.rolbypassrls and not r.rolcanlogin) as finds,
                   has_database_privilege(current_database(), 'create') as creates,
                   current_database() as name
            """;

    private static final String IS_OWNER = "select pg_has_role('owner', 'member')";

    private Requirements() {}

    /** Looks as the owner; throws StartRefused with the statements that a superuser has to run. */
    static void check(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(FOUND)) {
            found.next();
            int major = found.getInt("major");
            if (major < OLDEST) {
                throw new StartRefused(
                        "The database server is PostgreSQL " + major + ".",
                        "Gắn Bó needs PostgreSQL " + OLDEST + " or newer.");
            }
            String database = found.getString("name");
            List<String> missing =
                    new ArrayList<>(List.of((String[]) found.getArray("missing").getArray()));
            if (!missing.isEmpty()) {
                throw refusal("lacks the roles " + missing, database);
            }
            if (!found.getBoolean("finds")) {
                throw refusal(
                        "has a role finder that does not bypass row security or may sign in",
                        database);
            }
            if (!found.getBoolean("creates") || !isOwner(owner)) {
                throw refusal(
                        "does not belong to GANBO_DATABASE_OWNER_USER, "
                                + owner.getMetaData().getUserName(),
                        database);
            }
        }
    }

    private static boolean isOwner(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(IS_OWNER)) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static StartRefused refusal(String what, String database) {
        return new StartRefused(
                "The database " + database + " " + what + ".",
                "Let a superuser run what of this is missing, with passwords of your own:\n"
                        + Roles.script(database));
    }
}
