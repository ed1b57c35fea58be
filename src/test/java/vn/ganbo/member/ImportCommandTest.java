package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.Ganbo;

/** The command as the shell sees it, on an embedded database of its own. */
class ImportCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder;

    private record Ran(int status, List<JsonNode> lines, String errors) {}

    private static Ran run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int status = ImportCommand.run(Ganbo.class, args);
            return new Ran(
                    status,
                    said.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList(),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String sample(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in =
                Objects.requireNonNull(
                        ImportCommandTest.class.getResourceAsStream("/samples/" + name))) {
            Files.write(file, in.readAllBytes());
        }
        return file.toString();
    }

    @Test
    void the_samples_are_read_first_in_vain_and_then_for_good() throws IOException {
        String data = folder.resolve("data").toString();
        String members = sample("dang-vien-noi-cong-tac.xlsx");
        String tree = sample("to-chuc-dang.xlsx");

        Ran tried = run("--data", data, members, tree);

        assertThat(tried.status).isZero();
        assertThat(tried.lines).hasSize(2);
        JsonNode line = tried.lines.getFirst();
        assertThat(line.get("file").asString()).isEqualTo(members);
        assertThat(line.get("kind").asString()).isEqualTo("members");
        assertThat(line.get("rows").asInt()).isEqualTo(2297);
        assertThat(line.get("accepted").asInt()).isEqualTo(2288);
        assertThat(line.get("rejected").asInt()).isEqualTo(9);
        assertThat(line.get("problems").size()).isEqualTo(9);
        assertThat(line.get("problems").get(0).get("row").asInt()).isEqualTo(2290);
        assertThat(line.get("problems").get(0).get("column").asString())
                .isEqualTo("Số thẻ đảng viên");
        assertThat(tried.lines.get(1).get("kind").asString()).isEqualTo("organisations");
        assertThat(tried.lines.get(1).get("accepted").asInt()).isEqualTo(145);

        Ran alone = run("--data", data, members);
        assertThat(alone.lines.getFirst().get("accepted").asInt()).isZero();

        assertThat(run("--apply", "--data", data, tree).status).isZero();
        assertThat(run("--data", data, members).lines.getFirst().get("accepted").asInt())
                .isEqualTo(2288);
    }

    @Test
    void the_hand_kept_register_and_the_old_list_go_in_with_exactly_what_is_to_be_looked_at_again()
            throws IOException {
        String data = folder.resolve("all").toString();

        Ran ran =
                run(
                        "--apply",
                        "--data",
                        data,
                        sample("so-theo-doi-phuong.xlsx"),
                        sample("danh-sach-cu-vntime.xls"),
                        sample("dang-vien-noi-cong-tac.xlsx"),
                        sample("to-chuc-dang.xlsx"));

        assertThat(ran.status).isZero();
        JsonNode register = ran.lines.getFirst();
        assertThat(register.get("kind").asString()).isEqualTo("register");
        assertThat(register.get("rows").asInt()).isEqualTo(1655);
        assertThat(register.get("problems")).isEmpty();
        assertThat(register.get("accepted").asInt()).isEqualTo(1655);
        List<Integer> odd = new ArrayList<>();
        register.get("review").forEach(note -> odd.add(note.get("row").asInt()));
        assertThat(odd)
                .containsExactly(
                        518, 585, 626, 755, 881, 928, 963, 1059, 1271, 1389, 1572, 1622, 1631,
                        1662);
        JsonNode old = ran.lines.get(1);
        assertThat(old.get("kind").asString()).isEqualTo("members");
        assertThat(old.get("rows").asInt()).isEqualTo(120);
        assertThat(old.get("accepted").asInt()).isEqualTo(120);
        assertThat(old.get("problems")).isEmpty();

        Ran again = run("--data", data, sample("so-theo-doi-phuong.xlsx"));
        assertThat(again.errors).contains("không đổi 1655");
    }

    @Test
    void what_cannot_be_read_ends_with_two_and_a_sentence_and_nothing_on_standard_output()
            throws IOException {
        Path pdf = Files.writeString(folder.resolve("a.xlsx"), "%PDF-1.7");

        Ran missing = run(folder.resolve("nowhere.xlsx").toString());
        Ran wrong = run(sample("to-chuc-dang.xlsx"), pdf.toString());

        assertThat(missing.status).isEqualTo(2);
        assertThat(missing.lines).isEmpty();
        assertThat(missing.errors).contains("Không có tệp");
        assertThat(wrong.status).isEqualTo(2);
        assertThat(wrong.lines).isEmpty();
        assertThat(wrong.errors).contains("a.xlsx: Đây là tệp PDF");
        assertThat(run().status).isEqualTo(2);
        assertThat(run("--what").errors).contains("Không hiểu “--what”");
    }
}
