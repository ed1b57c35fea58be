package vn.ganbo.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses to run when the program's role could go round row security (DECISIONS 1). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Guard implements ApplicationRunner {
    private static final String FAULTS =
            """
            select case
                     when r.rolsuper then 'is a superuser'
                     when r.rolbypassrls then 'bypasses row security'
                     when exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p'))
                       then 'owns tables'
                   end
              from pg_roles r
             where r.rolname = current_user
            """;

    private final DataSource dataSource;

    Guard(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(FAULTS)) {
            if (found.next() && found.getString(1) != null) {
                throw new IllegalStateException(
                        "The program's database role "
                                + connection.getMetaData().getUserName()
                                + " "
                                + found.getString(1)
                                + ". Give GANBO_DATABASE_USER a role without such rights; tables belong to"
                                + " GANBO_DATABASE_OWNER_USER.");
            }
        }
    }
}
