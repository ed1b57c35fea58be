package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Runs the examples in *.examples.yaml, which a jurist can read and add to. */
class ExamplesTest {
    private static final Rulebooks RULEBOOKS = Rulebooks.read(RegulationFiles.regulations(""));
    private static final WorkingDays CALENDAR =
            new WorkingDays(Holidays.read(RegulationFiles.holidays("")));

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void an_example_holds(
            String name, YamlEntry given, YamlEntry then, RulebookFaults.Gatherer faults) {
        LocalDate date = given.date("date");
        Optional<String> exemption = given.optionalText("exemption");
        Optional<Rulebook> rulebook = RULEBOOKS.find(date);

        then.optionalText("rulebook")
                .ifPresent(id ->
                        assertThat(rulebook.map(Rulebook::id).orElse("none"))
                                .as("rulebook")
                                .isEqualTo(id));
        rulebook.ifPresent(r -> {
            exemption.ifPresentOrElse(
                    key -> checkExemption(r, key, date, then),
                    () -> checkStanding(r, r.standing(null), then));
            checkForms(r, exemption, then);
            checkClocks(r, date, then);
        });

        given.done();
        then.done();
        faults.check();
    }

    private static void checkExemption(Rulebook r, String key, LocalDate date, YamlEntry then) {
        Exemption ground = r.exemption(key).orElseThrow();
        then.optionalText("exemption_in_use")
                .ifPresent(yes ->
                        assertThat(!date.isBefore(ground.since()))
                                .as("exemption_in_use")
                                .isEqualTo(Boolean.valueOf(yes)));
        then.optionalText("stored")
                .ifPresent(yes ->
                        assertThat(ground.stored()).as("stored").isEqualTo(Boolean.valueOf(yes)));
        checkStanding(r, r.standing(key), then);
    }

    private static void checkStanding(Rulebook r, Standing s, YamlEntry then) {
        truth(then, "introduced", s.introduced());
        truth(then, "meets", s.meets());
        truth(then, "commented_yearly", s.commentedYearly());
        then.optionalText("meetings")
                .ifPresent(n ->
                        assertThat(r.meetingsPerYear())
                                .as("meetings")
                                .isEqualTo(OptionalInt.of(Integer.parseInt(n))));
        if (then.has("duties")) {
            assertThat(s.duties())
                    .extracting(Duty::number)
                    .as("duties")
                    .isEqualTo(then.numbers("duties"));
        }
    }

    private static void checkForms(Rulebook r, Optional<String> exemption, YamlEntry then) {
        Optional<Slip> slip =
                Optional.ofNullable(r.standing(exemption.orElse(null)).slip()).flatMap(r::slip);
        then.optionalText("slip")
                .ifPresent(code ->
                        assertThat(slip.map(Slip::code).orElse("none")).as("slip").isEqualTo(code));
        then.optionalText("criteria")
                .ifPresent(n ->
                        assertThat(slip.orElseThrow().criteria()).hasSize(Integer.parseInt(n)));
        then.optionalText("criterion")
                .ifPresent(key ->
                        assertThat(slip.orElseThrow().criterion(key).orElseThrow().options())
                                .extracting(Option::label)
                                .isEqualTo(then.texts("options")));
        if (then.has("introduction_signed_by")) {
            assertThat(r.signatory("introduction", "issuer").orElseThrow().posts())
                    .isEqualTo(then.texts("introduction_signed_by"));
        }
    }

    private static void checkClocks(Rulebook r, LocalDate date, YamlEntry then) {
        for (String key : List.of(Clocks.ACKNOWLEDGEMENT_DUE, Clocks.ABSENCE_ANSWER)) {
            OptionalInt days = r.days(key);
            due(
                    then,
                    key,
                    days.isPresent()
                            ? Optional.of(CALENDAR.plus(date, days.getAsInt()))
                            : Optional.empty());
        }
        for (String key :
                List.of(
                        Clocks.COMMENT_WINDOW_OPEN,
                        Clocks.COLLECTIVE_MEETING_DUE,
                        Clocks.COMMENT_DUE,
                        Clocks.RETURNED_DUE)) {
            due(then, key, r.window(key, date.getYear()));
        }
    }

    private static void due(YamlEntry then, String key, Optional<LocalDate> found) {
        then.optionalText(key)
                .ifPresent(expected ->
                        assertThat(found.map(LocalDate::toString).orElse("none"))
                                .as(key)
                                .isEqualTo(expected));
    }

    private static void truth(YamlEntry then, String key, boolean found) {
        then.optionalText(key)
                .ifPresent(yes -> assertThat(found).as(key).isEqualTo(Boolean.valueOf(yes)));
    }

    static Stream<Arguments> examples() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:/regulations/*.examples.yaml")) {
            RulebookFaults.Gatherer faults = new RulebookFaults.Gatherer();
            String name = String.valueOf(file.getFilename());
            YamlEntry root =
                    YamlEntry.file(name, file.getContentAsString(StandardCharsets.UTF_8), faults)
                            .orElseThrow();
            for (YamlEntry example : root.entries("examples")) {
                all.add(
                        Arguments.of(
                                example.text("name"),
                                example.entry("given"),
                                example.entry("then"),
                                faults));
                example.done();
            }
            root.done();
            faults.check();
        }
        return all.stream();
    }
}
