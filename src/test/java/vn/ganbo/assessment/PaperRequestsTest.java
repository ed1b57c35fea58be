package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.database.Db;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** What a request and a slip say of themselves to another installation. */
@ProductTest
class PaperRequestsTest {
    private static final Scope ALL = Scope.system("test");
    private static final Sql REQUEST =
            Sql.of(
                    "select r.id, r.number, r.paper_id from assessment.comment_request r where r.member_id = :member");
    private static final Sql SLIP =
            Sql.of("select c.paper_id from assessment.comment c where c.member_id = :member");

    private record Row(UUID id, String number, UUID paperId) {}

    @Autowired ApplicationContext context;
    @Autowired Papers papers;
    @Autowired Db db;

    private Ward ward;

    @BeforeEach
    void a_ward() {
        ward = new Ward(context);
    }

    @Test
    void a_slip_on_paper_is_about_somebody_whose_ward_works_on_paper() {
        UUID member = ward.registered("Lèng Văn Hai Nơi").getFirst();
        PaperRequests slips = ward.bean(PaperRequests.class);
        assertThat(ward.work.call(() -> slips.targets(ward.work.scope())))
                .extracting(PaperRequests.Target::memberId)
                .containsExactly(member);

        ward.world.officer("Lèng Thị Văn Phòng", Role.RESIDENCE_OFFICE, ward.world.ward);

        assertThat(ward.work.call(() -> slips.targets(ward.work.scope()))).isEmpty();
    }

    @Test
    void a_request_and_the_slip_that_answers_it_name_each_other_in_their_files() {
        List<UUID> people = ward.registered("Lèng Thị Hồi Âm");
        UUID member = people.getFirst();
        Requests requests = ward.bean(Requests.class);
        ward.work.call(() ->
                requests.ask(
                        ward.work,
                        people,
                        new Requests.Ask(
                                RequestPurpose.REWARD,
                                ward.year(),
                                ward.today().plusDays(20),
                                null),
                        Ward.SECRETARY));
        Row request =
                ALL.call(() -> db.one(ALL, REQUEST, Row.class, "member", member)).orElseThrow();
        ward.office.call(() -> requests.takeUp(ward.office, List.of(request.id())));
        ward.fill(people);
        ward.meet(people);
        ward.sign(people);
        ward.confirm(people);
        ward.giveOut(people);

        UUID slip =
                ALL.call(() ->
                                db.one(
                                        ALL,
                                        SLIP,
                                        row -> row.getObject("paper_id", UUID.class),
                                        "member",
                                        member))
                        .orElseThrow();
        assertThat(ALL.call(() -> papers.data(ALL, request.paperId())))
                .contains("\"purpose\": \"REWARD\"", "\"year\": " + ward.year());
        assertThat(ALL.call(() -> papers.data(ALL, slip)))
                .contains("\"number\": \"" + request.number() + "\"", "\"year\": " + ward.year());
    }
}
