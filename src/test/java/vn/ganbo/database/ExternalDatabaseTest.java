package vn.ganbo.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A database that is not ours is refused with what is missing, and a role that could go round row
 * security does not run the program. Roles are changed in a transaction that is never committed.
 */
class ExternalDatabaseTest {
    private Connection connection = connect();

    @BeforeEach
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    @AfterEach
    void nothing_of_it_happened() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void a_prepared_database_is_accepted() throws SQLException {
        as("owner");
        assertThatCode(() -> Requirements.check(connection)).doesNotThrowAnyException();
        as("app");
        assertThatCode(() -> Guard.check(connection)).doesNotThrowAnyException();
    }

    @Test
    void a_login_may_be_a_member_of_the_role_that_the_grants_name() throws SQLException {
        run("create role office_program login");
        run("grant app to office_program");
        as("office_program");
        assertThatCode(() -> Guard.check(connection)).doesNotThrowAnyException();
    }

    @Test
    void missing_roles_are_named_with_the_statements_that_make_them() throws SQLException {
        run("alter role finder rename to seeker");
        as("owner");
        assertThatThrownBy(() -> Requirements.check(connection))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("lacks the roles [finder]")
                .hasMessageContaining("create role finder nologin bypassrls;");
    }

    @Test
    void migrations_by_another_role_than_the_owner_are_refused() throws SQLException {
        as("app");
        assertThatThrownBy(() -> Requirements.check(connection))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("does not belong to GANBO_DATABASE_OWNER_USER");
    }

    @Test
    void a_program_that_owns_a_table_is_refused() throws SQLException {
        run("create schema app authorization app");
        run("set local role app");
        run("create table app.mine (no int)");
        assertRefused("owns tables");
    }

    @Test
    void a_program_that_bypasses_row_security_is_refused() throws SQLException {
        run("alter role app bypassrls");
        as("app");
        assertRefused("bypasses row security");
    }

    @Test
    void a_program_that_could_make_itself_a_member_of_another_role_is_refused()
            throws SQLException {
        run("alter role app createrole");
        as("app");
        assertRefused("may make roles");
    }

    @Test
    void a_program_that_could_become_a_role_that_bypasses_row_security_is_refused()
            throws SQLException {
        run("grant finder to app");
        as("app");
        assertRefused("bypasses row security");
    }

    @Test
    void a_program_that_connects_as_a_role_of_its_own_name_only_is_refused() throws SQLException {
        run("create role stranger login");
        as("stranger");
        assertRefused("no member of app");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> Guard.check(connection))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(why)
                .hasMessageContaining("GANBO_DATABASE_USER");
    }

    private void as(String role) throws SQLException {
        run("set local role " + role);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() {
        try {
            return TestDatabase.migrated().connect("postgres");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
