package vn.ganbo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.Ganbo;

/** The measurements' arithmetic and form; what they find is not tested, only measured. */
class BenchTest {
    @Test
    void the_99th_percentile_leaves_out_only_the_slowest_of_a_hundred() {
        double[] measured = new double[100];
        for (int i = 0; i < 100; i++) {
            measured[i] = 100 - i;
        }

        assertThat(BenchResult.percentile(measured, 99)).isEqualTo(99);
        assertThat(BenchResult.percentile(measured, 50)).isEqualTo(50);
        assertThat(BenchResult.percentile(new double[] {7}, 99)).isEqualTo(7);
    }

    @Test
    void the_ratio_is_ours_divided_by_the_limit(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bench.json");

        BenchCommand.write(
                List.of(BenchResult.of("import", 9, 2, "s", "ratio <= 6", "three rounds")), file);

        JsonNode line = JsonMapper.builder().build().readTree(Files.readString(file)).get(0);
        assertThat(line.get("scenario").asString()).isEqualTo("import");
        assertThat(line.get("ours").asDouble()).isEqualTo(9);
        assertThat(line.get("limit").asDouble()).isEqualTo(2);
        assertThat(line.get("ratio").asDouble()).isEqualTo(4.5);
        assertThat(line.get("unit").asString()).isEqualTo("s");
        assertThat(line.get("aim").asString()).isEqualTo("ratio <= 6");
    }

    @Test
    void a_scenario_or_size_that_there_is_not_is_refused_before_anything_starts() {
        assertThat(BenchCommand.run(Ganbo.class, "rooster")).isEqualTo(2);
        assertThat(BenchCommand.run(Ganbo.class, "search", "--people")).isEqualTo(2);
        assertThat(BenchCommand.run(Ganbo.class, "search", "--people", "many")).isEqualTo(2);
        assertThat(SizeCommand.run(Ganbo.class, "--size", "planet")).isEqualTo(2);
        assertThat(SizeCommand.run(Ganbo.class, "--size")).isEqualTo(2);
    }

    @Test
    void the_search_is_measured_among_as_many_people_as_are_asked_for() {
        assertThat(BenchCommand.Options.of("search", "--people", "5600000"))
                .isEqualTo(new BenchCommand.Options(List.of("search"), 5_600_000, 2000));
        assertThat(Country.Size.of(5_600_000).provinces()).isEqualTo(34);
        assertThat(Country.Size.of(73_587).provinces()).isEqualTo(1);
    }
}
