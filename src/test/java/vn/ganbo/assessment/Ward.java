package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import vn.ganbo.World;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.organisation.Units;
import vn.ganbo.web.Picked;

/** A ward with people on the register of its first cell, and the acts that tests begin with. */
final class Ward {
    static final Signer SECRETARY = new Signer("Lò Văn Ký", "Bí thư");

    private static final Scope ALL = Scope.system("test");
    private static final Sql SLIPS =
            Sql.of(
                    """
                    select c.id, c.version
                      from assessment.comment c
                     where c.member_id = any (:members::uuid[])
                     order by c.sort_key, c.id
                    """);
    private static final Sql FACTS =
            Sql.of("select count(*) from audit.fact f where f.key = :key and f.office_no = :no");

    final World world = new World();
    final Viewer work = world.workplaceOffice();
    final Viewer office = world.wardOffice();
    final Viewer cell = world.cellSecretary();
    final UUID secretary =
            world.officer("Vi Thị Bí Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1);
    final UUID committee =
            world.officer("Lường Văn Ủy Viên", Role.COMMITTEE_MEMBER_IN_CHARGE, world.cell1);

    private final ApplicationContext context;

    Ward(ApplicationContext context) {
        this.context = context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int year() {
        return today().getYear();
    }

    LocalDate today() {
        return LocalDate.now(bean(java.time.Clock.class));
    }

    /** Members of the workplace, introduced and placed in the first cell. */
    List<UUID> registered(String... names) {
        Introductions letters = bean(Introductions.class);
        List<UUID> people = new ArrayList<>();
        UUID place = bean(Units.class).require(ALL, world.cell1).id();
        for (String name : names) {
            UUID person = world.member(name);
            people.add(person);
            UUID letter =
                    work.call(() -> {
                        UUID id = letters.issue(work, List.of(person)).letters().getFirst();
                        letters.sign(
                                work, List.of(id), new Introductions.Signer("Lò Văn Ký", "Bí thư"));
                        letters.send(work, List.of(id));
                        return id;
                    });
            office.scope()
                    .run(() ->
                            letters.acknowledge(
                                    office,
                                    letter,
                                    3,
                                    new Introductions.Placement(place, null, null)));
        }
        return people;
    }

    UUID open() {
        LocalDate last = LocalDate.of(year(), 12, 31);
        return office.call(
                () -> bean(Rounds.class).open(office, year(), new Rounds.Due(last, last, last)));
    }

    /** The slips of these people as they stand now. */
    List<Picked> slips(List<UUID> people) {
        return bean(Db.class)
                .list(ALL, SLIPS, Picked.class, "members", people.toArray(UUID[]::new));
    }

    Comment comment(UUID id) {
        return bean(CommentStore.class).load(ALL, id);
    }

    static Map<String, String> answers() {
        return new HashMap<>(
                Map.of(
                        "example", "good",
                        "civic", "yes",
                        "meetings", "full",
                        "contact", "regular",
                        "voice", "active",
                        "proposal", "none"));
    }

    void fill(List<UUID> people) {
        for (Picked slip : slips(people)) {
            cell.call(() -> bean(Comments.class).saveDraft(cell, slip, answers(), "Gương mẫu."));
        }
    }

    /** Each slip names a shortcoming, and the person has spoken. */
    void hear(List<UUID> people) {
        Hearings hearings = bean(Hearings.class);
        for (Picked slip : slips(people)) {
            CommentBody body = comment(slip.id()).body();
            cell.call(() ->
                    bean(Comments.class)
                            .saveDraft(
                                    cell,
                                    slip,
                                    body.answers(),
                                    body.other() == null ? "" : body.other(),
                                    List.of(shortcoming())));
            cell.call(() -> hearings.ask(cell, new Picked(slip.id(), slip.version() + 1)));
            cell.scope().run(() -> hearings.note(cell, slip.id(), "Nhận thiếu sót, sẽ dự họp."));
        }
    }

    Shortcoming shortcoming() {
        return new Shortcoming(
                "Vắng buổi họp tổ dân phố ngày 12/10, không báo", "Báo trước khi vắng", today());
    }

    CollectiveDecisions.Meeting meeting(List<UUID> people) {
        return new CollectiveDecisions.Meeting(
                today(),
                "Nhà văn hóa",
                List.of(secretary, committee),
                List.of(new CollectiveDecisions.FrontPerson("Bế Thị Mặt Trận", "Trưởng ban")),
                new CollectiveDecisions.Votes(3, 0, 0),
                "Thống nhất",
                slips(people).stream().map(Picked::id).toList(),
                List.of());
    }

    UUID meet(List<UUID> people) {
        return meet(meeting(people));
    }

    UUID meet(CollectiveDecisions.Meeting meeting) {
        return cell.call(() -> bean(CollectiveDecisions.class).record(cell, world.cell1, meeting));
    }

    void sign(List<UUID> people) {
        List<Picked> slips = slips(people);
        cell.scope().run(() -> bean(Comments.class).sign(cell, slips, SECRETARY));
    }

    void confirm(List<UUID> people) {
        List<Picked> slips = slips(people);
        office.scope().run(() -> bean(Comments.class).confirm(office, slips, SECRETARY));
    }

    void giveOut(List<UUID> people) {
        List<Picked> slips = slips(people);
        office.scope().run(() -> bean(Comments.class).giveOut(office, slips));
    }

    /** From the round to the workplace. */
    void wholeWay(List<UUID> people) {
        open();
        fill(people);
        meet(people);
        sign(people);
        confirm(people);
        giveOut(people);
    }

    long facts(String key, int officeNo) {
        return bean(Db.class).number(ALL, FACTS, "key", key, "no", officeNo);
    }
}
