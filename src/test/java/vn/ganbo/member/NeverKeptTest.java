package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.spreadsheet.Books;

/**
 * Whom a secret post keeps out of the program (33-HD/BTCTW, section 1.2) is nowhere in it: every
 * column of every table is searched for a planted word, also inside what is kept packed.
 */
@ProductTest
class NeverKeptTest {
    private static final String PLANTED = "Xoong Văn Kín Đáo";
    private static final int LONGEST_DIGEST = 64;

    @Autowired ApplicationContext context;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private World world;
    private Visitor office;

    @BeforeEach
    void an_office() {
        world = new World();
        office = new Visitor(port);
        office.signIn(
                new Holders(context)
                        .holder("Vi Thị Nhập", Role.WORKPLACE_OFFICE, world.workplace)
                        .userName(),
                Holders.PASSWORD);
    }

    @Test
    void the_search_finds_what_is_kept_also_where_it_is_packed() {
        String kept = "Xoong Thị Bình Thường";
        send(kept, "");
        assertThat(whereIs(kept)).anyMatch(place -> place.endsWith(" packed"));
        world.member(kept);
        assertThat(whereIs(kept)).contains("member.member");
    }

    @Test
    void of_a_row_for_a_secret_post_nothing_is_anywhere_in_the_database() {
        Visitor.Page page = send(PLANTED, "Miễn giới thiệu (vị trí bí mật)");

        assertThat(page.text())
                .contains("đã bị bỏ ngay khi nhận tệp", "1 dòng")
                .doesNotContain(PLANTED);
        assertThat(whereIs(PLANTED)).isEmpty();
    }

    @Test
    void of_a_form_that_names_the_ground_nothing_is_anywhere_in_the_database() {
        UUID person = world.member("Xoong Thị Có Giấy");
        LocalDate today = LocalDate.now(clock);
        office.get("/members/" + person + "/exemptions");

        Visitor.Page page =
                office.post(
                        "/members/" + person + "/exemptions",
                        "ground",
                        "secret-or-combat-ready",
                        "since",
                        Show.date(today),
                        "until",
                        Show.date(today.plusDays(90)),
                        "paperNo",
                        "12-" + PLANTED,
                        "paperDate",
                        Show.date(today),
                        "paperIssuer",
                        PLANTED);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Chương trình chưa ghi gì");
        assertThat(whereIs(PLANTED)).isEmpty();
        assertThat(whereIs("secret-or-combat-ready")).isEmpty();
    }

    private Visitor.Page send(String name, String exempt) {
        office.get("/imports");
        return office.upload(
                "/imports",
                "file",
                "danh-sach.xlsx",
                Books.of(
                        List.of(
                                List.of(
                                        "Họ và tên",
                                        "Ngày sinh",
                                        "Số thẻ đảng viên",
                                        "Ngày vào Đảng",
                                        "Ngày chính thức",
                                        "Mã chi bộ",
                                        "Diện miễn"),
                                row(name, exempt),
                                row("Xoong Thị Bên Cạnh", ""))));
    }

    private List<String> row(String name, String exempt) {
        return List.of(
                name,
                "12/04/1980",
                "87.%03d%03d".formatted(world.base / 1000, name.length()),
                "19/05/2005",
                "19/05/2006",
                "T." + world.workCell,
                exempt);
    }

    /** Tables in which the words stand, as text or inside something packed. */
    private static List<String> whereIs(String words) {
        List<String> out = new ArrayList<>();
        try (Connection all = TestDatabase.current().connect("postgres");
                Statement statement = all.createStatement()) {
            for (String[] column :
                    rows(
                            statement,
                            """
                            select t.table_schema || '.' || t.table_name,
                                   coalesce((select string_agg(quote_ident(c.column_name), ' ')
                                               from information_schema.columns c
                                              where c.table_schema = t.table_schema
                                                and c.table_name = t.table_name
                                                and c.data_type = 'bytea'), '')
                              from information_schema.tables t
                             where t.table_type = 'BASE TABLE'
                               and t.table_schema not in ('pg_catalog', 'information_schema')
                            """)) {
                String table = column[0];
                if (!rows(
                                statement,
                                "select 'x', 'x' from %s t where t::text like '%%%s%%' limit 1"
                                        .formatted(table, words))
                        .isEmpty()) {
                    out.add(table);
                }
                for (String bytes : column[1].isEmpty() ? new String[0] : column[1].split(" ")) {
                    if (packed(statement, table, bytes, words)) {
                        out.add(table + " packed");
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return out;
    }

    private static List<String[]> rows(Statement statement, String sql) throws SQLException {
        List<String[]> out = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                out.add(new String[] {found.getString(1), found.getString(2)});
            }
        }
        return out;
    }

    private static boolean packed(Statement statement, String table, String column, String words)
            throws SQLException {
        try (ResultSet found =
                statement.executeQuery(
                        "select %s from %s where %s is not null"
                                .formatted(column, table, column))) {
            while (found.next()) {
                byte[] bytes = found.getBytes(1);
                if (holds(bytes, words) || holds(inflated(bytes), words)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(byte[] bytes, String words) {
        return new String(bytes, StandardCharsets.UTF_8).contains(words);
    }

    /**
     * What is packed inside these bytes. A digest, a key or an encrypted number begins with any
     * byte at all, by chance also as something packed does; nothing of that size is packed
     * anywhere.
     */
    private static byte[] inflated(byte[] bytes) {
        if (bytes.length <= LONGEST_DIGEST || bytes[0] != 0x78) {
            return new byte[0];
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("something packed cannot be read", e);
        }
    }
}
