package vn.ganbo.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.springframework.boot.autoconfigure.JteProperties;
import gg.jte.springframework.boot.autoconfigure.JteViewResolver;
import jakarta.servlet.RequestDispatcher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;

class FailuresTest {
    private static final Assets ASSETS = path -> path;

    private final MockMvc pages = pages();

    @Test
    void all_problems_are_said_and_what_was_typed_can_be_copied() throws Exception {
        pages.perform(
                        post("/trouble/problems")
                                .param("reason", "Nghỉ ốm <từ> 12/11")
                                .param("password", "bí mật")
                                .param("_csrf", "mark-of-the-form")
                                .param("id", "0199aaaa-0000-7000-8000-000000000001"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(
                        content()
                                .string(
                                        allOf(
                                                containsString("Chưa lưu được"),
                                                containsString("Ngày 31/02 không có."),
                                                containsString("Thiếu lý do."),
                                                containsString("Nghỉ ốm &lt;từ&gt; 12/11"),
                                                not(containsString("bí mật")),
                                                not(containsString("0199aaaa")),
                                                not(containsString("mark-of-the-form")))));
    }

    @Test
    void a_conflict_says_who_changed_it_and_when() throws Exception {
        pages.perform(post("/trouble/conflict"))
                .andExpect(status().isConflict())
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "Văn phòng Đảng ủy phường Suối Mơ đã sửa bản ghi này"
                                                        + " lúc 23/11/2026, 09:12.")));
    }

    @Test
    void of_a_field_that_came_several_times_the_values_are_said_and_nothing_of_the_program()
            throws Exception {
        pages.perform(post("/trouble/many").param("ids", "một").param("ids", "hai"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(
                        content()
                                .string(
                                        allOf(
                                                containsString("“một, hai”"),
                                                not(containsString("java.lang")))));
    }

    @Test
    void what_may_not_be_seen_does_not_exist() throws Exception {
        for (String path : List.of("/trouble/hidden", "/trouble/things/not-an-id")) {
            pages.perform(get(path))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("Không có trang này")));
        }
    }

    @Test
    void a_day_that_does_not_exist_is_named() throws Exception {
        pages.perform(get("/trouble/days").param("on", "31/02/2026"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("“31/02/2026” không phải một ngày")));
        pages.perform(get("/trouble/days").param("on", "28/02/2026")).andExpect(status().isOk());
        pages.perform(get("/trouble/days").param("on", "2026-02-28")).andExpect(status().isOk());
        pages.perform(get("/trouble/days").param("on", "")).andExpect(status().isOk());
    }

    @Test
    void a_constraint_speaks_by_its_name() throws Exception {
        pages.perform(post("/trouble/constraint").param("name", "on_one_register_at_a_time"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sổ theo dõi của một nơi cư trú khác")));
    }

    @Test
    void a_second_one_of_what_there_may_be_one_of_is_somebody_who_was_quicker() throws Exception {
        pages.perform(post("/trouble/twice").param("note", "đã gõ dài"))
                .andExpect(status().isConflict())
                .andExpect(
                        content()
                                .string(
                                        allOf(
                                                containsString("Hai người cùng lưu một lúc"),
                                                containsString("đã gõ dài"),
                                                not(containsString("secret detail")))));
    }

    @Test
    void a_bug_has_a_number_and_shows_nothing_of_the_inside() throws Exception {
        for (String path : List.of("/trouble/bug", "/trouble/constraint?name=unheard_of")) {
            pages.perform(post(path).param("note", "đã gõ dài"))
                    .andExpect(status().isInternalServerError())
                    .andExpect(
                            content()
                                    .string(
                                            allOf(
                                                    containsString("Số của lỗi"),
                                                    containsString("đã gõ dài"),
                                                    not(containsString("secret detail")),
                                                    not(containsString("Exception")))));
        }
    }

    @Test
    void the_way_back_is_a_page_of_ours() throws Exception {
        pages.perform(
                        post("/trouble/bug")
                                .header("Host", "ganbo.test")
                                .header("Referer", "https://ganbo.test/register?cell=3"))
                .andExpect(content().string(containsString("href=\"/register?cell=3\"")));
        pages.perform(
                        post("/trouble/bug")
                                .header("Host", "ganbo.test")
                                .header("Referer", "https://elsewhere.test/x"))
                .andExpect(content().string(not(containsString("elsewhere"))));
    }

    @Test
    void a_forbidden_answer_of_the_server_looks_like_a_missing_page() throws Exception {
        pages.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Không có trang này")));
        pages.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("Số của lỗi")));
    }

    @Test
    void a_file_that_is_too_large_is_turned_away_before_it_is_read() throws Exception {
        pages.perform(
                        post("/trouble/bug")
                                .contentType("multipart/form-data; boundary=x")
                                .content(new byte[2000]))
                .andExpect(status().isContentTooLarge())
                .andExpect(content().string(containsString("Tệp lớn quá mức nhận")));
    }

    @Test
    void scripts_and_styles_come_from_this_house_alone() throws Exception {
        pages.perform(get("/trouble/days"))
                .andExpect(header().string("Content-Security-Policy", Headers.POLICY))
                .andExpect(header().string("Referrer-Policy", "same-origin"));
        pages.perform(get("/trouble/paper"))
                .andExpect(header().string("Content-Security-Policy", Headers.PAPER));
    }

    private static MockMvc pages() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("shells", (ShellMaker) _ -> Gallery.shell("/", 3));
        FailurePage page = new FailurePage(beans.getBeanProvider(ShellMaker.class), ASSETS, false);
        TemplateEngine templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, null, "vn.ganbo");
        DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();
        new WebPages().addFormatters(conversion);
        return MockMvcBuilders.standaloneSetup(new Trouble(), page)
                .setControllerAdvice(new Failures(page))
                .setViewResolvers(new JteViewResolver(templates, new JteProperties()))
                .setConversionService(conversion)
                .addFilters(new Headers(), new TooLarge(templates, ASSETS, DataSize.ofBytes(1000)))
                .build();
    }

    @Controller
    static class Trouble {
        @PostMapping("/trouble/problems")
        String problems() {
            throw new Problems(
                    Map.of(
                            "on",
                            List.of("Ngày 31/02 không có."),
                            "reason",
                            List.of("Thiếu lý do.")));
        }

        @PostMapping("/trouble/conflict")
        String conflict() {
            throw new Conflict(
                    "Văn phòng Đảng ủy phường Suối Mơ", Instant.parse("2026-11-23T02:12:00Z"));
        }

        @GetMapping("/trouble/hidden")
        String hidden() {
            throw new NotFound();
        }

        @GetMapping("/trouble/things/{id}")
        String thing(@PathVariable UUID id) {
            throw new IllegalStateException(id.toString());
        }

        @GetMapping("/trouble/days")
        @org.springframework.web.bind.annotation.ResponseBody
        String days(@RequestParam(required = false) LocalDate on) {
            return String.valueOf(on);
        }

        @PostMapping("/trouble/many")
        @org.springframework.web.bind.annotation.ResponseBody
        String many(@RequestParam List<UUID> ids) {
            return String.valueOf(ids);
        }

        @PostMapping("/trouble/constraint")
        String constraint(@RequestParam String name) {
            ServerErrorMessage message =
                    new ServerErrorMessage("SERROR\0C23505\0n" + name + "\0\0");
            throw new DataIntegrityViolationException("secret detail", new PSQLException(message));
        }

        @PostMapping("/trouble/twice")
        String twice() {
            ServerErrorMessage message =
                    new ServerErrorMessage("SERROR\0C23505\0nunheard_of_pkey\0\0");
            throw new DuplicateKeyException("secret detail", new PSQLException(message));
        }

        @PostMapping("/trouble/bug")
        String bug() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/trouble/paper")
        org.springframework.http.ResponseEntity<byte[]> paper() {
            return org.springframework.http.ResponseEntity.ok()
                    .contentType(org.springframework.http.MediaType.APPLICATION_PDF)
                    .body(new byte[] {1});
        }
    }
}
