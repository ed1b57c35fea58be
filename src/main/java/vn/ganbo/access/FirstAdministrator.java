package vn.ganbo.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;

/**
 * Người quản trị đầu tiên: an installation without accounts prints a one-time code to the console;
 * whoever reads it there makes the first administrator, once. Only the code's hash is kept.
 */
@Service
class FirstAdministrator {
    private static final Scope SCOPE = Scope.system("first administrator");
    private static final Duration SLOWER = Duration.ofSeconds(20);

    private final AccountStore accounts;
    private final Offices offices;
    private final Units units;
    private final Passwords passwords;
    private final Facts facts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean demo;

    private byte @Nullable [] code;
    private int wrong;
    private Instant notBefore = Instant.MIN;

    FirstAdministrator(
            AccountStore accounts,
            Offices offices,
            Units units,
            Passwords passwords,
            Facts facts,
            Clock clock,
            PlatformTransactionManager manager,
            @Value("${ganbo.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.offices = offices;
        this.units = units;
        this.passwords = passwords;
        this.facts = facts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
        this.demo = demo;
    }

    /** What is asked. Unit code and name are asked only where there is no unit yet. */
    record Form(
            String code,
            String fullName,
            String userName,
            String password,
            String repeated,
            String unitCode,
            String unitName) {}

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!demo && event.getApplicationContext() instanceof WebApplicationContext) {
            String port =
                    event.getApplicationContext()
                            .getEnvironment()
                            .getProperty("local.server.port", "8080");
            announce().ifPresent(fresh -> print(fresh, port));
        }
    }

    /** A new code, when this installation has no account; the older one is void. */
    synchronized Optional<String> announce() {
        if (!accounts.isEmpty(SCOPE)) {
            code = null;
            return Optional.empty();
        }
        String fresh = passwords.oneTime();
        code = hash(fresh);
        return Optional.of(fresh);
    }

    synchronized boolean isAwaited() {
        return code != null;
    }

    /** The unit to administer: the top of the tree, or empty where there is none yet. */
    Optional<Unit> root() {
        return units.roots(SCOPE).stream().findFirst();
    }

    /** Throws {@link Problems}; {@link NotFound} once there is an account. */
    void make(Form form) {
        if (!isAwaited()) {
            throw new NotFound();
        }
        checkCode(form.code());
        Optional<Unit> root = root();
        check(form, root.isEmpty());
        String hash = passwords.hash(form.password());
        SCOPE.run(() -> transaction.executeWithoutResult(_ -> keep(form, root.orElse(null), hash)));
        forgetCode();
    }

    private synchronized void forgetCode() {
        code = null;
    }

    private void keep(Form form, @Nullable Unit root, String hash) {
        Viewer viewer = Viewer.system("first administrator");
        LocalDate today = LocalDate.now(clock);
        accounts.oneAtATime(SCOPE);
        if (!accounts.isEmpty(SCOPE)) {
            throw new NotFound();
        }

        Unit unit =
                root != null
                        ? root
                        : units.found(
                                viewer,
                                Texts.clean(form.unitCode()),
                                Texts.clean(form.unitName()),
                                today);
        UUID person = offices.person(viewer, null, Texts.clean(form.fullName()));
        offices.grant(
                viewer,
                new Offices.Grant(
                        person, Role.ADMINISTRATOR, unit.no(), "Quản trị hệ thống", today, null));
        UUID account = Ids.next();
        accounts.add(
                SCOPE,
                new AccountStore.NewAccount(
                        account,
                        person,
                        unit.no(),
                        Texts.clean(form.userName()),
                        hash,
                        false,
                        null),
                clock.instant());

        facts.tell(viewer, new AccessFacts.FirstAdministratorMade(account));
    }

    private synchronized void checkCode(String typed) {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            throw Problems.of("code", "Mã vừa ghi sai nhiều lần. Chờ 20 giây rồi thử lại.");
        }
        String plain = Texts.clean(typed).toLowerCase(Locale.ROOT);
        if (code == null || !MessageDigest.isEqual(hash(plain), code)) {
            if (++wrong >= 5) {
                notBefore = now.plus(SLOWER);
            }
            throw Problems.of(
                    "code",
                    "Mã chưa đúng. Xem mã trong khung ở màn hình nơi chương trình được khởi động;"
                            + " mỗi lần khởi động có một mã mới.");
        }
    }

    private void check(Form form, boolean withoutUnit) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (Texts.clean(form.fullName()).length() < 2) {
            problems.add("fullName", "Cần ghi họ và tên người quản trị.");
        }
        String nameProblem = Passwords.userNameProblem(Texts.clean(form.userName()));
        if (!nameProblem.isEmpty()) {
            problems.add("userName", nameProblem);
        }
        @Nullable String weak =
                passwords.problem(form.password(), form.repeated(), form.userName());
        if (weak != null) {
            problems.add("password", weak);
        }
        if (withoutUnit) {
            if (Texts.clean(form.unitName()).length() < 3) {
                problems.add("unitName", "Cần ghi tên tổ chức, ví dụ: Đảng bộ tỉnh Sông Ngàn.");
            }
            if (!Texts.clean(form.unitCode()).matches("[0-9A-Za-z][0-9A-Za-z.]{0,39}")) {
                problems.add("unitCode", "Mã tổ chức gồm chữ số và dấu chấm, ví dụ: 99.");
            }
        }
        problems.check();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.replace("-", "").getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(String code, String port) {
        List<String> lines =
                List.of(
                        "Chương trình chưa có tài khoản nào.",
                        "Mở http://localhost:" + port + "/first-administrator",
                        "và ghi mã này để tạo người quản trị đầu tiên.",
                        "Mã dùng một lần; mỗi lần khởi động có mã mới:",
                        "",
                        "        " + code);
        int width = lines.stream().mapToInt(String::length).max().orElse(0) + 4;
        StringBuilder box = new StringBuilder("\n┌" + "─".repeat(width) + "┐\n");
        for (String line : lines) {
            box.append("│  ")
                    .append(line)
                    .append(" ".repeat(width - 2 - line.length()))
                    .append("│\n");
        }
        box.append("└").append("─".repeat(width)).append("┘\n");
        System.out.writeBytes(box.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
