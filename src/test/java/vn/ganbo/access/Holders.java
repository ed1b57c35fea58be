package vn.ganbo.access;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/** Makes units, and people with offices and accounts, for tests of any capability. */
public final class Holders {
    /** Everybody's password in tests. */
    public static final String PASSWORD = "một câu dài dễ nhớ";

    private static final Scope ALL = Scope.system("test");
    private static final Viewer TESTER = Viewer.system("test");
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static final Sql UNIT =
            Sql.of("insert into organisation.unit (no, id) values (:no, :id::uuid)");
    private static final Sql PERIOD =
            Sql.of(
                    """
                    insert into organisation.unit_period (unit_no, code, name, kind, side, parent_no, valid)
                    values (:no, :code, :name, :kind, :side, :parent::int, daterange(:since::date, null))
                    """);

    private static final Sql MEMBER =
            Sql.of(
                    """
                    insert into member.member (work_no, id, full_name, folded, initials, sort_key)
                    values (:no, :id::uuid, :name, :folded, :initials, :sort_key)
                    """);

    private final Db db;
    private final Offices offices;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final java.time.Clock clock;

    /** Somebody who can sign in. */
    public record Holder(UUID person, UUID office, UUID account, String userName) {}

    public Holders(ApplicationContext context) {
        db = context.getBean(Db.class);
        offices = context.getBean(Offices.class);
        accounts = context.getBean(AccountStore.class);
        passwords = context.getBean(Passwords.class);
        clock = context.getBean(java.time.Clock.class);
    }

    /** A unit with a number chosen by the test; its code is made of the number. */
    public void unit(int no, String name, String kind, String side, @Nullable Integer parent) {
        db.update(ALL, UNIT, "no", no, "id", Ids.next());
        db.update(
                ALL,
                PERIOD,
                "no",
                no,
                "code",
                "98." + no,
                "name",
                name,
                "kind",
                kind,
                "side",
                side,
                "parent",
                parent,
                "since",
                SINCE);
    }

    public boolean hasUnit(int no) {
        return db.number(
                        ALL,
                        Sql.of("select count(*) from organisation.unit where no = :no"),
                        "no",
                        no)
                > 0;
    }

    /** A member whose workplace is this unit. */
    public UUID member(String fullName, int workNo) {
        UUID id = Ids.next();
        db.update(
                ALL,
                MEMBER,
                "no",
                workNo,
                "id",
                id,
                "name",
                fullName,
                "folded",
                Texts.folded(fullName),
                "initials",
                Texts.initials(fullName),
                "sort_key",
                Texts.sortKey(fullName));
        return id;
    }

    /** A person in this office, with an account whose password is {@link #PASSWORD}. */
    public Holder holder(String fullName, Role role, int unitNo) {
        return holder(fullName, role, unitNo, null);
    }

    /** The same for a member, as the role of member asks. */
    public Holder holder(String fullName, Role role, int unitNo, @Nullable UUID member) {
        return ALL.call(() -> {
            UUID person = offices.person(TESTER, member, fullName);
            UUID office = office(person, role, unitNo);
            UUID account = Ids.next();
            String name = "nguoi" + NAMES.incrementAndGet();
            accounts.add(
                    ALL,
                    new AccountStore.NewAccount(
                            account, person, unitNo, name, passwords.hash(PASSWORD), false, null),
                    clock.instant());
            return new Holder(person, office, account, name);
        });
    }

    /** One more office for a person. */
    public UUID office(UUID person, Role role, int unitNo) {
        return ALL.call(() ->
                offices.grant(
                        TESTER,
                        new Offices.Grant(
                                person,
                                role,
                                unitNo,
                                vn.ganbo.kernel.Labels.of(role),
                                SINCE,
                                null)));
    }
}
