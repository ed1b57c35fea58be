package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import vn.ganbo.access.Offices;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;

/**
 * Một phường lớn: a ward with as many residence-contact members as Trần Phú ward has (DOMAIN 10.1),
 * whose round of the year is played through the acts from the request to the dossier.
 */
@Component
class DemoWard {
    static final int NO = 2;
    static final int PEOPLE = Province.Size.PROVINCE.big();
    static final LocalDate TODAY = DemoClock.BEGIN.toLocalDate();

    private static final int WORKPLACES = 40;

    /** Of the second cell, the same words: what the review of quality is there to point out. */
    private static final int ALIKE = 45;

    /** Members of the first cell who get an account. */
    static final Sql SOME =
            Sql.of(
                    """
                    select c.member_id as id, c.full_name, m.work_no
                      from liaison.published_contact c
                      join member.published_member m on m.id = c.member_id
                     where c.cell_no = :cell::int
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.valid @> :today::date
                     order by c.sort_key, c.id
                     limit :size
                    """);

    private record Person(java.util.UUID id, String fullName, int workNo) {}

    private final ApplicationContext context;
    private final Province province;
    private final Offices offices;
    private final Units units;
    private final Db db;

    DemoWard(ApplicationContext context, Province province, Offices offices, Units units, Db db) {
        this.context = context;
        this.province = province;
        this.offices = offices;
        this.units = units;
        this.db = db;
    }

    /** The ward with its workplaces; no round is open. */
    void make(int people, Consumer<String> progress) {
        province.all(new Province.Size(2, WORKPLACES, people + 60, people + 20, people), progress);
        province.beforeRound(NO, progress);
    }

    /** The whole round of everybody, with one cell that makes it a form. */
    WardRound play(Consumer<String> progress) {
        WardRound round = new WardRound(context, NO, TODAY);
        progress.accept("mở đợt nhận xét");
        round.open();
        progress.accept("nơi công tác xin ý kiến: " + round.ask());
        cells(round, 0);
        progress.accept("chi bộ đã soạn, họp, ký");
        round.confirm();
        progress.accept("đảng ủy đã xác nhận");
        round.giveOut();
        progress.accept("đã gửi trả, vào hồ sơ: " + round.receive());
        members(round);
        return round;
    }

    /** The cells from one on write, meet and sign; the second one writes the same words for all. */
    static void cells(WardRound round, int from) {
        List<Viewer> cells = round.cells();
        for (int i = from; i < cells.size(); i++) {
            int no = i + 1;
            if (no == 2) {
                round.fill(
                        cells.get(i),
                        n ->
                                n <= ALIKE
                                        ? "Chấp hành tốt, gương mẫu."
                                        : "Việc thứ %d.".formatted(n));
            } else {
                round.fillHonestly(
                        cells.get(i), n -> "Việc thứ %d ở tổ dân phố %d.".formatted(n, no));
            }
            round.meet(cells.get(i));
            round.sign(cells.get(i));
        }
    }

    /** Some members of the first cell can sign in and read what was written of them. */
    private void members(WardRound round) {
        Scope all = Scope.system("accounts of members of a made world");
        DemoOffices held =
                new DemoOffices(
                        offices,
                        units,
                        new DemoNames(1),
                        Viewer.system("accounts of members of a made world"));
        db.list(all, SOME, Person.class, "cell", round.cells().getFirst().unitNo(), "size", 3)
                .forEach(one ->
                        held.member(one.id(), one.fullName(), units.require(all, one.workNo())));
    }
}
