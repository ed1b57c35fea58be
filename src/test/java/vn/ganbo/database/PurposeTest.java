package vn.ganbo.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The demonstration and an office's own work never open what is the other's (DECISIONS 23). */
class PurposeTest {
    private static void start(TestDatabase.Fresh database, boolean demo) {
        new Migrations(demo)
                .migrate(
                        Flyway.configure()
                                .dataSource(database.url(), "owner", database.password())
                                .load());
    }

    @Test
    void the_demonstration_does_not_open_an_offices_data() {
        TestDatabase.Fresh database = TestDatabase.fresh();
        start(database, false);

        assertThatThrownBy(() -> start(database, true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("anybody may become anybody");
        assertThatCode(() -> start(database, false)).doesNotThrowAnyException();
    }

    @Test
    void an_office_does_not_begin_its_work_in_the_demonstration() {
        TestDatabase.Fresh database = TestDatabase.fresh();
        start(database, true);

        assertThatThrownBy(() -> start(database, false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("invented people");
        assertThatCode(() -> start(database, true)).doesNotThrowAnyException();
    }

    @Test
    void a_database_from_before_the_mark_is_an_offices_once_somebody_has_a_password()
            throws SQLException {
        TestDatabase.Fresh database = TestDatabase.fresh();
        start(database, false);
        try (Connection superuser = database.connect("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("drop table public.purpose");
            statement.execute(
                    "insert into organisation.unit (no, id) values (1, gen_random_uuid())");
            statement.execute(
                    "insert into access.account (unit_no, id, person_id, user_name, folded, password_hash, changed_at)"
                            + " values (1, gen_random_uuid(), gen_random_uuid(), 'khoi', 'khoi', 'x', '2026-01-01')");
        }

        assertThatThrownBy(() -> start(database, true)).isInstanceOf(StartRefused.class);
        assertThatCode(() -> start(database, false)).doesNotThrowAnyException();
    }
}
