package vn.ganbo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;

/**
 * A scope holds for one transaction and never leaks to the next user of the connection
 * (docs/decisions/0001-row-security-with-a-multirange-scope.md).
 */
class ScopedTransactionsTest {
    private static final Sql COUNT = Sql.of("select count(*) from member.member m");

    private static final UUID PERSON = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Scope ALL = Scope.system("test");
    private static final Scope CELL = Scope.of(List.of(new Scope.Range(3, 4)));

    private static final HikariDataSource pool = new HikariDataSource();
    private static @Nullable ScopedTransactionManager manager;
    private static @Nullable Db db;

    @BeforeAll
    static void three_members_in_three_cells() throws SQLException {
        TestDatabase.Fresh fresh = TestDatabase.freshAndMigrated();
        try (Connection owner = fresh.connect("owner");
                Statement statement = owner.createStatement()) {
            for (int no = 2; no <= 4; no++) {
                statement.execute(
                        """
                        insert into organisation.unit (no, id)
                        values (%1$d, '00000000-0000-7000-8000-00000000010%1$d')
                        """
                                .formatted(no));
                statement.execute(
                        """
                        insert into member.member (work_no, id, full_name, folded, initials, sort_key)
                        values (%1$d, '00000000-0000-7000-8000-00000000000%1$d', 'Người %1$d', 'nguoi', 'n', 'n')
                        """
                                .formatted(no));
            }
        }
        pool.setJdbcUrl(fresh.url());
        pool.setUsername("app");
        pool.setPassword(fresh.password());
        pool.setMaximumPoolSize(4);
        manager = new ScopedTransactionManager(pool);
        db = new Db(pool, manager, Clock.system(Show.ZONE));
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void a_scope_shows_its_own_units_and_nothing_else() {
        assertThat(db().number(ALL, COUNT)).isEqualTo(3);
        assertThat(db().number(CELL, COUNT)).isEqualTo(2);
        assertThat(db().number(Scope.of(List.of()), COUNT)).isZero();
    }

    @Test
    void a_member_sees_the_own_row_only() {
        UUID own = UUID.fromString("00000000-0000-7000-8000-000000000003");
        assertThat(db().number(Scope.self(own), COUNT)).isEqualTo(1);
        assertThat(db().number(Scope.self(PERSON), COUNT)).isZero();
    }

    @Test
    void without_a_scope_or_without_a_transaction_nothing_is_seen() {
        assertThat(counted()).as("transaction without scope").isZero();
        assertThat(
                        ALL.call(() ->
                                JdbcClient.create(pool)
                                        .sql(COUNT.text())
                                        .query(Long.class)
                                        .single()))
                .as("scope without transaction")
                .isZero();
    }

    @Test
    void the_next_user_of_a_connection_sees_nothing_of_the_scope_before() throws Exception {
        List<Future<Long>> found = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                int kind = i % 3;
                found.add(
                        threads.submit(() ->
                                switch (kind) {
                                    case 0 -> counted();
                                    case 1 -> CELL.call(ScopedTransactionsTest::counted);
                                    default -> ALL.call(ScopedTransactionsTest::counted);
                                }));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).get()).isEqualTo(i % 3 == 0 ? 0L : i % 3 == 1 ? 2L : 3L);
        }
    }

    @Test
    void after_a_rollback_nothing_is_seen_either() {
        assertThatThrownBy(() ->
                        ALL.call(() ->
                                transaction()
                                        .execute(_ -> {
                                            throw new IllegalStateException("undone");
                                        })))
                .hasMessage("undone");
        assertThat(counted()).isZero();
    }

    @Test
    void a_new_transaction_inside_another_has_the_scope_too() {
        TransactionTemplate inner = new TransactionTemplate(manager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Long found = CELL.call(() -> transaction().execute(_ -> inner.execute(_ -> counted())));
        assertThat(found).isEqualTo(2);
    }

    @Test
    void a_transaction_does_not_change_its_scope() {
        assertThatThrownBy(
                        () -> CELL.call(() -> transaction().execute(_ -> db().number(ALL, COUNT))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another scope");
    }

    @Test
    void a_scope_that_is_no_range_fails_and_keeps_no_connection() {
        Scope broken = Scope.of(List.of(new Scope.Range(5, 1)));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> db().number(broken, COUNT))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(TransactionSynchronizationManager.hasResource(pool)).isFalse();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(counted()).isZero();
    }

    @Test
    void a_write_past_the_scope_finds_nothing() {
        Sql add =
                Sql.of(
                        """
                        insert into member.member (work_no, id, full_name, folded, initials, sort_key)
                        values (2, :id::uuid, 'Người', 'nguoi', 'n', 'n')
                        """);
        assertThatThrownBy(() -> db().update(CELL, add, "id", UUID.randomUUID()))
                .isInstanceOf(NotFound.class);
        assertThat(
                        db().update(
                                        CELL,
                                        Sql.of(
                                                "update member.member set post = 'x' where work_no = 2")))
                .isZero();
    }

    @Test
    void a_broken_rule_names_the_constraint_and_no_value() {
        Sql twice =
                Sql.of(
                        """
                        insert into member.member (work_no, id, full_name, folded, initials, sort_key)
                        values (3, '00000000-0000-7000-8000-000000000003', 'Người', 'nguoi', 'n', 'n')
                        """);
        assertThatThrownBy(() -> db().update(ALL, twice))
                .hasMessageContaining("member_pkey")
                .hasMessageNotContaining("00000000-0000-7000-8000-000000000003)");
    }

    /** Counts in a transaction, under whatever scope is bound. */
    private static long counted() {
        Long found =
                transaction()
                        .execute(_ ->
                                JdbcClient.create(pool)
                                        .sql(COUNT.text())
                                        .query(Long.class)
                                        .single());
        return found == null ? -1 : found;
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(manager());
    }

    private static ScopedTransactionManager manager() {
        if (manager == null) {
            throw new IllegalStateException();
        }
        return manager;
    }

    private static Db db() {
        if (db == null) {
            throw new IllegalStateException();
        }
        return db;
    }
}
