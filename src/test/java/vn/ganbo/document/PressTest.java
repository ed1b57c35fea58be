package vn.ganbo.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Ids;

class PressTest {
    @Test
    void draws() throws Exception {
        Path out = Path.of("target/papers");
        Files.createDirectories(out);
        Press press = new Press();
        for (Map.Entry<String, PaperText> e : Examples.all().entrySet()) {
            Files.write(
                    out.resolve(e.getKey() + ".pdf"),
                    press.print(
                            Ids.next(),
                            e.getValue(),
                            "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        }
    }
}
