package vn.ganbo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import vn.ganbo.ProductTest;

/** The migrations ran as owner, and the program's role owns nothing. */
@ProductTest
class MigrationTest {
    @Autowired ConfigurableListableBeanFactory beans;

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

    @Test
    void nobody_asks_a_database_that_is_not_migrated_yet() {
        assertThat(beans.getBeanDefinition("db").getDependsOn())
                .as("a start that makes beans when they are asked for migrates first")
                .contains("flywayInitializer");
    }

    @Test
    void flyway_is_asked_again_only_when_a_migration_was_added_or_changed() throws Exception {
        TestDatabase.Fresh database = TestDatabase.freshAndMigrated();
        Flyway flyway =
                Flyway.configure().dataSource(database.url(), "owner", database.password()).load();
        try (Connection owner = database.connect("owner");
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "update public.flyway_schema_history set checksum = 1 where checksum is not null");
            new Migrations(false).migrate(flyway);

            statement.execute("update public.migrated set fingerprint = 'of other files'");
            assertThatThrownBy(() -> new Migrations(false).migrate(flyway))
                    .isInstanceOf(FlywayException.class);
        }
    }
}
