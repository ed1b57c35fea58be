package vn.ganbo.member;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Show;

/** The fields of the record as the form shows them, by the form's names. */
final class RecordFields {
    private RecordFields() {}

    /** One field: its name in the form and what stands in it, an empty text for nothing. */
    record Field(String name, String value) {}

    /** All but the personal ID number, which no list shows. */
    static List<Field> of(MemberFile file) {
        PartialDate birth = file.birth();
        Sex sex = file.sex();
        return List.of(
                new Field("fullName", file.fullName()),
                field("otherName", file.otherName()),
                field("birth", birth == null ? null : birth.shown()),
                field("sex", sex == null ? null : sex.name()),
                field("ethnicity", file.ethnicity()),
                field("cardNo", file.cardNo()),
                field("fileNo", file.fileNo()),
                field("admitted", Show.date(file.admitted())),
                field("official", Show.date(file.official())),
                field("occupation", file.occupation()),
                field("post", file.post()),
                field("expertise", file.expertise()),
                field("readyToHelp", file.readyToHelp()),
                field("phone", file.phone()),
                field("email", file.email()),
                field("address", file.residenceAddress()),
                field("commune", commune(file.residenceCommune(), file.communeName())),
                field("permanentAddress", file.permanentAddress()));
    }

    /** What a change puts into each field, in the same words. */
    static Map<String, String> byName(RecordChange change, List<MemberStore.Commune> communes) {
        PartialDate birth = change.birth();
        Sex sex = change.sex();
        String name =
                communes.stream()
                        .filter(c -> c.code().equals(change.commune()))
                        .map(MemberStore.Commune::name)
                        .findFirst()
                        .orElse(null);
        Map<String, String> out = new LinkedHashMap<>();
        out.put("fullName", change.fullName());
        put(out, "otherName", change.otherName());
        put(out, "birth", birth == null ? null : birth.shown());
        put(out, "sex", sex == null ? null : sex.name());
        put(out, "ethnicity", change.ethnicity());
        put(out, "cardNo", change.cardNo());
        put(out, "fileNo", change.fileNo());
        put(out, "admitted", Show.date(change.admitted()));
        put(out, "official", Show.date(change.official()));
        put(out, "occupation", change.occupation());
        put(out, "post", change.post());
        put(out, "expertise", change.expertise());
        put(out, "readyToHelp", change.readyToHelp());
        put(out, "phone", change.phone());
        put(out, "email", change.email());
        put(out, "address", change.residenceAddress());
        put(out, "commune", commune(change.commune(), name));
        put(out, "permanentAddress", change.permanentAddress());
        return out;
    }

    /** Phường Hoa Ban (90001), or the code alone where no list knows it. */
    static String commune(@Nullable String code, @Nullable String name) {
        return code == null ? "" : name == null ? code : name + " (" + code + ")";
    }

    /** As it is read on a page: the word for a constant, "chưa có" for nothing. */
    static String shown(String field, String value) {
        return value.isEmpty()
                ? "chưa có"
                : field.equals("sex") ? Labels.of(Sex.valueOf(value)) : value;
    }

    private static void put(Map<String, String> out, String field, @Nullable String value) {
        out.put(field, value == null ? "" : value);
    }

    private static Field field(String name, @Nullable String value) {
        return new Field(name, value == null ? "" : value);
    }
}
