package vn.ganbo.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./run verify}: one line of JSON for each file, and a result for scripts. */
class VerifyCommandTest {
    @TempDir Path folder;
    private final Instant now = Clock.systemUTC().instant();
    private final TrialAuthority authority = new TrialAuthority("Chứng thực Bản Mây", now);
    private final SigningKey person = authority.holder("Quàng Văn Pản");

    @BeforeEach
    void trusting() throws IOException, GeneralSecurityException {
        Files.createDirectories(folder.resolve("trust"));
        Files.write(folder.resolve("trust/ca.crt"), authority.certificate().getEncoded());
        Files.write(folder.resolve("trust/ca.crl"), authority.list(30).getEncoded());
    }

    /** What was printed, and the result. */
    private record Said(int result, List<JsonNode> lines) {}

    @Test
    void a_valid_letter_is_a_line_with_number_issuer_signers_and_time() {
        Said said = verify(file("tot.pdf", person.sign(Sheets.letter(), now)));

        assertThat(said.result).isZero();
        JsonNode line = said.lines.getFirst();
        assertThat(line.path("number").stringValue()).isEqualTo(Sheets.NUMBER);
        assertThat(line.path("issuer").stringValue()).isEqualTo(Sheets.ISSUER);
        assertThat(line.path("valid").booleanValue()).isTrue();
        assertThat(line.path("reason").isNull()).isTrue();
        JsonNode signer = line.path("signers").path(0);
        assertThat(signer.path("name").stringValue()).isEqualTo("Quàng Văn Pản");
        assertThat(signer.path("time").stringValue()).endsWith("+07:00");
        assertThat(signer.path("valid").booleanValue()).isTrue();
    }

    @Test
    void each_file_has_its_line_and_one_that_is_not_valid_is_told_by_the_result() {
        Said said =
                verify(
                        file("tot.pdf", person.sign(Sheets.letter(), now)),
                        file("chua-ky.pdf", Sheets.letter()),
                        file("thu.txt", "Kính gửi".getBytes(StandardCharsets.UTF_8)));

        assertThat(said.result).isEqualTo(1);
        assertThat(said.lines)
                .extracting(line -> line.path("file").stringValue())
                .containsExactly("tot.pdf", "chua-ky.pdf", "thu.txt");
        assertThat(said.lines)
                .extracting(line -> line.path("valid").booleanValue())
                .containsExactly(true, false, false);
        assertThat(said.lines)
                .extracting(line -> line.path("reason").asString(""))
                .containsExactly("", "unsigned", "not a pdf");
    }

    @Test
    void without_a_list_in_the_folder_the_revocation_is_unknown() throws IOException {
        Files.delete(folder.resolve("trust/ca.crl"));

        Said said = verify(file("tot.pdf", person.sign(Sheets.letter(), now)));

        assertThat(said.result).isEqualTo(1);
        assertThat(said.lines.getFirst().path("reason").stringValue())
                .isEqualTo("revocation unknown");
    }

    @Test
    void a_certificate_that_has_expired_since_is_not_called_expired_when_it_signed() {
        SigningKey before = authority.holder("Quàng Thị Trước", -90, -10);

        Said said =
                verify(
                        file(
                                "ky-khi-con-han.pdf",
                                before.sign(Sheets.letter(), authority.days(-30))),
                        file("ky-khi-het-han.pdf", before.sign(Sheets.letter(), now)));

        assertThat(said.result).isEqualTo(1);
        assertThat(said.lines)
                .extracting(line -> line.path("reason").stringValue())
                .containsExactly("expired since signing", "expired certificate");
        assertThat(said.lines)
                .extracting(line -> line.path("valid").booleanValue())
                .containsExactly(false, false);
        assertThat(said.lines.getFirst().path("signers").path(0).path("time").stringValue())
                .endsWith("+07:00");
    }

    @Test
    void words_that_are_not_understood_print_nothing() {
        assertThat(verify().result).isEqualTo(2);
        assertThat(verify("--la").result).isEqualTo(2);
        assertThat(verify(folder.resolve("khong-co.pdf").toString()).lines).isEmpty();
    }

    private String file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Said verify(String... files) {
        List<String> words =
                new ArrayList<>(List.of("--trust", folder.resolve("trust").toString()));
        words.addAll(List.of(files));
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int result;
        try (PrintStream catching = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(catching);
            result = VerifyCommand.run(words.toArray(String[]::new));
        } finally {
            System.setOut(out);
        }
        return new Said(
                result,
                printed.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(JsonMapper.builder().build()::readTree)
                        .toList());
    }
}
