package vn.ganbo.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
                field("permanentAddress", file.permanentAddress()));
    }

    private static Field field(String name, @Nullable String value) {
        return new Field(name, value == null ? "" : value);
    }
}
