package vn.ganbo.assessment;

import com.microsoft.playwright.*;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;

@ProductTest
class ShotsTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    @Test
    void shots() {
        Ward ward = new Ward(context);
        Holders holders = new Holders(context);
        List<UUID> people =
                ward.registered(
                        "Lò Thanh Hương",
                        "Trần Đức Bình",
                        "Hà Thị Mười Hai",
                        "Nguyễn Thị Bích Ngọc",
                        "Giàng A Páo");
        String[] marks = {"PRESENT", "ABSENT"};
        for (int i = 0; i < 2; i++) {
            UUID m = Ids.next();
            World.run(
                    "insert into meeting.meeting (unit_no, id, kind, title, planned_on, starts_at, place, agenda, state, invited_on, held_on, rulebook, changed_at, changed_by) values (?, ?, 'PERIODIC', 'Sinh hoạt 6 tháng', date '2026-06-14', time '19:30', 'Nhà văn hóa', 'x', 'HELD', date '2026-06-01', date '2026-06-14', '213-qd-tw/1', timestamptz '2026-06-01', 'thử')",
                    ward.world.cell1,
                    m);
            World.run(
                    "insert into meeting.attendance (unit_no, work_no, meeting_id, member_id, contact_id, full_name, sort_key, work_name, invited_on, mark, held_on, changed_at, changed_by) select c.unit_no, c.work_no, ?, c.member_id, c.id, c.full_name, c.sort_key, c.work_name, date '2026-06-01', ?, date '2026-06-14', timestamptz '2026-06-01', 'thử' from liaison.contact c where c.member_id = ?",
                    m,
                    marks[i],
                    people.get(0));
            World.run(
                    "insert into meeting.opinion (unit_no, id, meeting_id, member_id, full_name, source, topic, body, heard_on, state, changed_at, changed_by) values (?, ?, ?, ?, 'x', 'MEMBER', 'SECURITY', 'Chiếu sáng ngõ 12, ghi tại họp tổ dân phố', date '2026-07-02', 'HEARD', timestamptz '2026-06-01', 'thử')",
                    ward.world.cell1,
                    Ids.next(),
                    m,
                    people.get(0));
        }
        ward.open();
        ward.fill(people.subList(1, 5));
        try (Playwright pw =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(
                                        java.util.Map.of(
                                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Browser b =
                    pw.chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
            Page sec =
                    page(
                            b,
                            holders.holder(
                                    "Trần Đức Bình",
                                    Role.RESIDENCE_CELL_SECRETARY,
                                    ward.world.cell1));
            UUID first = ward.slips(people.subList(0, 1)).getFirst().id();
            shot(sec, "comment", "/comments/" + first);
            shot(sec, "decisionform", "/decisions/new");
            ward.meet(people.subList(1, 5));
            shot(sec, "comments-sign", "/comments?tab=to-sign");
            shot(sec, "decisions", "/decisions");
            UUID d = ward.bean(DecisionQueries.class).list(ward.cell.scope()).getFirst().id();
            shot(sec, "decision", "/decisions/" + d);
            shot(sec, "desk-cell", "/");
            ward.sign(people.subList(1, 5));
            ward.confirm(people.subList(2, 5));
            ward.giveOut(people.subList(3, 5));
            Page office =
                    page(b, holders.holder("Văn phòng", Role.RESIDENCE_OFFICE, ward.world.ward));
            shot(office, "round", "/rounds");
            shot(office, "comments-confirm", "/comments?tab=signed");
            shot(
                    office,
                    "comment-ward",
                    "/comments/" + ward.slips(people.subList(1, 2)).getFirst().id());
            shot(office, "desk-ward", "/");
            shot(office, "register", "/register");
            Page work =
                    page(
                            b,
                            holders.holder(
                                    "Văn phòng Trường",
                                    Role.WORKPLACE_OFFICE,
                                    ward.world.workplace));
            shot(work, "returned", "/returned-comments");
            shot(work, "requestform", "/comment-requests/new");
            UUID ret = ward.slips(people.subList(3, 4)).getFirst().id();
            shot(work, "comment-work", "/comments/" + ret);
            Page self =
                    page(
                            b,
                            holders.holder(
                                    "Nguyễn Thị Bích Ngọc",
                                    Role.MEMBER,
                                    ward.world.workCell,
                                    people.get(3)));
            shot(self, "mine", "/my-comments");
            shot(self, "comment-self", "/comments/" + ret);
        }
    }

    private Page page(Browser b, Holders.Holder h) {
        Page p = b.newContext(new Browser.NewContextOptions().setLocale("vi-VN")).newPage();
        p.navigate("http://localhost:" + port + "/sign-in");
        p.fill("input[name=username]", h.userName());
        p.fill("input[name=password]", Holders.PASSWORD);
        p.locator("main button").first().click();
        return p;
    }

    private void shot(Page p, String name, String path) {
        for (int[] size : new int[][] {{1280, 800}, {360, 740}}) {
            p.setViewportSize(size[0], size[1]);
            p.navigate("http://localhost:" + port + path);
            p.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(
                                    Path.of("/tmp/shots-assess/" + name + "-" + size[0] + ".png")));
            Object over =
                    p.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
            System.out.println("SHOT " + name + " " + size[0] + " overflow=" + over);
            var axe = new com.deque.html.axecore.playwright.AxeBuilder(p).analyze();
            axe.getViolations()
                    .forEach(v ->
                            System.out.println(
                                    "AXE "
                                            + name
                                            + " "
                                            + v.getImpact()
                                            + " "
                                            + v.getId()
                                            + " "
                                            + v.getNodes().stream()
                                                    .limit(2)
                                                    .map(n -> n.getHtml())
                                                    .toList()));
        }
    }
}
