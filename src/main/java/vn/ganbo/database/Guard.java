package vn.ganbo.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Refuses to run, before the first request can come in, when the program's role could go round row
 * security (DECISIONS 1): by itself or through a role that it is a member of.
 */
@Component
class Guard implements SmartInitializingSingleton {
    private static final String FAULTS =
            """
            select case
                     when bool_or(r.rolsuper) then 'is a superuser'
                     when bool_or(r.rolbypassrls) then 'bypasses row security'
                     when bool_or(r.rolcreaterole) then 'may make roles'
                     when bool_or(exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')))
                       then 'owns tables'
                     when not pg_has_role('app', 'member') then 'is not app and no member of app'
                   end
              from pg_roles r
             where pg_has_role(r.oid, 'member')
            """;

    private final DataSource dataSource;

    Guard(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (Connection connection = dataSource.getConnection()) {
            check(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the role of the program could not be examined", e);
        }
    }

    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(FAULTS)) {
            if (found.next() && found.getString(1) != null) {
                throw new StartRefused(
                        "The program's database role "
                                + connection.getMetaData().getUserName()
                                + " "
                                + found.getString(1)
                                + ".",
                        "Let GANBO_DATABASE_USER name a role without such rights, app or a member of app;"
                                + " tables belong to GANBO_DATABASE_OWNER_USER.");
            }
        }
    }
}
