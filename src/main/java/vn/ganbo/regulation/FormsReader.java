package vn.ganbo.regulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the papers of a regulation from its yaml. */
final class FormsReader {
    private static final Set<String> NAMING =
            Set.of(Forms.INTRODUCTION_REQUEST, Forms.COMMENT_REQUEST);

    private final YamlEntry file;
    private final List<Duty> duties;

    private FormsReader(YamlEntry file, List<Duty> duties) {
        this.file = file;
        this.duties = duties;
    }

    static Forms read(YamlEntry file, List<Duty> duties) {
        FormsReader reader = new FormsReader(file, duties);
        return new Forms(reader.slips(), reader.signatories(), reader.wordings());
    }

    private List<Slip> slips() {
        List<Slip> all = new ArrayList<>();
        Set<SlipForm> seen = new HashSet<>();
        for (YamlEntry e : file.entries("slips")) {
            SlipForm form = e.oneOf("form", SlipForm.class, Enum::name);
            if (!seen.add(form)) {
                e.fault("form", "stands there twice: " + form);
            }
            YamlEntry free = e.entry("free_text");
            String opening = e.text("opening");
            named(e, "opening", opening);
            all.add(
                    new Slip(
                            form,
                            e.text("code"),
                            e.text("title"),
                            e.text("subtitle"),
                            opening,
                            criteria(e),
                            new Slip.FreeText(free.number("number", 1, 99), free.text("label")),
                            RulebookReader.basis(e)));
            free.done();
            e.done();
        }
        return all;
    }

    private List<Criterion> criteria(YamlEntry slip) {
        List<Criterion> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : slip.entries("criteria")) {
            int number = e.number("number", 1, 99);
            if (number != all.size() + 1) {
                e.fault("number", "expected " + (all.size() + 1));
            }
            all.add(
                    new Criterion(
                            number,
                            RulebookReader.once(e, RulebookReader.key(e, "key"), seen),
                            e.text("text"),
                            RulebookReader.dutyNumbers(e, duties),
                            e.optionalText("evidence").orElse(null),
                            options(e)));
            e.done();
        }
        if (all.isEmpty()) {
            slip.fault("criteria", "is missing");
        }
        return all;
    }

    private static List<Option> options(YamlEntry criterion) {
        List<Option> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : criterion.entries("options")) {
            all.add(
                    new Option(
                            RulebookReader.once(e, RulebookReader.key(e, "key"), seen),
                            e.text("label"),
                            e.truth("shortcoming", false),
                            e.optionalParsed(
                                            "follow_up",
                                            "commend or consider",
                                            t -> FollowUpKind.valueOf(t.toUpperCase(Locale.ROOT)))
                                    .orElse(null)));
            e.done();
        }
        if (all.size() < 2) {
            criterion.fault("options", "a closed question needs at least two answers");
        }
        return all;
    }

    private List<Signatory> signatories() {
        List<Signatory> all = new ArrayList<>();
        for (YamlEntry e : file.entries("signatories")) {
            Signatory signatory =
                    new Signatory(
                            e.text("paper"),
                            e.text("block"),
                            e.optionalText("on_behalf").orElse(null),
                            e.texts("posts"),
                            byOrder(e),
                            e.truth("seal", false),
                            RulebookReader.basis(e));
            if (signatory.posts().isEmpty()) {
                e.fault("posts", "nobody may sign");
            }
            all.add(signatory);
            e.done();
        }
        return all;
    }

    private static Signatory.@Nullable ByOrder byOrder(YamlEntry signatory) {
        if (!signatory.has("by_order")) {
            return null;
        }
        YamlEntry e = signatory.entry("by_order");
        Signatory.ByOrder order = new Signatory.ByOrder(e.text("on_behalf"), e.texts("posts"));
        if (order.posts().isEmpty()) {
            e.fault("posts", "nobody may sign");
        }
        e.done();
        return order;
    }

    /** A sentence about a person that names nobody would make a paper about nobody. */
    private static void named(YamlEntry e, String field, String sentence) {
        if (!sentence.isEmpty() && !sentence.contains("{họ tên}")) {
            e.fault(field, "has no place for {họ tên}");
        }
    }

    private List<Forms.Wording> wordings() {
        List<Forms.Wording> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : file.entries("wordings")) {
            String key = RulebookReader.once(e, RulebookReader.key(e, "key"), seen);
            String text = e.text("text");
            if (NAMING.contains(key)) {
                named(e, "text", text);
            }
            all.add(new Forms.Wording(key, text, RulebookReader.basis(e)));
            e.done();
        }
        return all;
    }
}
