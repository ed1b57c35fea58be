package vn.ganbo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import vn.ganbo.ProductTest;

/** The migrations ran as owner, and the program's role owns nothing. */
@ProductTest
class MigrationTest {
    @Test
    void the_programs_role_owns_no_table_and_bypasses_nothing() throws Exception {
        try (Connection owner = TestDatabase.current().connect("owner");
                Statement statement = owner.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                """
                                select count(*) filter (where c.relowner = 'owner'::regrole),
                                       count(*) filter (where c.relowner <> 'owner'::regrole)
                                  from pg_class c
                                  join pg_namespace n on n.oid = c.relnamespace
                                 where c.relkind in ('r', 'v', 'S')
                                   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                                """)) {
            found.next();
            assertThat(found.getInt(1)).isGreaterThan(20);
            assertThat(found.getInt(2)).isZero();
        }
    }
}
