package vn.ganbo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** A button pressed twice, where no script prevents it. */
@ProductTest
class OnceTest {
    private static final Scope ALL = Scope.system("test");
    private static final Sql PERSONS =
            Sql.of("select count(*) from member.person p where p.full_name = :name");

    @Autowired ApplicationContext context;
    @Autowired Db db;
    @LocalServerPort int port;
    private Visitor admin;

    @BeforeEach
    void an_administrator() {
        Holders holders = new Holders(context);
        if (!holders.hasUnit(7700)) {
            holders.unit(7700, "Đảng bộ phường Đôi Bờ", "COMMUNE", "RESIDENCE", null);
        }
        admin = new Visitor(port);
        admin.signIn(
                holders.holder("Lang Văn Trị", Role.ADMINISTRATOR, 7700).userName(),
                Holders.PASSWORD);
        admin.get("/appointments/new");
    }

    private Visitor.Page grant(String name) {
        return admin.post(
                "/appointments",
                "fullName",
                name,
                "role",
                "AUDITOR",
                "unit",
                "98.7700",
                "since",
                "01/01/2026");
    }

    @Test
    void a_button_pressed_twice_does_its_work_once_and_both_presses_lead_to_the_same_page()
            throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Visitor.Page>> presses =
                    List.of(
                            threads.submit(() -> together(both)),
                            threads.submit(() -> together(both)));
            assertThat(presses.getFirst().get().path()).startsWith("/accounts/");
            assertThat(presses.getLast().get().path()).isEqualTo(presses.getFirst().get().path());
        }
        assertThat(db.number(ALL, PERSONS, "name", "Lô Thị Hai Lần")).isEqualTo(1);
    }

    private Visitor.Page together(CountDownLatch both) throws InterruptedException {
        both.countDown();
        both.await();
        return grant("Lô Thị Hai Lần");
    }

    @Test
    void another_form_in_between_makes_it_a_new_act() {
        grant("Lô Thị Ba");
        grant("Lô Thị Tư");
        grant("Lô Thị Ba");

        assertThat(db.number(ALL, PERSONS, "name", "Lô Thị Ba")).isEqualTo(2);
    }

    @Test
    void what_was_refused_is_tried_again() {
        for (int i = 0; i < 2; i++) {
            assertThat(
                            admin.post(
                                            "/appointments",
                                            "fullName",
                                            "Lô Thị Năm",
                                            "role",
                                            "AUDITOR",
                                            "unit",
                                            "không có",
                                            "since",
                                            "01/01/2026")
                                    .status())
                    .isEqualTo(422);
        }
        assertThat(db.number(ALL, PERSONS, "name", "Lô Thị Năm")).isZero();
    }
}
